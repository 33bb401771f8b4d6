import fc from 'fast-check'
import type { Budget, BudgetLine } from '#domain/budget/budget'
import { MONTHLY } from '#domain/calendar/cadence'
import { addDays, addMonths, localDate, type LocalDate } from '#domain/calendar/local-date'
import { PREPAY_BY_ACTUAL_DAYS, type DefaultTerms, type PrepaymentTerms } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import type { LoanTerms } from '#domain/loan/terms'
import type { LoanState } from '#domain/loan/loan-state'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'
import type { Strategy } from '#domain/plan/plan'
import type { Scenario, ScenarioChange } from '#domain/plan/scenario'
import type { PlanInput } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan } from '../loan/a-loan'

export const TODAY = localDate('2026-11-24')

export const NO_DEFAULT: DefaultTerms = {
  penalty: null,
  penaltyBase: 'overduePrincipal',
  graceDays: 0,
  lateFee: null,
}

export function stateAt(loan: Loan, on: LocalDate): LoanState {
  const state = stateOn(loan, on)
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

export const FEES_STAY: PrepaymentTerms = { ...PREPAY_BY_ACTUAL_DAYS, remainingFees: 'due' }
export const EARLY_FEE: PrepaymentTerms = { ...PREPAY_BY_ACTUAL_DAYS, feePer10000: 150 }
export const NO_PREPAYMENT: PrepaymentTerms = { ...PREPAY_BY_ACTUAL_DAYS, allowed: 'no' }

/** An income on a day of every month; what is left of a month is all of it. */
export const earning = (amountFen: number, dayOfMonth = 1, cashNowFen = 0): Budget => ({
  lines: [wage('wage', amountFen, dayOfMonth)],
  cashNowFen: fen(cashNowFen),
  reserveFen: fen(0),
})

export const wage = (id: string, amountFen: number, dayOfMonth: number): BudgetLine => ({
  id,
  name: id,
  side: 'income',
  category: 'wage',
  amountFen: fen(amountFen),
  cadence: 'monthly',
  dayOfMonth,
  startsOn: null,
  endsOn: null,
  certainty: 'sure',
})

export const planOf = (
  loans: readonly Loan[],
  budget: Budget,
  strategy: Strategy = 'avalanche',
  on: LocalDate = TODAY,
): PlanInput => ({
  on,
  loans: loans.map((loan) => ({ loan, state: stateAt(loan, on) })),
  budget,
  settings: { strategy, ownOrder: loans.map((loan) => loan.id).reverse() },
})

export interface LevelFacts {
  readonly principal: number
  readonly bp: number
  readonly periods: number
  readonly dueIn: number
}

/** A loan drawn a month before its first instalment, which falls due `dueIn` days after today. */
export function levelLoan(
  id: string,
  { principal, bp, periods, dueIn }: LevelFacts,
  changes: Partial<Loan> = {},
): Loan {
  const firstDueOn = addDays(TODAY, dueIn)
  return aLoan({
    id,
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(principal),
      drawnOn: addMonths(firstDueOn, -1),
      firstDueOn,
      periods,
      cadence: MONTHLY,
      rate: annualRate(bp / 10_000),
      firstPeriod: 'whole',
    },
    ...changes,
  })
}

export const levelFacts = fc.record({
  principal: fc.integer({ min: 50_000, max: 5_000_000 }),
  bp: fc.integer({ min: 0, max: 3_600 }),
  periods: fc.integer({ min: 1, max: 36 }),
  // Not drawn before today's month: nothing has fallen due yet.
  dueIn: fc.integer({ min: 7, max: 30 }),
})

/** Loans of every kind, some of them late, with every rule of lateness and of early payment. */
export const anyLoan = fc
  .record({
    principal: fc.integer({ min: 20_000, max: 3_000_000 }),
    bp: fc.integer({ min: 0, max: 3_000 }),
    periods: fc.integer({ min: 1, max: 30 }),
    monthsAgo: fc.integer({ min: 0, max: 6 }),
    day: fc.integer({ min: 1, max: 31 }),
    kind: fc.constantFrom('levelInstalment', 'equalPrincipal', 'interestFirst', 'flatFee', 'bullet', 'informal'),
    prepayment: fc.constantFrom(PREPAY_BY_ACTUAL_DAYS, FEES_STAY, NO_PREPAYMENT, EARLY_FEE),
    multiple: fc.constantFrom(0, 13_000, 15_000),
    penaltyBase: fc.constantFrom('overduePrincipal', 'overdueInstalment'),
    graceDays: fc.constantFrom(0, 3, 40),
    lateFeeFen: fc.constantFrom(0, 2_000),
  })
  .map(({ principal, bp, periods, monthsAgo, day, kind, prepayment, ...late }) => {
    const firstDueOn = addDays(addMonths(localDate('2026-11-01'), 1 - monthsAgo), Math.min(day, 28) - 1)
    const rated = { principalFen: fen(principal), drawnOn: addMonths(firstDueOn, -1), rate: annualRate(bp / 10_000) }
    const dated = { ...rated, periods, firstDueOn, cadence: MONTHLY }
    const terms: LoanTerms =
      kind === 'bullet'
        ? { kind, ...rated, maturesOn: addMonths(firstDueOn, periods + 6) }
        : kind === 'informal'
          ? {
              kind,
              ...rated,
              rate: null,
              rows: [{ dueOn: addMonths(firstDueOn, 9), amountFen: fen(Math.floor(principal / 2)) }],
            }
          : kind === 'flatFee'
            ? {
                kind,
                principalFen: rated.principalFen,
                drawnOn: rated.drawnOn,
                periods,
                firstDueOn,
                cadence: MONTHLY,
                feeRate: { partsPerTenMillion: bp * 100, per: 'month', dayBasis: 365 },
                feeTiming: 'everyPeriod',
              }
            : { kind, ...dated, firstPeriod: 'whole' }
    const defaultTerms: DefaultTerms = {
      penalty: late.multiple === 0 ? null : { by: 'multiple', multiplePer10000: late.multiple },
      penaltyBase: late.penaltyBase,
      graceDays: late.graceDays,
      lateFee: late.lateFeeFen === 0 ? null : { by: 'fixed', amountFen: fen(late.lateFeeFen) },
    }
    return aLoan({ terms, prepayment, defaultTerms })
  })

/** One to five of them, each with its own id. */
export const anyLoans = fc
  .array(anyLoan, { minLength: 1, maxLength: 5 })
  .map((loans) => loans.map((loan, index): Loan => ({ ...loan, id: `loan-${index}` })))

/** Uneven money: a wage, a yearly bonus, essentials, a year with a large expense. */
export const anyBudget = fc
  .record({
    wageFen: fc.integer({ min: 0, max: 1_500_000 }),
    day: fc.integer({ min: 1, max: 31 }),
    essentialsFen: fc.integer({ min: 0, max: 600_000 }),
    expenseFen: fc.integer({ min: 0, max: 1_500_000 }),
    expenseIn: fc.integer({ min: 0, max: 18 }),
    lossFen: fc.integer({ min: 0, max: 900_000 }),
    lossIn: fc.integer({ min: 1, max: 24 }),
    cashFen: fc.integer({ min: 0, max: 3_000_000 }),
  })
  .map((facts): Budget => {
    const line = wage('wage', facts.wageFen, facts.day)
    const other = { ...line, side: 'other', category: 'otherSpending' } as const
    return {
      lines: [
        line,
        { ...line, id: 'food', side: 'essential', category: 'food', amountFen: fen(facts.essentialsFen) },
        {
          ...other,
          id: 'expense',
          cadence: 'once',
          amountFen: fen(facts.expenseFen),
          startsOn: addMonths(TODAY, facts.expenseIn),
        },
        { ...other, id: 'loss', amountFen: fen(facts.lossFen), startsOn: addMonths(TODAY, facts.lossIn) },
      ],
      cashNowFen: fen(facts.cashFen),
      reserveFen: fen(0),
    }
  })

/** None to four things that go otherwise than the budget says. */
export const anyScenario = fc
  .array(
    fc.record({
      kind: fc.constantFrom('windfall', 'shortMonth', 'raise', 'startLater'),
      day: fc.integer({ min: -20, max: 600 }),
      sumFen: fc.nat(900_000),
      isLess: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((facts): Scenario => {
    const changes = facts.map(({ kind, day, sumFen, isLess }): ScenarioChange => {
      const on = addDays(TODAY, day)
      if (kind === 'windfall') return { kind, on, amountFen: fen(sumFen) }
      if (kind === 'shortMonth') return { kind, on, lessFen: fen(sumFen) }
      if (kind === 'raise') return { kind, from: on, monthlyFen: fen(isLess ? -sumFen : sumFen) }
      return { kind: 'startLater', from: on }
    })
    return { id: 'any', name: '', assumption: '', changes }
  })
