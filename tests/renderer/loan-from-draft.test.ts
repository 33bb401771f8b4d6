import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { loanSchema, partySchema } from '#contract/dto/ledger'
import { draftOf, emptyDraft, type LoanDraft } from '../../src/renderer/features/loan/loan-draft'
import { loanFromDraft } from '../../src/renderer/features/loan/loan-from-draft'

const today = localDate('2026-11-24')
const counter = () => {
  let n = 0
  return () => `id-${(n += 1)}`
}
const typed: LoanDraft = {
  ...emptyDraft(today),
  name: ' 消费贷 ',
  lenders: [
    { id: null, name: '甲公司', type: 'consumerFinance' },
    { id: null, name: '', type: 'unknown' },
  ],
  platform: { id: null, name: '甲公司', type: 'platform' },
  principalFen: fen(4_000_000),
  drawnOn: localDate('2025-08-01'),
  rate: annualRate(0.198),
  periods: 24,
  firstDueOn: localDate('2025-09-01'),
}

describe('loanFromDraft', () => {
  it('names every field that is still missing', () => {
    const result = loanFromDraft(emptyDraft(today), null, [], today, counter())
    expect(!result.ok && Object.keys(result.error).sort()).toEqual([
      'drawnOn',
      'firstDueOn',
      'name',
      'periods',
      'principalFen',
      'rate',
    ])
  })

  it('gives a loan and parties the contract accepts, one party for one name', () => {
    const result = loanFromDraft(typed, null, [], today, counter())
    if (!result.ok) throw new Error('refused')
    expect(loanSchema.safeParse(result.value.loan).success).toBe(true)
    expect(result.value.parties.map((party) => partySchema.safeParse(party).success)).toEqual([true])
    expect(result.value.loan.receivedFen).toBe(4_000_000)
    expect(result.value.loan.defaultTerms.penalty).toEqual({ by: 'multiple', multiplePer10000: 15_000 })
  })

  it('is undone by draftOf: editing without a change saves the same loan', () => {
    const first = loanFromDraft(typed, null, [], today, counter())
    if (!first.ok) throw new Error('refused')
    const { loan, parties } = first.value
    const again = loanFromDraft(draftOf(loan, parties, today), loan, parties, today, counter())
    expect(again).toEqual({ ok: true, value: { loan, parties: [] } })
  })

  it('keeps what the lender says today as an event, and refuses a date yet to come', () => {
    const stated = { ...typed.stated, principalFen: fen(100), daysLate: 57 }
    const result = loanFromDraft({ ...typed, hasStated: true, stated }, null, [], today, counter())
    expect(result.ok && result.value.loan.events).toMatchObject([{ kind: 'balanceStated', daysLate: 57 }])
    const late = { ...stated, on: localDate('2026-11-25') }
    const refused = loanFromDraft({ ...typed, hasStated: true, stated: late }, null, [], today, counter())
    expect(!refused.ok && refused.error['stated.on']).toBe('stated_in_future')
  })

  it('refuses a plan whose principal does not add up to the contract amount', () => {
    const row = { dueOn: localDate('2026-12-01'), principalFen: fen(1), interestFen: fen(0), feeFen: fen(0) }
    const result = loanFromDraft({ ...typed, kind: 'lenderSchedule', rows: [row] }, null, [], today, counter())
    expect(!result.ok && result.error.rows).toBe('rows_do_not_repay')
  })
})
