import { bench, describe } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { amortiseLevel, levelInstalmentFen, wholePeriods } from '#domain/schedule/amortise'
import { buildSchedule } from '#domain/schedule/build-schedule'

const principalFen = fen(100_000_000)
const rate = annualRate(0.041)

describe('schedule of 360 months', () => {
  bench('rows with dates', () => {
    buildSchedule({
      kind: 'levelInstalment',
      principalFen,
      drawnOn: localDate('2026-01-31'),
      firstDueOn: localDate('2026-02-28'),
      periods: 360,
      cadence: MONTHLY,
      rate,
      firstPeriod: 'whole',
    })
  })

  bench('figures only', () => {
    amortiseLevel(principalFen, levelInstalmentFen(principalFen, rate, MONTHLY, 360), 360, wholePeriods(rate, MONTHLY))
  })
})
