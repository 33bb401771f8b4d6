import { daysBetween } from '../calendar/local-date'
import { sumFen, ZERO_FEN, type Fen } from '../money/fen'
import type { EffectiveAnnual } from '../rate/effective-annual'
import { effectiveAnnual, nominalApr, type CashFlow } from '../rate/xirr'
import { ok, type Result } from '../result'
import { buildSchedule } from '../schedule/build-schedule'
import type { Schedule, ScheduleError } from '../schedule/schedule'
import type { Loan } from './loan'

/** What a loan costs as the borrower lives it: received amount in, everything paid out, fees included. */
export interface TrueCost {
  /** Σ cost ÷ Σ(balance × days ÷ 365) on money received; the only rate reference lines are compared with. */
  readonly simpleAnnual: number | null
  /** Periods per year × periodic IRR; null unless the dates are equally spaced. */
  readonly nominalApr: number | null
  readonly effectiveAnnual: EffectiveAnnual
  readonly totalPaidFen: Fen
  /** Total paid less money received. */
  readonly costFen: Fen
}

/**
 * The true cost of the contract by its schedule.
 *
 * The balance of `simpleAnnual` is the money received less the principal repaid so far, never below zero, so that an
 * upfront deduction (砍头息) counts as cost (民法典 670; 人民银行公告〔2021〕第3号), and so does a fee paid in cash that day. When rows leave principal payable on
 * demand there is no full set of flows: the rates are null and none, and the cost is the interest and fees of the rows.
 * Errors: those of `buildSchedule`.
 */
export function trueCost(loan: Loan): Result<TrueCost, ScheduleError> {
  const built = buildSchedule(loan.terms, loan.recurringFees)
  if (!built.ok) return built
  const { totals, rows } = built.value
  if (totals.principalFen < loan.terms.principalFen) {
    return ok({
      simpleAnnual: null,
      nominalApr: null,
      effectiveAnnual: { kind: 'none' },
      totalPaidFen: totals.totalFen,
      costFen: (totals.interestFen + totals.feeFen) as Fen,
    })
  }
  const upfrontFen = sumFen(loan.recurringFees, (fee) => (fee.timing === 'upfront' ? fee.amountFen : ZERO_FEN))
  const flows: CashFlow[] = [
    { on: loan.terms.drawnOn, amountFen: loan.receivedFen - upfrontFen },
    ...rows.map((row) => ({ on: row.dueOn, amountFen: 0 - row.totalFen })),
  ]
  const totalPaidFen = (totals.totalFen + upfrontFen) as Fen
  const costFen = (totalPaidFen - loan.receivedFen) as Fen
  return ok({
    simpleAnnual: simpleAnnual(loan, built.value, costFen),
    nominalApr: nominalApr(flows),
    effectiveAnnual: effectiveAnnual(flows),
    totalPaidFen,
    costFen,
  })
}

/** Borrowed money in the borrower's hands up to an instalment, and for how many days. */
export interface MoneyInHand {
  readonly balanceFen: Fen
  readonly days: number
}

/** For every instalment, the money received less the principal repaid before it, never below zero. */
export function moneyInHand(loan: Loan, { rows }: Schedule): readonly MoneyInHand[] {
  let balance: number = loan.receivedFen
  let since = loan.terms.drawnOn
  return rows.map((row) => {
    const held = { balanceFen: balance as Fen, days: daysBetween(since, row.dueOn) }
    balance = Math.max(0, balance - row.principalFen)
    since = row.dueOn
    return held
  })
}

function simpleAnnual(loan: Loan, schedule: Schedule, costFen: Fen): number | null {
  const fenDays = moneyInHand(loan, schedule).reduce((sum, { balanceFen, days }) => sum + balanceFen * days, 0)
  return fenDays > 0 ? (costFen * 365) / fenDays : null
}
