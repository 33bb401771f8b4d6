import { daysBetween } from '../calendar/local-date'
import type { InformalTerms, StatedRow } from '../loan/terms'
import { sumFen, ZERO_FEN, type Fen } from '../money/fen'
import { daysInterest } from '../rate/interest'
import { err, ok, type Result } from '../result'
import type { ScheduleError } from './schedule'

/** A row before it is numbered and summed. */
export type PlainRow = StatedRow

/**
 * Splits agreed sums between relatives and friends (亲友借款) into interest and principal.
 *
 * With a rate, simple interest by actual days is paid first, and unpaid interest waits without bearing interest; the
 * row that clears the debt is capped at what is owed. Principal that no row covers has no row: it is payable on demand
 * (民法典 675). Errors: `rows_do_not_repay` when the rows pay more than is owed.
 */
export function informalRows(terms: InformalTerms): Result<readonly PlainRow[], ScheduleError> {
  const { principalFen, rate, rows } = terms
  let balance: number = principalFen
  let interestOwed = 0
  let since = terms.drawnOn
  const plain: PlainRow[] = []
  for (const row of rows) {
    if (rate) interestOwed += daysInterest(balance as Fen, rate, daysBetween(since, row.dueOn))
    since = row.dueOn
    const interestFen = Math.min(row.amountFen, interestOwed)
    const principalPart = Math.min(row.amountFen - interestFen, balance)
    const isTooMuch = interestFen + principalPart < row.amountFen
    if (isTooMuch && (rate === null || interestFen + principalPart === 0)) {
      return err({ code: 'rows_do_not_repay', principalFen, rowsFen: sumFen(rows, (item) => item.amountFen) })
    }
    interestOwed -= interestFen
    balance -= principalPart
    plain.push({
      dueOn: row.dueOn,
      principalFen: principalPart as Fen,
      interestFen: interestFen as Fen,
      feeFen: ZERO_FEN,
    })
  }
  return ok(plain)
}
