import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import { fen } from '#domain/money/fen'
import { simulatePlan, type PlanInput } from '#domain/plan/simulate-plan'
import { applyShock, effectOf } from '#domain/stress/apply-shock'
import type { Shock } from '#domain/stress/shock'
import { anyBudget, anyLoans, earning, planOf, stateAt, TODAY } from '../plan/a-plan'
import { baseRequest } from '../extension/asking'
import { fiveThousand } from './stressed'

const effect = (plan: PlanInput, shock: Shock) => effectOf(applyShock({ ...plan, horizonMonths: 24 }, shock))

/** Asked 5,000.00 on the 15th, earns 6,000.00 on the 1st, has 1,500.00: 2,500.00 in hand after December. */
const plan = fiveThousand(600_000, 150_000)

it('a shock of no size changes nothing', () => {
  const none: readonly Shock[] = [
    { kind: 'incomeDrop', percent: 0, months: 12 },
    { kind: 'noIncome', months: 0 },
    { kind: 'expense', amountFen: fen(0) },
    { kind: 'paydayLate', days: 0 },
    { kind: 'refusal', loanId: 'nobody' },
    { kind: 'ratesUp', basisPoints: 0 },
  ]
  fc.assert(
    fc.property(anyLoans, anyBudget, fc.constantFrom(...none), (loans, budget, shock) => {
      const calm = { ...planOf(loans, budget, 'minimumsOnly'), horizonMonths: 24 }
      const { months } = simulatePlan(calm)
      const shaken = simulatePlan(applyShock(calm, shock)).months
      expect(shaken).toEqual(months)
    }),
    { numRuns: 60 },
  )
})

it('half of the income for three months: what is missing is seen in the month it is missing', () => {
  // December 1,500 + 3,000 − 5,000 = −500.
  expect(effect(plan, { kind: 'incomeDrop', percent: 50, months: 3 })).toMatchObject({
    firstBreak: { month: '2026-12', shortFen: 50_000 },
  })
  // A tenth less: 1,500 + 5,400 − 5,000 stays above.
  expect(effect(plan, { kind: 'incomeDrop', percent: 10, months: 3 })).toMatchObject({
    firstBreak: null,
    brokenMonths: 0,
  })
})

it('two months without income, and what catches up later', () => {
  const { firstBreak, brokenMonths } = effect(plan, { kind: 'noIncome', months: 2 })
  expect(firstBreak).toEqual({ month: '2026-12', shortFen: 350_000 })
  // 8,500 behind after January, 1,000 caught up a month: behind until next autumn.
  expect(brokenMonths).toBe(10)
})

it('an expense larger than the cushion breaks next month', () => {
  expect(effect(plan, { kind: 'expense', amountFen: fen(250_000) }).firstBreak).toBeNull()
  expect(effect(plan, { kind: 'expense', amountFen: fen(260_000) }).firstBreak).toEqual({
    month: '2026-12',
    shortFen: 10_000,
  })
})

it('a late payday is a gap inside the month, and a break when it leaves it', () => {
  expect(effect(plan, { kind: 'paydayLate', days: 10 })).toMatchObject({ firstBreak: null, firstGap: null })
  expect(effect(plan, { kind: 'paydayLate', days: 16 })).toMatchObject({
    firstBreak: null,
    firstGap: { dueOn: '2026-12-15', shortFen: 350_000 },
  })
  expect(effect(plan, { kind: 'paydayLate', days: 31 }).firstBreak).toEqual({ month: '2026-12', shortFen: 350_000 })
})

it('a refusal puts the contract back', () => {
  const [item] = fiveThousand(200_000).loans
  if (!item) throw new Error('no loan')
  const made = arrange(item.loan, stateAt(item.loan, TODAY), {
    ...baseRequest,
    rate: null,
    firstDueOn: localDate('2026-12-15'),
    periods: 200,
  })
  if (!made.ok) throw new Error(made.error.code)
  const agreed = { ...fiveThousand(200_000), loans: [{ ...item, arrangement: made.value }] }
  expect(effectOf(agreed).firstBreak).toBeNull()
  expect(effect(agreed, { kind: 'refusal', loanId: item.loan.id }).firstBreak).toEqual({
    month: '2026-12',
    shortFen: 300_000,
  })
})

it('dearer rates ask a twelfth of the rise on what is not due yet', () => {
  const { months } = simulatePlan(applyShock({ ...plan, horizonMonths: 3 }, { kind: 'ratesUp', basisPoints: 120 }))
  // 300,000.00 at 1.2 % a year: 300.00 in the first month, 295.00 in the second.
  expect(months.map(({ requiredFen }) => requiredFen)).toEqual([0, 530_000, 529_500])
  const poor = planOf(
    plan.loans.map(({ loan }) => loan),
    earning(500_000),
    'minimumsOnly',
  )
  expect(effect(poor, { kind: 'ratesUp', basisPoints: 120 }).firstBreak?.month).toBe('2026-12')
})
