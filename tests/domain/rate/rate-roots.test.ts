import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#domain/calendar/local-date'
import { rateRoots } from '#domain/rate/rate-roots'
import { effectiveAnnual, type CashFlow, type EffectiveAnnual } from '#domain/rate/xirr'
import { RUNS } from '../zones'

const rootsOf = (answer: EffectiveAnnual): number[] =>
  answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.root] : answer.roots

const anyFlows = fc.array(
  fc.record({ day: fc.nat(2000), amountFen: fc.integer({ min: -1_000_000, max: 1_000_000 }) }),
  {
    maxLength: 30,
  },
)
const dated = (flows: readonly { day: number; amountFen: number }[]): CashFlow[] =>
  flows.map(({ day, amountFen }) => ({ on: addDays(localDate('2024-01-31'), day), amountFen }))

/** The flows by day, those of one day together, without zeros: what the equation is about. */
function byDay(flows: readonly { day: number; amountFen: number }[]): [day: number, amountFen: number][] {
  const sums = new Map<number, number>()
  for (const { day, amountFen } of flows) sums.set(day, (sums.get(day) ?? 0) + amountFen)
  return [...sums].filter(([, amountFen]) => amountFen !== 0).sort(([a], [b]) => a - b)
}

/** Σ a/(1+x)^t and Σ |a|/(1+x)^t, written for this test. */
function worth(flows: readonly [day: number, amountFen: number][], rate: number): { value: number; size: number } {
  let value = 0
  let size = 0
  // From the end that keeps every power finite.
  const from = rate >= 0 ? flows[0]![0] : flows[flows.length - 1]![0]
  for (const [day, amountFen] of flows) {
    const part = amountFen * Math.pow(1 + rate, (from - day) / 365)
    value += part
    size += Math.abs(part)
  }
  return { value, size }
}

describe('every rate of any flows', () => {
  test('each answer solves the equation, is a number above −1, and there are no more than changes of sign', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const days = byDay(flows)
        const roots = rootsOf(effectiveAnnual(dated(flows)))
        const changes = days.filter(([, amount], index) => index > 0 && amount > 0 !== days[index - 1]![1] > 0).length
        expect(roots.length).toBeLessThanOrEqual(changes)
        for (const root of roots) {
          if (!(root > -1 && root < Number.POSITIVE_INFINITY)) throw new Error(`not a rate: ${root}`)
          // Close to −1 the digits of 1 + x are few: the equation is met within what one last bit of x changes.
          const { value, size } = worth(days, root)
          const spanYears = (days[days.length - 1]![0] - days[0]![0]) / 365
          expect(Math.abs(value)).toBeLessThanOrEqual(size * (1e-11 + (4 * Number.EPSILON * spanYears) / (1 + root)))
        }
        // One change of sign has a root; it is neither beyond the largest number nor rounded to −1 here.
        if (changes === 1 && isModerate(days)) expect(roots).toHaveLength(1)
      }),
      RUNS,
    )
  })

  test('the order they are written in, and a flow split in two on its day, change nothing', () => {
    const split = anyFlows.chain((flows) =>
      fc.tuple(fc.constant(flows), fc.shuffledSubarray(flows, { minLength: flows.length, maxLength: flows.length })),
    )
    fc.assert(
      fc.property(split, fc.nat(1000), ([flows, shuffled], part) => {
        const [first, ...others] = shuffled
        const apart = first
          ? [
              { ...first, amountFen: Math.trunc((first.amountFen * part) / 1000) },
              ...others,
              { ...first, amountFen: first.amountFen - Math.trunc((first.amountFen * part) / 1000) },
            ]
          : []
        expect(effectiveAnnual(dated(apart))).toEqual(effectiveAnnual(dated(flows)))
      }),
      RUNS,
    )
  })

  test('seven times the money in a day is more a year than a number holds: none, not the largest number', () => {
    const lent = (back: number) =>
      effectiveAnnual(
        dated([
          { day: 0, amountFen: -1 },
          { day: 1, amountFen: back },
        ]),
      )
    expect(lent(7)).toEqual({ kind: 'none' })
    expect(lent(6)).toMatchObject({ kind: 'one' })
  })

  test('times may start anywhere, in any unit', () => {
    const flows = [-1000, 600, 600].map((amount, index) => ({ time: 7.25 + index / 4, amount }))
    const quarterly = rootsOf(rateRoots([-1000, 600, 600].map((amount, time) => ({ time, amount }))))
    expect(rootsOf(rateRoots(flows))[0]).toBeCloseTo((1 + quarterly[0]!) ** 4 - 1, 12)
  })
})

/** What comes back is a tenth to ten times what went out, a month apart at least. */
function isModerate(days: readonly [day: number, amountFen: number][]): boolean {
  const received = days.reduce((sum, [, amount]) => sum + Math.max(0, amount), 0)
  const paid = days.reduce((sum, [, amount]) => sum - Math.min(0, amount), 0)
  const isApart = days.every(([day], index) => index === 0 || day - days[index - 1]![0] >= 30)
  return isApart && received < 10 * paid && paid < 10 * received
}
