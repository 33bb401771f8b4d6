import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows, decoded } from '#workers/imports/csv-rows'
import { readCallBill, secondsOf } from '#domain/contact/call-bill'

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'fixtures', 'synthetic')
const isThere = existsSync(SHARED)
if (!isThere) console.warn('SKIPPED: ../shared/fixtures is not here; the carrier lists are not read')

const rowsOf = (text: string): readonly (readonly string[])[] => text.split('\n').map((line) => line.split(','))
const bill = (text: string) => readCallBill(rowsOf(text))

describe.skipIf(!isThere)('lists of the three carriers', () => {
  it.each([
    [
      'cdr_cmcc_csv_gbk.csv',
      [
        ['2026-10-21', '09:23:55', 'out', 332, '13800000001'],
        ['2026-10-22', '14:30:00', 'in', 135, '13800000002'],
      ],
    ],
    [
      'cdr_telecom_cq_gbk.csv',
      [
        ['2026-10-21', '08:05:12', 'in', 38, '13800000001'],
        ['2026-10-22', '12:00:00', 'out', 182, '4008000001'],
      ],
    ],
    [
      'cdr_unicom_gbk.csv',
      [
        ['2026-10-21', '11:17:44', 'in', 15, '008613800000001'],
        ['2026-10-21', '11:19:44', 'out', 3723, '95588'],
        ['2026-10-22', '08:51:12', 'in', 507, ''],
      ],
    ],
  ])('%s', (file, expected) => {
    const read = readCallBill(csvRows(decoded(readFileSync(join(SHARED, file)))))
    expect(read?.dropped).toEqual({})
    expect(
      read?.contacts.map(({ on, time, direction, seconds, number }) => [on, time, direction, seconds, number]),
    ).toEqual(expected)
  })
})

it('takes the direction from what stands in a column, whatever it is called', () => {
  const asDirection = bill('对方号码,起始时间,通话类型,通话时长\n95588,2026-01-02 10:00:00,被叫,5')
  const asDistance = bill('对方号码,起始时间,呼叫类型,通话时长,通话类型\n95588,2026-01-02 10:00:00,主叫,5,本地')
  expect(asDirection?.contacts[0]?.direction).toBe('in')
  expect(asDistance?.contacts[0]?.direction).toBe('out')
})

it('takes the year of a row from the head of the list, also over the turn of a year', () => {
  const head = '详单信息仅供用户参考\n从2025-12-15到2026-01-14 类型：通话详单\n起始时间,通信方式,对方号码,通话时长\n'
  const read = bill(`${head}12-20 13:13:40,被叫,008613912345678,00:00:38\n01-03 09:00:00,被叫,95588,00:01:00`)
  expect(read?.contacts.map(({ on }) => on)).toEqual(['2025-12-20', '2026-01-03'])
})

it('reads texts as texts, package lines as nothing, and says what it left out', () => {
  const read = bill(
    '序号,起始时间,对方号码,通信方式\n1,2026-01-02 10:00:00,1069000001,接受\n--,--,--,--\n2,soon,95588,接收\n3,2026-01-02 10:00:00,95588,呼转',
  )
  expect(read?.contacts.map(({ channel, direction, isAnswered }) => [channel, direction, isAnswered])).toEqual([
    ['sms', 'in', null],
  ])
  expect(read?.dropped).toEqual({ no_time: 1, unknown_kind: 1 })
})

it('asks for the columns of a list whose names it does not know, and reads it by those', () => {
  const rows = rowsOf('甲,乙,丙\n2026-01-02 10:00,95588,被叫')
  expect(readCallBill(rows)).toBeNull()
  const read = readCallBill(rows.slice(1), { start: 0, number: 1, direction: 2, duration: -1 })
  expect(read?.contacts[0]).toMatchObject({ on: '2026-01-02', time: '10:00:00', number: '95588', seconds: null })
})

it.each([
  ['89', 89],
  ['47秒', 47],
  ['8分27秒', 507],
  ['1小时2分3秒', 3723],
  ['00:05:32', 332],
  ['05:32', 332],
  ["0'0'20", 20],
  ['--', null],
  ['', null],
])('reads the length %s', (cell, seconds) => {
  expect(secondsOf(cell)).toBe(seconds)
})

it('never fails on ten thousand tables of anything', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('对方号码', '起始时间', '被叫', '2026-01-02 10:00:00', '95588', '5秒'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      for (const { on, time } of readCallBill(rows)?.contacts ?? []) {
        expect(on).toMatch(/^\d{4}-\d\d-\d\d$/)
        if (time !== null) expect(time).toMatch(/^[0-2]\d:[0-5]\d:[0-5]\d$/)
      }
    }),
    { numRuns: 10_000 },
  )
})
