import { addDays, addMonths, type LocalDate } from '#domain/calendar/local-date'
import { MONTHLY } from '#domain/calendar/cadence'
import type { Loan } from '#domain/loan/loan'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { aLoan, paid } from '../domain/loan/a-loan'

/** Fifty level loans of 60 months that began five years before a day, each instalment paid a few days late. */
export const fifty = (on: LocalDate): readonly Loan[] =>
  Array.from({ length: 50 }, (_, index) => {
    const loan = aLoan({
      id: `loan-${index}`,
      terms: {
        kind: 'levelInstalment',
        principalFen: fen(1_000_000 + index * 10_000),
        drawnOn: addMonths(on, -61),
        firstDueOn: addMonths(on, -60),
        periods: 60,
        cadence: MONTHLY,
        rate: annualRate(0.1 + index / 500),
        firstPeriod: 'whole',
      },
    })
    const schedule = buildSchedule(loan.terms)
    if (!schedule.ok) throw new Error(schedule.error.code)
    const events = schedule.value.rows.map((row) => paid(`p${row.n}`, addDays(row.dueOn, index % 5), row.totalFen))
    return { ...loan, events }
  })
