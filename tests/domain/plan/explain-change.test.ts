import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Budget } from '#domain/budget/budget'
import { addMonths, dayInMonth, localDate, monthIndex, type LocalDate } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import { defaultRequest } from '#domain/extension/default-request'
import type { Loan } from '#domain/loan/loan'
import type { PaymentMade } from '#domain/loan/loan-event'
import { fen, type Fen } from '#domain/money/fen'
import { explainChange } from '#domain/plan/explain-change'
import type { PlanChange } from '#domain/plan/plan-change'
import type { PlanInput } from '#domain/plan/plan-input'
import type { PlanVersion } from '#domain/plan/plan-version'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { paid } from '../loan/a-loan'
import { anyBudget, anyLoans, anyScenario, earning, levelLoan, NO_DEFAULT, planOf, stateAt, TODAY } from './a-plan'

/** What a plan promises on its day. */
function promised(input: PlanInput): PlanVersion {
  const { months, debtFreeMonth, costFen } = simulatePlan(input)
  return {
    id: 'v1',
    madeOn: input.on,
    note: '',
    settings: input.settings,
    budget: input.budget,
    firstMonth: months[0]?.month ?? input.on.slice(0, 7),
    debtFreeMonth,
    costFen,
    loans: input.loans.map(({ loan, state }, index) => ({
      loanId: loan.id,
      owedFen: state.owedFen,
      paidThatDayFen: fen(0),
      payFen: months.map((month) => month.loans[index]?.paidFen ?? fen(0)),
      closingFen: months.map((month) => month.loans[index]?.closingFen ?? fen(0)),
      endsIn: null,
    })),
  }
}

/** The loan with what a version promised paid until a day, changed month by month; on its due day or at the month's end. */
function living(
  loan: Loan,
  version: PlanVersion,
  on: LocalDate,
  paidOf: (promisedFen: Fen, step: number) => number = (promisedFen) => promisedFen,
): Loan {
  const plan = version.loans.find(({ loanId }) => loanId === loan.id)?.payFen ?? []
  const first = monthIndex(version.madeOn)
  const rows = stateAt(loan, version.madeOn).rows
  const events = plan.slice(0, monthIndex(on) - first).flatMap((promisedFen, step) => {
    const due = rows.find((row) => row.dueOn > version.madeOn && monthIndex(row.dueOn) === first + step)?.dueOn
    const amountFen = paidOf(promisedFen, step)
    return amountFen > 0 ? [paid(`p${step}`, due ?? dayInMonth(first + step, 31), amountFen)] : []
  })
  return { ...loan, events: [...loan.events, ...events] }
}

const addsUp = ({ total, reasons, together }: PlanChange): void => {
  const costs = reasons.reduce<number>((sum, { effect }) => sum + effect.costFen, together.costFen)
  expect(costs).toBe(total.costFen)
  const months = [...reasons.map(({ effect }) => effect.months), together.months]
  if (months.every((part) => part !== null)) expect(months.reduce((sum, part) => sum + part, 0)).toBe(total.months)
  else expect(together.months).toBeNull()
}

const penalty = { by: 'rate', rate: annualRate(0.24) } as const
const late = { defaultTerms: { ...NO_DEFAULT, penalty } }
const [one, two] = [
  levelLoan('one', { principal: 1_200_000, bp: 1_200, periods: 24, dueIn: 16 }, late),
  levelLoan('two', { principal: 600_000, bp: 1_800, periods: 12, dueIn: 20 }, late),
]
const budget = earning(120_000, 5)
// Before anything falls due in its month.
const later = localDate('2027-03-02')
const version = promised(planOf([one, two], budget, 'minimumsOnly'))
const nowOf = (loans: readonly Loan[], money: Budget = budget): PlanInput => planOf(loans, money, 'minimumsOnly', later)

describe('one cause at a time', () => {
  it('says nothing while every promise is kept', () => {
    const kept = [living(one, version, later), living(two, version, later)]
    const change = explainChange(version, nowOf(kept), kept)
    expect(change.reasons).toEqual([])
    expect(change.total).toEqual({ months: 0, costFen: 0 })
  })

  it('names the missed month, what was missing, and apart from it what lateness added', () => {
    const missed = living(one, version, later, (promisedFen, step) => (step === 2 ? 10_000 : promisedFen))
    const loans = [missed, living(two, version, later)]
    const change = explainChange(version, nowOf(loans, earning(112_000, 5)), loans)
    const [first, second, ...more] = change.reasons
    const promisedFen = version.loans[0]?.payFen[2]
    expect(first).toMatchObject({ kind: 'paymentMissed', loanId: 'one', month: '2027-01', promisedFen })
    expect(first).toMatchObject({ lessFen: (promisedFen ?? 0) - 10_000 })
    const grown = stateAt(missed, later).penaltyFen
    // The next payment went to the oldest first, so part of the penalty interest is paid already.
    expect(second).toMatchObject({ kind: 'penaltyGrew', loanId: 'one' })
    if (second?.kind === 'penaltyGrew') expect(second.amountFen).toBeGreaterThanOrEqual(grown)
    expect(second?.effect.costFen).toBeGreaterThan(0)
    expect(more).toEqual([])
    addsUp(change)
  })

  it('names a month in which more was paid, and the debt that ended by it', () => {
    const loans = [
      living(one, version, later, (promisedFen, step) => (step === 1 ? promisedFen + 50_000 : promisedFen)),
      {
        ...two,
        events: [{ ...paid('all', '2026-12-14', 609_000), purpose: 'settle' } as PaymentMade],
      },
    ]
    const open = loans.filter((loan) => stateAt(loan, later).owedFen > 0)
    expect(open.map(({ id }) => id)).toEqual(['one'])
    const change = explainChange(version, nowOf(open), loans)
    expect(change.reasons.map(({ kind }) => kind)).toEqual(['paidMore', 'loanEnded'])
    expect(change.reasons[1]).toMatchObject({ loanId: 'two', promisedFen: version.loans[1]?.closingFen[3] })
    expect(change.reasons[1]?.effect.costFen).toBeLessThan(0)
    addsUp(change)
  })

  it('names less income and more spending only where the budget of then is known', () => {
    const kept = [living(one, version, later), living(two, version, later)]
    const now = {
      ...nowOf(kept, earning(80_000, 5)),
      settings: { ...version.settings, strategy: 'avalanche' as const },
    }
    const change = explainChange(version, now, kept, { budget })
    expect(change.reasons.map((reason) => reason.kind)).toEqual(['incomeChanged', 'strategyChanged'])
    expect(change.reasons[0]).toMatchObject({ monthlyFen: -40_000 })
    expect(explainChange(version, now, kept).reasons.map(({ kind }) => kind)).toEqual(['strategyChanged'])
    addsUp(change)
  })

  it('names a new loan, an arrangement, and a contract that is another', () => {
    const [cheaper, other] = [living(one, version, later), living(two, version, later)]
    const terms = one.terms.kind === 'levelInstalment' ? { ...one.terms, rate: annualRate(0.06) } : one.terms
    const changed = { ...cheaper, terms }
    const fresh = levelLoan('new', { principal: 300_000, bp: 2_400, periods: 12, dueIn: 60 })
    const now = nowOf([changed, other, fresh])
    const made = arrange(other, stateAt(other, later), defaultRequest(other, stateAt(other, later), budget, later))
    if (!made.ok) throw new Error(made.error.code)
    const loans = now.loans.map((entry) => (entry.loan.id === 'two' ? { ...entry, arrangement: made.value } : entry))
    const change = explainChange(version, { ...now, loans }, [changed, other, fresh], { loans: [one, two] })
    expect(change.reasons.map((reason) => [reason.kind, 'loanId' in reason && reason.loanId])).toEqual([
      ['termsChanged', 'one'],
      ['termsChanged', 'two'],
      ['loanAdded', 'new'],
    ])
    expect(change.reasons[0]?.effect.costFen).toBeLessThan(0)
    expect(change.reasons[2]?.effect.costFen).toBeGreaterThan(0)
    addsUp(change)
  })

  it('counts what is paid on the very day of the promise after it was made, and not what was paid before', () => {
    const soon = levelLoan('soon', { principal: 1_200_000, bp: 2_400, periods: 24, dueIn: 3 })
    const before = { ...soon, events: [paid('before', TODAY, 10_000)] }
    const money = earning(120_000, 5, 100_000)
    const plan = planOf([before], money, 'minimumsOnly')
    const [first, ...rest] = promised(plan).loans
    if (!first) throw new Error('nothing promised')
    const made = { ...promised(plan), loans: [{ ...first, paidThatDayFen: fen(10_000) }, ...rest] }
    const promisedFen = first.payFen[0] ?? 0
    expect(promisedFen).toBeGreaterThan(0)
    const on = localDate('2026-12-02')
    const change = (loan: Loan) => explainChange(made, planOf([loan], money, 'minimumsOnly', on), [loan])
    const kept = change({ ...before, events: [...before.events, paid('p', TODAY, promisedFen)] })
    expect(kept.reasons).toEqual([])
    expect(kept.total).toEqual({ months: 0, costFen: 0 })
    // Control: what had been paid before keeps no promise.
    expect(change(before).reasons.map(({ kind }) => kind)).toContain('paymentMissed')
  })

  it('does not call a promise of the running month missed', () => {
    const soon = localDate('2026-12-03')
    const change = explainChange(version, planOf([one, two], budget, 'minimumsOnly', soon), [one, two])
    expect(change.reasons).toEqual([])
  })
})

it('adds up, to the fen and the month, whatever was paid', () => {
  fc.assert(
    fc.property(
      anyLoans,
      anyBudget,
      anyBudget,
      anyScenario,
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 30 }),
      fc.integer({ min: 0, max: 8 }),
      (loans, money, moneyNow, scenario, percents, months) => {
        const plan = { ...planOf(loans, money, 'avalanche'), horizonMonths: 120 }
        const made = promised(plan)
        const on = addMonths(TODAY, months)
        const lived = loans.map((loan, index) =>
          living(loan, made, on, (promisedFen, step) =>
            Math.round((promisedFen * (percents[(step + 7 * index) % percents.length] ?? 100)) / 100),
          ),
        )
        const open = lived.filter((loan) => stateAt(loan, on).owedFen > 0)
        const now = { ...planOf(open, moneyNow, 'snowball', on), scenario, horizonMonths: 120 }
        const change = explainChange(made, now, lived, { budget: money })
        addsUp(change)
        expect(change.now.debtFreeMonth).toBe(simulatePlan(now).debtFreeMonth)
        expect(change.reasons.length).toBeLessThanOrEqual(loans.length * (months + 2) + 3)
      },
    ),
    { numRuns: 150 },
  )
})
