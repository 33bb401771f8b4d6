import { bench, describe } from 'vitest'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { effectiveAnnual } from '#domain/rate/xirr'

const start = localDate('2024-01-31')
const flows = Array.from({ length: 361 }, (_, index) => ({
  on: addMonths(start, index),
  amountFen: index === 0 ? 100_000_000 : -483_198,
}))
/** A second drawdown after a year makes three changes of sign: the path that proves every root. */
const redrawn = flows.map((flow, index) => (index === 12 ? { ...flow, amountFen: 20_000_000 } : flow))

describe('XIRR of 360 flows', () => {
  bench('one change of sign', () => {
    effectiveAnnual(flows)
  })

  bench('several changes of sign', () => {
    effectiveAnnual(redrawn)
  })
})
