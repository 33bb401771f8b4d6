import type { LoanState } from '../loan/loan-state'
import { sumFen, ZERO_FEN, type Fen } from '../money/fen'
import { headlineRate } from '../rate/effective-annual'
import { effectiveAnnual } from '../rate/xirr'
import type { ArrangementComparison, ArrangementRequest, ArrangementRow } from './arrangement'

/** Old contract against new, from the same day on. The old total counts what has no row (on demand) as well. */
export function compare(
  state: LoanState,
  rows: readonly ArrangementRow[],
  request: ArrangementRequest,
): ArrangementComparison {
  const open = state.rows.filter((row) => row.openFen > 0)
  const ahead = open.filter((row) => row.n > 0 && row.dueOn >= state.on)
  const inRowsFen = sumFen(open, (row) => row.openPrincipalFen)
  const oldTotalFen = (sumFen(open, (row) => row.openFen) + state.principalFen - inRowsFen) as Fen
  const newTotalFen = sumFen(rows, (row) => row.totalFen)
  return {
    oldInstalmentFen: ahead[0]?.openFen ?? oldTotalFen,
    newInstalmentFen:
      (rows.length === 1 ? rows[0] : rows[request.holidayPeriods + request.interestOnlyPeriods])?.totalFen ?? ZERO_FEN,
    oldLastDueOn: open.at(-1)?.dueOn ?? state.on,
    newLastDueOn: rows.at(-1)?.dueOn ?? request.firstDueOn,
    oldTotalFen,
    newTotalFen,
    extraCostFen: (newTotalFen - oldTotalFen) as Fen,
    newEffectiveAnnual: headlineRate(
      effectiveAnnual([
        { on: state.on, amountFen: state.owedFen },
        ...rows.map((row) => ({ on: row.dueOn, amountFen: 0 - row.totalFen })),
      ]),
    ),
  }
}
