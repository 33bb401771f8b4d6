import type { BudgetLine } from '../budget/budget'
import { monthBudget, type BudgetEntry } from '../budget/month-budget'
import { addDays, dayInMonth, monthIndex, type LocalDate } from '../calendar/local-date'
import type { Arrangement } from '../extension/arrangement'
import type { LoanState } from '../loan/loan-state'
import { addFen, type Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { simulatePlan, type PlanInput } from '../plan/simulate-plan'
import type { Shock, ShockEffect } from './shock'

/** A year's months times the whole in basis points. */
const YEARLY_BASIS_POINTS = 12 * 10_000

/**
 * The plan with a shock in it. Income that is missing or late is set against itself on its own day, so that days inside the
 * month stay true; one-off spending comes on the first day of next month.
 */
export function applyShock(input: PlanInput, shock: Shock): PlanInput {
  const next = monthIndex(input.on) + 1
  switch (shock.kind) {
    case 'incomeDrop':
      return withLines(input, lessIncome(input, next, shock.months, shock.percent))
    case 'noIncome':
      return withLines(input, lessIncome(input, next, shock.months, 100))
    case 'expense':
      return withLines(input, [onceOff('expense', 'other', dayInMonth(next, 1), shock.amountFen)])
    case 'paydayLate':
      return withLines(
        input,
        incomes(input, next).flatMap(({ on, amountFen }, index) => [
          onceOff(`taken-${index}`, 'income', on, 0 - amountFen),
          onceOff(`late-${index}`, 'income', addDays(on, shock.days), amountFen),
        ]),
      )
    case 'refusal':
      return {
        ...input,
        loans: input.loans.map((item) =>
          item.loan.id === shock.loanId ? { loan: item.loan, state: item.state } : item,
        ),
      }
    case 'ratesUp':
      return {
        ...input,
        loans: input.loans.map((item) => ({
          ...item,
          state: dearerState(item.state, shock.basisPoints),
          ...(item.arrangement ? { arrangement: dearerTerms(item.arrangement, shock.basisPoints) } : {}),
        })),
      }
  }
}

/** How a plan stands: what breaks first, how often, and where money comes too late in its month. */
export function effectOf(input: PlanInput): ShockEffect {
  const { months, shortfallMonths, lowestCashFen } = simulatePlan(input)
  const gap = months.find(({ timingGap }) => timingGap !== null)?.timingGap ?? null
  return { firstBreak: shortfallMonths[0] ?? null, brokenMonths: shortfallMonths.length, firstGap: gap, lowestCashFen }
}

const withLines = (input: PlanInput, lines: readonly BudgetLine[]): PlanInput => ({
  ...input,
  budget: { ...input.budget, lines: [...input.budget.lines, ...lines] },
})

const incomes = ({ budget }: PlanInput, month: number): readonly BudgetEntry[] =>
  monthBudget({ ...budget, lines: budget.lines.filter(({ side }) => side === 'income') }, month).entries

const lessIncome = (input: PlanInput, first: number, months: number, percent: number): readonly BudgetLine[] =>
  Array.from({ length: months }, (_, step) => first + step).flatMap((month) =>
    incomes(input, month).map(({ on, amountFen }, index) =>
      onceOff(
        `less-${month}-${index}`,
        'income',
        on,
        0 - mulDivFen(amountFen as Fen, Math.round(percent * 100), 10_000),
      ),
    ),
  )

function onceOff(id: string, side: 'income' | 'other', on: LocalDate, amountFen: number): BudgetLine {
  const base = {
    id: `shock-${id}`,
    name: '',
    amountFen: amountFen as Fen,
    cadence: 'once' as const,
    dayOfMonth: null,
    startsOn: on,
    endsOn: null,
    certainty: 'sure' as const,
  }
  return side === 'income' ? { ...base, side, category: 'otherIncome' } : { ...base, side, category: 'otherSpending' }
}

/** A twelfth of the rise on the principal that is not due before each coming instalment, rounded half up. */
function dearerState(state: LoanState, basisPoints: number): LoanState {
  const isComing = (row: LoanState['rows'][number]) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0
  let open = state.rows.filter(isComing).reduce((sum, row) => sum + row.openPrincipalFen, 0)
  return {
    ...state,
    rows: state.rows.map((row) => {
      if (!isComing(row)) return row
      const more = mulDivFen(open as Fen, basisPoints, YEARLY_BASIS_POINTS)
      open -= row.openPrincipalFen
      return { ...row, interestFen: addFen(row.interestFen, more), openFen: addFen(row.openFen, more) }
    }),
  }
}

function dearerTerms(arrangement: Arrangement, basisPoints: number): Arrangement {
  let open: number = arrangement.principalFen
  const rows = arrangement.rows.map((row) => {
    const more = mulDivFen(open as Fen, basisPoints, YEARLY_BASIS_POINTS)
    open -= row.principalFen
    // Nothing is asked in a payment holiday.
    if (row.totalFen === 0) return row
    return { ...row, interestFen: addFen(row.interestFen, more), totalFen: addFen(row.totalFen, more) }
  })
  return { ...arrangement, rows }
}
