import { addDays, addMonths, daysBetween, monthIndex, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import type { LateFee } from './default-terms'

/** One charge of a late fee (违约金) on what is missed, in fen, rounded half up, within its own floor and limit. */
export function lateFeeCharge(fee: LateFee, missed: number): number {
  if (missed <= 0) return 0
  if (fee.by === 'fixed') return fee.amountFen
  const floored = Math.max(mulDivFen(missed as Fen, fee.sharePer10000, 10_000), fee.minFen)
  return fee.maxFen === null ? floored : Math.min(floored, fee.maxFen)
}

/**
 * How many charges an instalment that stayed open has gathered on a day: none within the grace days; beyond them one, or one
 * for every day since the due day, or one at once and one more each month.
 */
export function lateFeeCharges(fee: LateFee, dueOn: LocalDate, graceDays: number, on: LocalDate): number {
  const late = daysBetween(dueOn, on)
  if (late <= graceDays) return 0
  switch (fee.charged ?? 'once') {
    case 'once':
      return 1
    case 'daily':
      return late
    case 'monthly': {
      const first = addDays(dueOn, graceDays + 1)
      const months = monthIndex(on) - monthIndex(first)
      return 1 + (addMonths(first, months) <= on ? months : months - 1)
    }
  }
}
