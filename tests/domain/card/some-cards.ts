import fc from 'fast-check'
import { addDays, localDate, type LocalDate } from '#domain/calendar/local-date'
import type { DefaultTerms } from '#domain/loan/default-terms'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { RevolvingTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { bought, charged, drewCash, paid } from './a-card'

export const START = localDate('2026-01-01')
export const END = addDays(START, 400)

export const dated = (days: number): LocalDate => addDays(START, days)
export const anEvent: fc.Arbitrary<LoanEvent> = fc
  .tuple(fc.nat(390), fc.integer({ min: 1, max: 300_000 }), fc.nat(5))
  .map(([days, amountFen, kind]) => {
    const day = dated(days)
    if (kind === 0) return drewCash(day, amountFen)
    if (kind === 1) return charged(day, 'cardInstalment', amountFen)
    if (kind === 2) return charged(day, 'fee', Math.ceil(amountFen / 100))
    return kind === 3 ? bought(day, amountFen) : paid(day, amountFen)
  })
export const someEvents = fc.array(anEvent, { maxLength: 25 })
export const someTerms: fc.Arbitrary<Partial<RevolvingTerms>> = fc.record({
  principalFen: fc.nat(1_000_000).map(fen),
  drawnOn: fc.constant(START),
  statementDay: fc.integer({ min: 1, max: 31 }),
  due: fc.oneof(
    fc.record({ by: fc.constant('daysAfter' as const), days: fc.integer({ min: 10, max: 26 }) }),
    fc.record({ by: fc.constant('dayOfMonth' as const), day: fc.integer({ min: 1, max: 31 }) }),
  ),
  limitFen: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 500_000 }).map(fen)),
  interestOn: fc.constantFrom('wholeStatement' as const, 'unpaidPart' as const),
  compounds: fc.boolean(),
  minimum: fc.oneof(
    fc.record({
      by: fc.constantFrom('share' as const, 'shareAndCharges' as const),
      sharePer10000: fc.integer({ min: 100, max: 2_000 }),
      floorFen: fc.nat(10_000).map(fen),
    }),
    fc.record({ by: fc.constant('fixed' as const), amountFen: fc.integer({ min: 100, max: 100_000 }).map(fen) }),
  ),
})
export const someLate: fc.Arbitrary<Partial<DefaultTerms>> = fc.record({
  graceDays: fc.nat(3),
  graceAmountFen: fc.nat(1_000).map(fen),
})
