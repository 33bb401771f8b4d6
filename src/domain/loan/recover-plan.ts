import { cadenceDate, MONTHLY, type Cadence } from '../calendar/cadence'
import type { LocalDate } from '../calendar/local-date'
import { MAX_FEN, sumFen, type Fen } from '../money/fen'
import { err, ok, type Result } from '../result'
import { fillPlan, type PlanRow } from './fill-plan'
import { fitPlan } from './fit-plan'
import { impliedRates } from './implied-rates'
import type { StatedRow } from './terms'
import { isOnePeriod } from '../calendar/cadence'
import { planDates } from './plan-dates'
import { planFees, recurringFees, type PlanFees } from './plan-fees'
import { planFindings } from './plan-findings'
import type { RecoveredKind, ShapeRow } from './plan-shapes'
import { rebuiltTerms } from './rebuilt-terms'
import type { PlanFit, RecoveredPlan, RecoverError, StatedPlan } from './recovered-plan'
import { splitTotals } from './split-totals'

/**
 * Reads a lender's repayment plan backwards: which kind of loan at which rate gives these rows to the fen, which fees lie
 * beside it, and what an advertisement would not have said.
 *
 * Rows     in any order, one to a date. Missing dates inside the plan's rhythm are put in and said; only given rows are
 *          compared. Rows that carry totals only (principal column above the known amount, no interest) are split by
 *          each kind in turn.
 * Rate     the roundest in 1e-7 of a year, month or day that gives every interest figure by the engine's own rounding.
 * Unclear  One instalment is a bullet; without interest several kinds are the same: all are listed.
 * Errors   `no_rows`, `principal_out_of_range`, `first_due_before_drawn`, `date_twice`.
 */
export function recoverPlan(plan: StatedPlan): Result<RecoveredPlan, RecoverError> {
  const rows = [...plan.rows].sort((left, right) => left.dueOn.localeCompare(right.dueOn))
  const [first] = rows
  if (!first) return err({ code: 'no_rows' })
  const twice = rows.find((row, at) => rows[at - 1]?.dueOn === row.dueOn)
  if (twice) return err({ code: 'date_twice', on: twice.dueOn })
  const { drawnOn } = plan
  if (drawnOn !== null && drawnOn > first.dueOn) {
    return err({ code: 'first_due_before_drawn', drawnOn, firstDueOn: first.dueOn })
  }
  const reading = readingOf(plan, rows, first.dueOn)
  if (reading.principalFen < 1 || reading.principalFen > MAX_FEN) return err({ code: 'principal_out_of_range' })
  const fits = fitsOf(reading)
  const { principalFen, receivedFen, cadence, fees, comparedRows } = reading
  const implied = impliedRates(reading.rows, receivedFen, reading.drawnOn)
  const recovered = { fits, comparedRows, periods: reading.rows.length, cadence, principalFen, receivedFen }
  const whole = { ...recovered, drawnOn: reading.drawnOn, fees, implied }
  return ok({
    ...whole,
    findings: planFindings({ ...whole, plan, rows: reading.rows, isTotalsOnly: reading.isTotalsOnly }),
  })
}

interface Reading {
  readonly rows: readonly PlanRow[]
  readonly principalFen: Fen
  readonly receivedFen: Fen
  readonly drawnOn: LocalDate
  readonly cadence: Cadence | null
  readonly fees: PlanFees
  readonly comparedRows: number
  readonly isTotalsOnly: boolean
  /** No interest column is used: the fees are the charge (等本等息 as card apps show it). */
  readonly isFeeTheCharge: boolean
}

function readingOf(plan: StatedPlan, given: readonly StatedRow[], firstDueOn: LocalDate): Reading {
  const { cadence, dueOn } = planDates(given.map((row) => row.dueOn))
  const hasParts = given.some((row) => row.interestFen + row.feeFen > 0)
  const amountFen = plan.principalFen ?? (hasParts ? null : plan.receivedFen)
  const isTotalsOnly = !hasParts && amountFen !== null && amountFen < sumFen(given, (row) => row.principalFen)
  const rows = fillPlan(given, dueOn, isTotalsOnly ? null : amountFen)
  const rowsFen = sumFen(rows, (row) => row.principalFen)
  const principalFen = isTotalsOnly ? amountFen : rowsFen
  const isFeeTheCharge = given.every((row) => row.interestFen === 0)
  return {
    rows,
    principalFen,
    receivedFen: plan.receivedFen ?? plan.principalFen ?? principalFen,
    drawnOn: plan.drawnOn ?? cadenceDate(firstDueOn, cadence ?? MONTHLY, -1),
    cadence,
    fees: planFees(isFeeTheCharge ? [] : given.map((row) => row.feeFen)),
    comparedRows: given.length,
    isTotalsOnly,
    isFeeTheCharge,
  }
}

function fitsOf(reading: Reading): readonly PlanFit[] {
  const { rows, principalFen, drawnOn, fees, isTotalsOnly, isFeeTheCharge } = reading
  const cadence = reading.cadence ?? MONTHLY
  const dueOn = rows.map((row) => row.dueOn)
  const isWholeFirst = isOnePeriod(drawnOn, dueOn[0] ?? drawnOn, cadence)
  const context = { principalFen, cadence, drawnOn, dueOn, isWholeFirst }
  const shapes: readonly (readonly ShapeRow[])[] = isTotalsOnly
    ? splitTotals(rows, principalFen, cadence)
    : [
        rows.map((row) => ({
          principalFen: row.principalFen,
          chargeFen: isFeeTheCharge ? row.feeFen : row.interestFen,
          isGiven: row.isGiven,
          isSure: row.isSure,
        })),
      ]
  const carried = recurringFees(fees)
  const canRebuild = fees.isRegular && (reading.cadence !== null || rows.length === 1)
  const judged = shapes
    .flatMap((split) => fitPlan(split, context))
    .map(({ kind, rule, rate, feeTiming, equalRows, largestDifferenceFen, oddness }) => {
      const found = { kind, rate, interestBy: rule.by, firstPeriod: rule.firstPeriod, feeTiming }
      const rebuilt = canRebuild ? rebuiltTerms(found, carried, rows, context) : null
      const compared = rebuilt ?? { equalRows, largestDifferenceFen, terms: null }
      return { oddness, fit: { ...found, ...compared, fees: carried } satisfies PlanFit }
    })
    .sort(better)
  const kinds = new Set<RecoveredKind>()
  return judged.map(({ fit }) => fit).filter(({ kind }) => !kinds.has(kind) && kinds.add(kind))
}

interface JudgedFit {
  readonly fit: PlanFit
  readonly oddness: number
}

/** Most rows equal, then a contract this program writes, then the roundest rate; of equals the usual kind and rule. */
const better = (left: JudgedFit, right: JudgedFit): number =>
  right.fit.equalRows - left.fit.equalRows ||
  left.fit.largestDifferenceFen - right.fit.largestDifferenceFen ||
  Number(left.fit.terms === null) - Number(right.fit.terms === null) ||
  left.oddness - right.oddness
