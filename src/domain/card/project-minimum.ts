import { dayNumber, type LocalDate } from '../calendar/local-date'
import type { StatedRow } from '../loan/terms'
import type { Fen } from '../money/fen'
import { accrue, owedTotal, pay, type CardLedger } from './card-ledger'
import { openMinimum } from './minimum-due'
import { closeThrough, firstOpenMinimum, interestOf } from './statement-cycle'

const MAX_MINIMUM_ROWS = 600

export interface MinimumProjection {
  readonly rows: readonly StatedRow[]
  /** The minimum does not repay the card in `MAX_MINIMUM_ROWS` rows: the last one takes all that is left. */
  readonly isCapped: boolean
}

/**
 * Goes on with an account as if nothing more were bought and exactly the minimum paid on every due day, until nothing is owed.
 * A row is what its payment paid: principal, interest, fees with late fees. The ledger is used up.
 */
export function projectMinimum(
  ledger: CardLedger,
  { maxRows, lastTakesAll } = { maxRows: MAX_MINIMUM_ROWS, lastTakesAll: true },
): MinimumProjection {
  const rows: StatedRow[] = []
  const putRow = (dueOn: LocalDate, amount: number): void => {
    closeThrough(ledger, dayNumber(dueOn) - 1)
    accrue(ledger, dayNumber(dueOn))
    const { principal, interest, fee, lateFee, penalty } = pay(ledger, amount)
    rows.push({
      dueOn,
      principalFen: principal as Fen,
      interestFen: interest as Fen,
      feeFen: (fee + lateFee + penalty) as Fen,
    })
  }
  while (rows.length < maxRows) {
    const asked = firstOpenMinimum(ledger)
    if (asked && asked.dueOn <= ledger.nextStatementOn) {
      const isLast = lastTakesAll && rows.length === maxRows - 1
      putRow(asked.dueOn, isLast ? owedTotal(ledger) : openMinimum(asked))
      if (isLast) return { rows, isCapped: true }
      ledger.minimums = ledger.minimums.filter((row) => openMinimum(row) > 0)
      continue
    }
    if (owedTotal(ledger) === 0 && interestOf(ledger, ledger.product) === 0 && ledger.comingLateFee === 0) break
    closeThrough(ledger, dayNumber(ledger.nextStatementOn))
  }
  return { rows, isCapped: false }
}
