import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { parseLenderPlan } from '#domain/loan/parse-lender-plan'
import type { Loan } from '#domain/loan/loan'
import type { Party } from '#domain/loan/party'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { loanSchema, partySchema } from '#contract/dto/ledger'
import { draftOf } from '../../src/renderer/features/loan/draft-of'
import { emptyDraft, NO_LENDER, takePlan, type LoanDraft } from '../../src/renderer/features/loan/loan-draft'
import { loanFromDraft } from '../../src/renderer/features/loan/loan-from-draft'

const today = localDate('2026-11-24')
const counter = () => {
  let n = 0
  return () => `id-${(n += 1)}`
}
const typed: LoanDraft = {
  ...emptyDraft(today),
  name: ' 消费贷 ',
  lenders: [{ ...NO_LENDER, name: '甲公司', type: 'consumerFinance' }, NO_LENDER],
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

  it('takes a pasted plan through the form to the terms, its principal where none was typed', () => {
    const { rows } = parseLenderPlan('2026-12-05 500.00 12.50\n2027-01-05 500.00 6.25')
    const pasted: LoanDraft = { ...typed, kind: 'lenderSchedule', principalFen: null, rate: null }
    const made = loanFromDraft({ ...pasted, ...takePlan(pasted, rows) }, null, [], today, counter())
    expect(made.ok && made.value.loan.terms).toMatchObject({ kind: 'lenderSchedule', principalFen: 100_000, rows })
    expect(takePlan({ ...pasted, principalFen: fen(90_000) }, rows).principalFen).toBe(90_000)
  })
})

const saved = (draft: LoanDraft, known: readonly Party[] = []): { loan: Loan; parties: readonly Party[] } => {
  const made = loanFromDraft(draft, null, known, today, counter())
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}
const refused = (draft: LoanDraft) => {
  const made = loanFromDraft(draft, null, [], today, counter())
  return made.ok ? {} : made.error
}

describe('what the contract says about late payment', () => {
  const rate = { partsPerTenMillion: 5_000, per: 'day', dayBasis: 365 } as const
  const share = { by: 'share', sharePer10000: 525, minFen: fen(1_000), maxFen: fen(50_000) } as const

  it('keeps a penalty rate of its own and a late fee in per cent through the form', () => {
    const { loan } = saved(typed)
    const defaultTerms = {
      penalty: { by: 'rate', rate },
      penaltyBase: 'overdueInstalment',
      graceDays: 3,
      lateFee: share,
    } as const
    const draft = draftOf({ ...loan, defaultTerms }, [], today)
    expect(saved(draft).loan.defaultTerms).toEqual(defaultTerms)
    expect(loanSchema.safeParse(saved(draft).loan).success).toBe(true)
  })

  it('has none where none is chosen, whatever was typed before', () => {
    const late = { ...typed.late, penaltyBy: 'none', lateFeeBy: 'none', lateFeeFen: fen(100) } as const
    expect(saved({ ...typed, late }).loan.defaultTerms).toMatchObject({ penalty: null, lateFee: null })
  })

  it('asks for the figure of the way chosen', () => {
    const late = {
      ...typed.late,
      penaltyBy: 'rate',
      lateFeeBy: 'share',
      lateFeeMinFen: fen(9),
      lateFeeMaxFen: fen(1),
    } as const
    expect(refused({ ...typed, late })).toEqual({
      'late.penaltyRate': 'penalty_missing',
      'late.lateFeePercent': 'late_fee_missing',
      'late.lateFeeMaxFen': 'late_fee_max_below_min',
    })
  })
})

describe('who is who', () => {
  const bank: Party = {
    id: 'bank',
    name: '甲银行',
    type: 'bank',
    department: '资产保全部',
    address: '某路 1 号',
    officialChannel: '95xxx',
    note: '',
  }

  it('keeps what is known of a party whose name is typed again', () => {
    const { loan, parties } = saved({ ...typed, lenders: [{ ...NO_LENDER, name: '甲银行' }] }, [bank])
    expect(parties.filter(({ id }) => id === 'bank')).toEqual([])
    expect(loan.parties.contractLenders).toEqual([{ partyId: 'bank', sharePer10000: null }])
  })

  it('renames a party where its name is changed, and changes over to another where that one is named', () => {
    const from = { ...NO_LENDER, id: 'bank', type: 'bank' } as const
    const renamed = saved({ ...typed, lenders: [{ ...from, name: '甲银行股份' }] }, [bank])
    expect(renamed.parties).toContainEqual({ ...bank, name: '甲银行股份' })
    const other: Party = { ...bank, id: 'other', name: '乙银行' }
    const moved = saved({ ...typed, lenders: [{ ...from, name: '乙银行' }] }, [bank, other])
    expect([moved.loan.parties.contractLenders[0]?.partyId, moved.parties]).toEqual(['other', [expect.anything()]])
  })

  it('names the creditor after an assignment and the collector, and keeps the shares of several lenders', () => {
    const draft: LoanDraft = {
      ...typed,
      platform: { ...typed.platform, name: '' },
      lenders: [
        { ...NO_LENDER, name: '甲银行', type: 'bank', sharePer10000: 7_000 },
        { ...NO_LENDER, name: '乙信托', type: 'trust', sharePer10000: 3_000 },
      ],
      creditor: { ...typed.creditor, name: '丙资产' },
      collector: { ...typed.collector, name: '丁催收' },
    }
    const { loan, parties } = saved(draft)
    const nameOf = (id: string | null) => parties.find((party) => party.id === id)?.name
    expect(loan.parties.contractLenders.map(({ partyId, sharePer10000 }) => [nameOf(partyId), sharePer10000])).toEqual([
      ['甲银行', 7_000],
      ['乙信托', 3_000],
    ])
    expect([nameOf(loan.parties.currentCreditorId), nameOf(loan.parties.collectorId)]).toEqual(['丙资产', '丁催收'])
    expect(draftOf(loan, parties, today)).toMatchObject({
      lenders: [{ sharePer10000: 7_000 }, { sharePer10000: 3_000 }],
    })
    const tooMuch = draft.lenders.map((lender) => ({ ...lender, sharePer10000: 6_000 }))
    expect(refused({ ...draft, lenders: tooMuch }).lenders).toBe('shares_above_whole')
  })
})

describe('the account the lender debits', () => {
  it('comes back as it was typed, and needs a day', () => {
    const debit = { day: 12, accountTail: '3021', isWageAccount: true }
    const { loan, parties } = saved({ ...typed, debit })
    expect([loan.debit, draftOf(loan, parties, today).debit]).toEqual([debit, debit])
    expect(refused({ ...typed, debit: { ...debit, day: null } })).toEqual({ 'debit.day': 'debit_day_missing' })
  })
})
