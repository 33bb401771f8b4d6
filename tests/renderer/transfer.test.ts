import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { fen } from '#domain/money/fen'
import { aLoan, paid } from '../domain/loan/a-loan'
import { nextDebit } from '../../src/renderer/features/loan/next-debit'
import { latestTransfer, otherLoansOfCreditor } from '../../src/renderer/features/loan/transfer'

const today = localDate('2026-03-01')
const lentBy = (id: string, lenders: readonly string[], changes: Partial<Loan> = {}): Loan =>
  aLoan({
    id,
    parties: {
      ...aLoan().parties,
      contractLenders: lenders.map((partyId) => ({ partyId, sharePer10000: null })),
    },
    ...changes,
  })
const assigned = (on: string, toPartyId: string): LoanEvent => ({
  kind: 'assigned',
  id: `assigned-${on}`,
  on: localDate(on),
  note: '',
  toPartyId,
  planGoesOn: false,
  verifiedOn: null,
})
const idsOf = (loan: Loan, loans: readonly Loan[]) => otherLoansOfCreditor(loan, loans, today).map(({ id }) => id)

describe('other loans of the same creditor', () => {
  it('are those of the same lender, or of the same lenders in any order', () => {
    const one = lentBy('one', ['bank'])
    expect(idsOf(one, [one, lentBy('two', ['bank']), lentBy('three', ['other'])])).toEqual(['two'])
    const joint = lentBy('joint', ['a', 'b'])
    expect(idsOf(joint, [joint, lentBy('same', ['b', 'a']), lentBy('half', ['a'])])).toEqual(['same'])
  })

  it('follow the claim when it is assigned, from the day of it', () => {
    const moved = lentBy('moved', ['bank'], { events: [assigned('2026-02-20', 'fund')] })
    const later = lentBy('later', ['bank'], { events: [assigned('2026-03-02', 'fund')] })
    const stayed = lentBy('stayed', ['bank'])
    expect(idsOf(stayed, [moved, later, stayed])).toEqual(['later'])
    expect(idsOf(moved, [moved, later, stayed, lentBy('fund', ['fund'])])).toEqual(['fund'])
  })

  it('leave out the paid off, the archived and those whose lender nobody named', () => {
    const one = lentBy('one', ['bank'])
    const done = lentBy('done', ['bank'], { events: [paid('all', '2026-02-01', 1_400_000)] })
    expect(idsOf(one, [one, done, lentBy('old', ['bank'], { isArchived: true })])).toEqual([])
    const nobody = lentBy('nobody', [])
    expect(idsOf(nobody, [nobody, lentBy('nobody too', [])])).toEqual([])
  })
})

it('takes the last change of creditor, and of one day the one recorded last', () => {
  const first = assigned('2026-02-20', 'a')
  const second: LoanEvent = {
    kind: 'subrogated',
    id: 's',
    on: localDate('2026-02-20'),
    note: '',
    byPartyId: 'b',
    paidOutFen: fen(1),
    verifiedOn: null,
  }
  expect(latestTransfer({ events: [second, first] }, today)?.id).toBe(first.id)
  expect(latestTransfer({ events: [first, second] }, today)?.id).toBe('s')
  expect(latestTransfer({ events: [first] }, localDate('2026-02-19'))).toBe(null)
})

describe('the next debit', () => {
  it('is today or later, and the last of a month that has no such day', () => {
    expect(nextDebit({ day: 28 }, localDate('2026-11-28')).on).toBe('2026-11-28')
    expect(nextDebit({ day: 28 }, localDate('2026-11-29')).on).toBe('2026-12-28')
    expect(nextDebit({ day: 31 }, localDate('2027-02-01')).on).toBe('2027-02-28')
  })

  it('wants the money there on the working day before: Friday for Saturday, Sunday and Monday', () => {
    // 28 November 2026 is a Saturday, 30 November a Monday, 1 December a Tuesday.
    const there = (day: number) => nextDebit({ day }, localDate('2026-11-24')).moneyThereOn
    expect([there(28), there(29), there(30), there(1)]).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-11-27',
      '2026-11-30',
    ])
  })
})
