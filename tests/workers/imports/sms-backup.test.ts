import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSmsBackup } from '#workers/imports/sms-backup'

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'fixtures')
const isThere = existsSync(SHARED)
if (!isThere) console.warn('SKIPPED: ../shared/fixtures is not here; the files of others are not read')
const read = (file: string, size = Infinity) => {
  const text = readFileSync(join(SHARED, file), 'utf8')
  const chunks = size === Infinity ? [text] : (text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [])
  return readSmsBackup(chunks)
}

describe.skipIf(!isThere)('files of others', () => {
  it('give the calls their files say, in Beijing time, hidden numbers hidden', () => {
    const { contacts, dropped } = read('synthetic/smsbr_calls_cn.xml')
    expect(dropped).toEqual({})
    expect(contacts).toHaveLength(9)
    expect(
      contacts
        .slice(0, 4)
        .map(({ on, time, direction, isAnswered, seconds }) => [on, time, direction, isAnswered, seconds]),
    ).toEqual([
      ['2026-10-22', '08:30:00', 'in', false, 0],
      ['2026-10-22', '08:46:40', 'in', true, 35],
      ['2026-10-22', '11:33:20', 'out', true, 12],
      ['2026-10-22', '14:20:00', 'in', true, 61],
    ])
    expect(contacts[0]?.name).toBe('')
    expect(contacts[2]?.name).toBe('某某')
  })

  it('give texts with emoji written as two halves, and line breaks', () => {
    const { contacts, dropped } = read('synthetic/smsbr_sms_cn_surrogate_entities.xml')
    expect(dropped).toEqual({})
    // Of five, one lies in the outbox: it reached nobody.
    expect(contacts).toHaveLength(4)
    expect(contacts[2]?.text).toContain('😀 & 不要联系我家人')
    expect(contacts[1]?.text).toContain('\n电话')
  })

  it('give the same whatever the chunks they come in', () => {
    for (const file of [
      'synthetic/smsbr_calls_cn.xml',
      'synthetic/smsbr_sms_cn_surrogate_entities.xml',
      'smsbr/devadvance_sms_small.xml',
    ])
      for (const size of [1, 7, 64, 4096]) expect(read(file, size)).toEqual(read(file))
  })

  it('are each read to the end or to the cut, never with a crash', () => {
    for (const file of readdirSync(join(SHARED, 'smsbr')).filter((name) => name.endsWith('.xml')))
      expect(() => read(`smsbr/${file}`), file).not.toThrow()
    expect(read('smsbr/devadvance_empty.xml').contacts).toEqual([])
    const { contacts, dropped } = read('smsbr/shruggie_malformed.xml')
    expect(contacts).toEqual([])
    expect(Object.keys(dropped).length).toBeGreaterThan(0)
  })
})

const call = (attributes: string) => `<call ${attributes} />`
const calls = (...each: readonly string[]) => [
  `<?xml version='1.0'?><calls count="${each.length}">${each.join('')}</calls>`,
]

it('keeps what is sound beside a record without a time, of an unknown kind, or cut off', () => {
  const sound = call('number="95599" duration="5" date="1792650000000" type="1" presentation="1"')
  const { contacts, dropped } = readSmsBackup(
    calls(
      sound,
      call('number="1" duration="5" date="soon" type="1"'),
      call('number="1" duration="5" date="1792650000000" type="77"'),
      sound,
    ),
  )
  expect(contacts).toHaveLength(2)
  expect(dropped).toEqual({ no_time: 1, unknown_kind: 1 })
  const [whole = ''] = calls(sound, sound, sound)
  const cut = readSmsBackup([whole.slice(0, whole.lastIndexOf('<call') + 20)])
  expect(cut.contacts).toHaveLength(2)
  expect(cut.dropped.cut_off).toBe(1)
})

it('hides a number that was withheld, and calls a call of no length unanswered', () => {
  const { contacts } = readSmsBackup(
    calls(
      call('number="-2" duration="0" date="1792650000000" type="3" presentation="2"'),
      call('number="95599" duration="0" date="1792650000000" type="2" presentation="1"'),
    ),
  )
  expect(contacts.map(({ number, isAnswered }) => [number, isAnswered])).toEqual([
    ['', false],
    ['95599', false],
  ])
})

it('never fails on ten thousand files that were changed anywhere', () => {
  const [base = ''] = calls(
    call('number="95599" duration="61" date="1792650000000" type="1" presentation="1" contact_name="(Unknown)"'),
    call('number="+8613800000001" duration="0" date="1792629000000" type="3" presentation="1"'),
  )
  const change = fc.tuple(fc.nat(base.length - 1), fc.nat(12), fc.string({ maxLength: 6 }))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const text = changes.reduce((so, [at, length, put]) => so.slice(0, at) + put + so.slice(at + length), base)
      const { contacts } = readSmsBackup([text])
      expect(contacts.length).toBeLessThanOrEqual(2)
      for (const { on } of contacts) expect(on).toMatch(/^\d{4}-\d\d-\d\d$/)
    }),
    { numRuns: 10_000 },
  )
})
