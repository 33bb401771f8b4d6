import { bench, describe } from 'vitest'
import { addMonths, localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { loanTimeline } from '#domain/loan/loan-timeline'
import { stateOn } from '#domain/loan/state-on'
import { fifty } from './fifty-loans'

const on = localDate('2026-11-24')
const loans = fifty(on)

const state = (loan: Loan, date: typeof on) => {
  const found = stateOn(loan, date)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

describe('state of 50 loans with 5 years of events', () => {
  bench('from scratch, today', () => {
    for (const loan of loans) state(loan, on)
  })
  const timelines = loans.map((loan) => {
    const timeline = loanTimeline(loan)
    if (!timeline.ok) throw new Error(timeline.error.code)
    return timeline.value
  })
  bench('on the first of 60 months, one timeline each', () => {
    for (const timeline of timelines)
      for (let month = 59; month >= 0; month -= 1) timeline.stateOn(addMonths(on, -month))
  })
  bench('on the first of 60 months, from scratch each time', () => {
    for (const loan of loans) for (let month = 59; month >= 0; month -= 1) state(loan, addMonths(on, -month))
  })
})
