import type { Budget } from '#domain/budget/budget'
import { localDate } from '#domain/calendar/local-date'
import { fen, ZERO_FEN } from '#domain/money/fen'
import { describe, expect, it } from 'vitest'
import {
  draftOf,
  emptyDraft,
  lineFrom,
  monthStrip,
  sidePerMonth,
  withLine,
  withoutLine,
  type LineDraft,
} from '../../../src/renderer/features/budget/budget-selectors'

const today = localDate('2026-11-24')
const wage: LineDraft = { ...emptyDraft('income'), name: 'wage', amountFen: fen(760_000), day: '10' }
const empty: Budget = { lines: [], cashNowFen: ZERO_FEN, reserveFen: ZERO_FEN }

const lineOf = (draft: LineDraft, id: string, side: 'income' | 'essential' = 'income') => {
  const line = lineFrom(draft, side, id)
  if (!line.ok) throw new Error(line.error)
  return line.value
}

describe('a row of the budget', () => {
  it('becomes a line and comes back as the same row', () => {
    const line = lineOf({ ...wage, startsOn: '2026-01-01', endsOn: '2027-06-30' }, 'a')
    expect(line.dayOfMonth).toBe(10)
    expect(lineFrom(draftOf(line), 'income', 'a')).toEqual({ ok: true, value: line })
  })

  it.each([
    ['a name', { name: ' ' }, 'name'],
    ['an amount', { amountFen: null }, 'amount'],
    ['a day of the month', { day: '32' }, 'day'],
    ['dates that exist', { endsOn: '2027-02-30' }, 'date'],
    ['an end after its start', { startsOn: '2027-02-01', endsOn: '2027-01-01' }, 'order'],
    ['a day when it happens once', { cadence: 'once' }, 'onceNeedsDay'],
  ] as const)('needs %s', (_, part, problem) => {
    expect(lineFrom({ ...wage, ...part }, 'income', 'a')).toEqual({ ok: false, error: problem })
  })
})

describe('the budget', () => {
  it('replaces a line where it stands and adds a new one at the end', () => {
    const two = withLine(withLine(empty, lineOf(wage, 'a')), lineOf({ ...wage, name: 'side' }, 'b'))
    const changed = withLine(two, lineOf({ ...wage, name: 'new wage' }, 'a'))
    expect(changed.lines.map(({ name }) => name)).toEqual(['new wage', 'side'])
    expect(withoutLine(changed, 'a').lines.map(({ id }) => id)).toEqual(['b'])
  })

  it('brings a side into the month', () => {
    const budget = withLine(empty, lineOf({ ...wage, amountFen: fen(1_200_000), cadence: 'yearly' }, 'a'))
    expect(sidePerMonth(budget, 'income', today)).toBe(100_000)
    expect(sidePerMonth(budget, 'essential', today)).toBe(0)
  })
})

describe('the next twelve months', () => {
  const bonus: LineDraft = { ...wage, name: 'bonus', cadence: 'once', startsOn: '2027-02-10' }
  const budget = [
    lineOf({ ...wage, endsOn: '2027-06-30' }, 'wage'),
    lineOf(bonus, 'bonus'),
    lineOf({ ...wage, name: 'pension', startsOn: '2027-07-01' }, 'pension'),
    lineOf({ ...wage, name: 'old', startsOn: '2026-11-01' }, 'old'),
  ].reduce(withLine, empty)
  const strip = monthStrip(budget, today)
  const changes = strip.flatMap((month) => month.changes.map(({ id, what }) => [month.month, id, what]))

  it('say what begins, ends and happens once, and nothing that began already', () => {
    expect(changes).toEqual([
      ['2027-02', 'bonus', 'once'],
      ['2027-06', 'wage', 'ends'],
      ['2027-07', 'pension', 'starts'],
    ])
  })

  it('are twelve, beginning with this month, and add up', () => {
    expect(strip.map(({ month }) => month)).toEqual([
      ...['2026-11', '2026-12'],
      ...Array.from({ length: 10 }, (_, at) => `2027-${String(at + 1).padStart(2, '0')}`),
    ])
    for (const { incomeFen, essentialsFen, otherFen, disposableFen } of strip)
      expect(incomeFen - essentialsFen - otherFen).toBe(disposableFen)
  })
})
