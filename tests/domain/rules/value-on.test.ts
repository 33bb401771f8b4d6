import { addDays, fromDayNumber, localDate, dayNumber } from '#domain/calendar/local-date'
import type { RulePeriod } from '#domain/rules/rule'
import { needsReview, valueOn } from '#domain/rules/value-on'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../resources/rule-files'

const day = fc
  .integer({ min: dayNumber(localDate('2000-01-01')), max: dayNumber(localDate('2060-12-31')) })
  .map(fromDayNumber)

const period = (from: string | null, to: string | null): RulePeriod => ({
  from: from === null ? null : localDate(from),
  fromPrecision: 'day',
  to: to === null ? null : localDate(to),
  value: { kind: 'statement' },
  citations: [],
  confidence: 'T',
  confirmedOn: null,
})

describe('the value of a rule on a day', () => {
  it('is found for every rule on its first and last day, and not outside', () => {
    for (const rule of ruleBook.rules) {
      for (const value of rule.values) {
        if (value.from !== null) expect(valueOn(rule, value.from)).toMatchObject({ kind: 'value', period: value })
        if (value.to !== null) expect(valueOn(rule, value.to)).toMatchObject({ kind: 'value', period: value })
      }
      const first = rule.values[0]?.from ?? null
      if (first !== null) expect(valueOn(rule, addDays(first, -1))).toEqual({ kind: 'beforeFirst', firstFrom: first })
      const last = rule.values.at(-1)?.to ?? null
      if (last !== null) expect(valueOn(rule, addDays(last, 1))).toEqual({ kind: 'afterLast', lastTo: last })
    }
  })

  it('is one answer for every day, never a gap, and later days never meet earlier periods', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ruleBook.rules), day, day, (rule, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one]
        const place = (on: typeof one): number => {
          const said = valueOn(rule, on)
          expect(said.kind).not.toBe('gap')
          if (said.kind === 'value') return rule.values.indexOf(said.period)
          return said.kind === 'beforeFirst' ? -1 : rule.values.length
        }
        expect(place(earlier)).toBeLessThanOrEqual(place(later))
      }),
      { numRuns: 1000 },
    )
  })

  it('tells a gap from an end and a beginning', () => {
    const rule = { values: [period('2020-01-01', '2020-12-31'), period('2022-01-01', '2022-12-31')] }
    expect(valueOn(rule, localDate('2019-12-31')).kind).toBe('beforeFirst')
    expect(valueOn(rule, localDate('2021-06-01')).kind).toBe('gap')
    expect(valueOn(rule, localDate('2023-01-01')).kind).toBe('afterLast')
    expect(valueOn({ values: [period(null, '2020-08-19')] }, localDate('1990-01-01')).kind).toBe('value')
  })

  it('asks for review only past the day', () => {
    const rule = { reviewBy: localDate('2027-02-28') }
    expect(needsReview(rule, localDate('2027-02-28'))).toBe(false)
    expect(needsReview(rule, localDate('2027-03-01'))).toBe(true)
  })
})
