import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows, decoded } from '#workers/imports/csv-rows'
import { namesIn, readChatLab, readMemoTrace, readWechatText } from '#domain/contact/chat'

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'fixtures', 'synthetic')
const isThere = existsSync(SHARED)
if (!isThere) console.warn('SKIPPED: ../shared/fixtures is not here; the chats are not read')
const bytes = (file: string) => readFileSync(join(SHARED, file))

describe.skipIf(!isThere)('chats as they are exported', () => {
  it('WeChat mail: days, names that hold times, words over several lines', () => {
    const text = bytes('wechat_mail_export.txt').toString('utf8')
    expect(namesIn(text)).toEqual(['某某催收', '测试用户', '某某催收 A1 08:00-20:00'])
    const { contacts, dropped } = readWechatText(text, '测试用户')
    expect(dropped).toEqual({})
    expect(contacts.map(({ on, time, direction, name }) => [on, time, direction, name])).toEqual([
      ['2026-10-21', '08:05:00', 'in', '某某催收'],
      ['2026-10-21', '08:06:00', 'out', ''],
      ['2026-10-21', '08:08:00', 'in', '某某催收'],
      ['2026-10-21', '08:09:00', 'in', '某某催收 A1 08:00-20:00'],
      ['2026-10-22', '21:40:00', 'out', ''],
    ])
    expect(contacts[1]?.text).toBe('请出示你的工作证明和委托书\n并说明具体金额')
  })

  it('ChatLab: whose words they are, and a call with its length', () => {
    const { contacts, dropped } = readChatLab(JSON.parse(bytes('chatlab_private.json').toString('utf8'))) ?? {
      contacts: [],
      dropped: {},
    }
    expect(dropped).toEqual({})
    expect(contacts.map(({ direction, text, seconds }) => [direction, text, seconds])).toEqual([
      ['in', '你的借款已逾期', null],
      ['out', '请出示委托书', null],
      ['in', '[通话] 00:35', 35],
    ])
  })

  it('MemoTrace: markup of pictures is no words, lines of the app are no messages', () => {
    const { contacts, dropped } = readMemoTrace(csvRows(decoded(bytes('memotrace_chat_utf8bom.csv')))) ?? {
      contacts: [],
      dropped: {},
    }
    expect(dropped).toEqual({})
    expect(contacts.map(({ on, time, direction, text }) => [on, time, direction, text])).toEqual([
      ['2026-10-21', '08:05:00', 'in', '你好，你的借款已逾期'],
      ['2026-10-21', '08:06:00', 'out', '请出示委托书\n并说明金额'],
      ['2026-10-21', '08:08:00', 'in', ''],
      ['2026-10-21', '08:10:00', 'out', ''],
    ])
  })
})

it('refuses what is none of them', () => {
  for (const other of [null, 1, [], {}, { chatlab: {} }, { chatlab: { version: '1' }, messages: 1 }])
    expect(readChatLab(other)).toBeNull()
  expect(readMemoTrace([['a', 'b']])).toBeNull()
  expect(readWechatText('hello', 'me').contacts).toEqual([])
})

it('never fails on ten thousand texts and values of anything', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('—————  2026-10-21  —————', '甲  08:05', '乙  25:99', '—————  2026-13-40  —————'),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
      for (const { on, time } of readWechatText(lines.join('\n'), '甲').contacts) {
        expect(on).toBe('2026-10-21')
        expect(time).toMatch(/^[0-2]\d:[0-5]\d:00$/)
      }
    }),
    { numRuns: 10_000 },
  )
  const message = fc.record(
    { sender: fc.anything(), timestamp: fc.anything(), type: fc.anything(), content: fc.anything() },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
      expect(readChatLab({ chatlab: { version: '0.0.2' }, messages })).not.toBeNull()
    }),
    { numRuns: 10_000 },
  )
})
