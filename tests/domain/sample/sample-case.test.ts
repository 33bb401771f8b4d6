import { expect, it } from 'vitest'
import { caseDocumentSchema } from '#contract/dto/case-document'
import { addDays, addMonths, localDate, type LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import { stateOn } from '#domain/loan/state-on'
import { typicalMonth } from '#domain/budget/month-budget'
import { documentIssues } from '#services/document/document-issues'
import { sampleIn } from '#services/sample'

/** Every day of a leap year and of the year after, from the day the sample was written for. */
const days = Array.from({ length: 2 * 366 }, (_, day) => addDays(localDate('2027-11-24'), day))
const farDays = Array.from({ length: 60 }, (_, step) => addMonths(localDate('2026-01-31'), step * 5))

const stateOf = (loan: Loan, on: LocalDate): LoanState => {
  const state = stateOn(loan, on)
  if (!state.ok) throw new Error(`${loan.id}: ${state.error.code}`)
  return state.value
}

it('is a valid case in both languages on any day', () => {
  for (const on of [...days.filter((_, index) => index % 3 === 0), ...farDays])
    for (const language of ['zh-CN', 'en'] as const) {
      const document = sampleIn(language, on)
      expect(caseDocumentSchema.safeParse(document).error?.issues ?? []).toEqual([])
      expect(documentIssues(document)).toEqual([])
    }
})

it('shows one loan two instalments behind and four that are not late, on every day', () => {
  for (const on of [...days, ...farDays]) {
    const states = sampleIn('zh-CN', on).loans.map((loan) => stateOf(loan, on))
    const stages = states.map((state) => state.stage)
    expect({ on, late: stages.filter((stage) => stage === 'm2').length }).toEqual({ on, late: 1 })
    expect(stages.filter((stage) => stage === 'current' || stage === 'dueSoon')).toHaveLength(4)
    expect(states.filter((state) => state.arrearsFen > 0)).toHaveLength(1)
  }
})

it('states yesterday what the contract asks after twelve payments, and a late fee of 87.00', () => {
  for (const on of days) {
    const loan = sampleIn('zh-CN', on).loans.find((item) => item.id === 'loan-consumer')
    const stated = loan?.events[0]
    if (!loan || stated?.kind !== 'balanceStated' || loan.terms.kind !== 'levelInstalment')
      throw new Error('no statement')
    expect(stated.on).toBe(addDays(on, -1))
    expect(addMonths(loan.terms.firstDueOn, 12)).toBe(addDays(stated.on, -stated.daysLate))
    const nextDueOn = addMonths(loan.terms.firstDueOn, 14)
    expect(stated.nextDueOn).toBe(nextDueOn)
    expect(nextDueOn > on).toBe(true)
    const state = stateOf(loan, on)
    expect(state.owedFen).toBe(
      state.principalFen + state.interestFen + state.feeFen + state.penaltyFen + state.lateFeeFen,
    )
    expect(state.lateFeeFen).toBe(8_700)
    // 40,000.00 at 19.8 % over 24 months; after 12 payments 21,957.49 is left whatever the day.
    expect(state.principalFen).toBe(2_195_749)
  }
})

it('has paid every instalment of the other loans up to today and none after', () => {
  for (const on of days)
    for (const loan of sampleIn('zh-CN', on).loans) {
      if (loan.id === 'loan-consumer') continue
      for (const row of stateOf(loan, on).rows) expect(row.openFen === 0).toBe(row.dueOn <= on)
    }
})

it('leaves 3,900.00 a month for debts', () => {
  for (const on of farDays) expect(typicalMonth(sampleIn('zh-CN', on).budget, on).disposableFen).toBe(390_000)
})
