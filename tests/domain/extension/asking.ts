import fc from 'fast-check'
import { localDate } from '#domain/calendar/local-date'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import { annualRate } from '#domain/rate/interest-rate'
import { stateOwing } from './owing'

export const baseRequest: ArrangementRequest = {
  periods: 24,
  firstDueOn: localDate('2026-12-15'),
  rate: annualRate(0.1),
  holidayPeriods: 0,
  interestOnlyPeriods: 0,
  waivePenaltyPer10000: 0,
  arrears: 'spread',
  settlementPer10000: null,
}

export const anyState = fc
  .record({
    principal: fc.integer({ min: 1, max: 500_000_000 }),
    interest: fc.integer({ min: 0, max: 5_000_000 }),
    penalty: fc.integer({ min: 0, max: 5_000_000 }),
    lateFee: fc.integer({ min: 0, max: 500_000 }),
  })
  .map(stateOwing)

export const anyRequest: fc.Arbitrary<ArrangementRequest> = fc
  .record({
    periods: fc.integer({ min: 5, max: 120 }),
    rate: fc.integer({ min: 0, max: 3600 }).map((bp) => annualRate(bp / 10_000)),
    holidayPeriods: fc.integer({ min: 0, max: 3 }),
    interestOnlyPeriods: fc.integer({ min: 0, max: 1 }),
    waivePenaltyPer10000: fc.integer({ min: 0, max: 10_000 }),
    arrears: fc.constantFrom('spread' as const, 'capitalise' as const, 'withFirst' as const),
  })
  .map((terms) => ({ ...terms, firstDueOn: localDate('2026-12-15'), settlementPer10000: null }))
