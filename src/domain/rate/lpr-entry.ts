import type { LocalDate } from '#domain/calendar/local-date'

/** One-year loan prime rate (一年期 LPR) in 1e-7 a year (3.00 % is 300 000), from the day it was published. */
export interface LprEntry {
  readonly from: LocalDate
  readonly partsPerTenMillion: number
}
