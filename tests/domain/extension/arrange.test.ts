import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import { fen, sumFen, ZERO_FEN } from '#domain/money/fen'
import { periodInterest } from '#domain/rate/interest'
import { annualRate } from '#domain/rate/interest-rate'
import { anyRequest, anyState, baseRequest as request } from './asking'
import { loanOwing, stateOwing } from './owing'

it('writes the letter of the design sketch to the fen', () => {
  // Source: shared/design/mock/letter.html, computed at 10 %/12 a month, half up, old arrears spread without interest.
  const state = stateOwing({ principal: 2_491_036, interest: 121_420, penalty: 26_844, lateFee: 8_700 })
  const made = arrange(loanOwing(state), state, request)
  if (!made.ok) throw new Error(made.error.code)
  const { rows, totalFen, carriedFen } = made.value
  expect(carriedFen).toBe(156_964)
  expect(rows[0]).toMatchObject({ principalFen: 94_190, interestFen: 20_759, arrearsFen: 6_541, totalFen: 121_490 })
  expect(rows[1]).toMatchObject({ principalFen: 94_975, interestFen: 19_974, balanceFen: 2_301_871 })
  expect(totalFen).toBe(2_915_731)
})

it('repays exactly the principal and what is carried, and ends at zero', () => {
  fc.assert(
    fc.property(anyState, anyRequest, (state, terms) => {
      const made = arrange(loanOwing(state), state, terms)
      if (!made.ok) throw new Error(made.error.code)
      const { rows, principalFen, waivedFen } = made.value
      expect(sumFen(rows, (row) => row.principalFen)).toBe(principalFen)
      expect(rows.at(-1)?.balanceFen).toBe(0)
      const { carriedFen, holidayInterestFen } = made.value
      expect(sumFen(rows, (row) => row.arrearsFen)).toBe(carriedFen + holidayInterestFen)
      const holiday = rows.slice(0, terms.holidayPeriods)
      expect(holiday.every((row) => row.totalFen === 0)).toBe(true)
      const interest = periodInterest(principalFen, made.value.rate, MONTHLY)
      expect(holidayInterestFen).toBe(interest * terms.holidayPeriods)
      const paid = sumFen(rows, (row) => fen(row.principalFen + row.arrearsFen))
      expect(paid).toBeGreaterThanOrEqual(state.owedFen - waivedFen)
      expect(rows.every((row) => row.totalFen >= 0 && row.balanceFen >= 0)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('never asks a higher instalment for a longer term', () => {
  fc.assert(
    fc.property(anyState, fc.integer({ min: 2, max: 119 }), (state, periods) => {
      const instalment = (count: number): number => {
        const made = arrange(loanOwing(state), state, { ...request, periods: count })
        return made.ok ? made.value.comparison.newInstalmentFen : Number.NaN
      }
      // The share of a fen left by rounding may fall on the first row: at most one fen.
      expect(instalment(periods + 1)).toBeLessThanOrEqual(instalment(periods) + 1)
    }),
    { numRuns: 300 },
  )
})

it('answers what is out of range by code', () => {
  const state = stateOwing({ principal: 100_000, interest: 0, penalty: 0, lateFee: 0 })
  const codeOf = (change: Partial<ArrangementRequest>): string | null => {
    const made = arrange(loanOwing(state), state, { ...request, ...change })
    return made.ok ? null : made.error.code
  }
  expect(codeOf({ periods: 601 })).toBe('term_out_of_range')
  expect(codeOf({ rate: annualRate(36) })).toBe('rate_out_of_range')
  expect(codeOf({ holidayPeriods: 24 })).toBe('head_longer_than_term')
  expect(codeOf({ firstDueOn: localDate('2026-01-01') })).toBe('first_due_in_past')
  expect(codeOf({ waivePenaltyPer10000: 10_001 })).toBe('waiver_out_of_range')
  const settled = { ...state, principalFen: ZERO_FEN, owedFen: ZERO_FEN }
  const made = arrange(loanOwing(settled), settled, request)
  expect(made.ok ? null : made.error.code).toBe('nothing_owed')
})
