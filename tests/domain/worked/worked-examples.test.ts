import { describe, expect, it } from 'vitest'
import { WORKED_IDS, nearestExample, workedExample } from '#domain/worked/worked-examples'
import type { Figure } from '#domain/worked/figure'
import type { AnswerCode, StepCode } from '#domain/worked/worked-example'
import { aLoan } from '../loan/a-loan'
import { fen } from '#domain/money/fen'

const answersOf = (id: (typeof WORKED_IDS)[number]): Readonly<Record<AnswerCode, number>> =>
  Object.fromEntries(workedExample(id)!.answers.map(({ code, value }) => [code, plain(value)])) as Record<
    AnswerCode,
    number
  >

const resultsOf = (id: (typeof WORKED_IDS)[number]): Readonly<Record<StepCode, number>> =>
  Object.fromEntries(
    workedExample(id)!.sections.flatMap(({ steps }) => steps.map(({ code, result }) => [code, plain(result)])),
  ) as Record<StepCode, number>

function plain(figure: Figure): number {
  switch (figure.as) {
    case 'money':
      return figure.fen
    case 'percent':
      return Number((figure.fraction * 100).toFixed(2))
    case 'worth':
      return figure.fen
    case 'yuanDays':
      return figure.fenDays
    case 'count':
      return figure.value
    default:
      throw new Error(`no number: ${figure.as}`)
  }
}

/** Days of the months between the 15ths (10ths) of 2026, by hand. */
const FROM_JANUARY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The rate at which payments a month apart are worth `received`, found by halving: nothing of the engine's solver. */
function bisect(worthAt: (rate: number) => number, received: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (worthAt(middle) > received) low = middle
    else high = middle
  }
  return low
}

const worthOf = (payments: readonly number[], times: readonly number[]) => (rate: number) =>
  payments.reduce((sum, payment, at) => sum + payment / (1 + rate) ** times[at]!, 0)

const MONTHS = FROM_JANUARY.map((_, at) => at + 1)
const YEARS = FROM_JANUARY.map((_, at) => FROM_JANUARY.slice(0, at + 1).reduce((sum, days) => sum + days, 0) / 365)
const percentOf = (fraction: number): number => Number((fraction * 100).toFixed(2))

/** n ÷ d rounded half up, in whole numbers. */
const divided = (n: bigint, d: bigint): number => Number((2n * n + d) / (2n * d))

/** Level instalment of a monthly rate of `perThousand`, by whole numbers alone. */
function levelInstalment(principalFen: bigint, perThousand: bigint, months: bigint): number {
  const up = (1000n + perThousand) ** months
  return divided(principalFen * perThousand * up, 1000n * (up - 1000n ** months))
}

/** Payments of a level loan: interest rounded each month, the last takes the residue. */
function levelPayments(principalFen: number, perThousand: number, instalment: number): number[] {
  let balance = principalFen
  return FROM_JANUARY.map((_, at) => {
    const interest = divided(BigInt(balance) * BigInt(perThousand), 1000n)
    const principal = at === 11 ? balance : instalment - interest
    balance -= principal
    return principal + interest
  })
}

describe('0.6 % a month over 12 instalments', () => {
  const answers = answersOf('cardInstalment')
  const payments = FROM_JANUARY.map(() => 107_200)

  it('is advertised as 7.2 %, is 13.03 % nominal and 13.84 % effective', () => {
    expect(answers).toMatchObject({ advertised: 7.2, nominalApr: 13.03, effectiveByMonths: 13.84 })
    const monthly = bisect(worthOf(payments, MONTHS), 1_200_000)
    expect(percentOf(monthly * 12)).toBe(answers.nominalApr)
    expect(percentOf((1 + monthly) ** 12 - 1)).toBe(answers.effectiveByMonths)
  })

  it('by actual days differs a little from equal months', () => {
    expect(percentOf(bisect(worthOf(payments, YEARS), 1_200_000))).toBe(answers.effectiveByDays)
    expect(answers.effectiveByDays).not.toBe(answers.effectiveByMonths)
  })

  it('costs 864.00, which is 13.35 % simple on the money in hand', () => {
    const fenDays = FROM_JANUARY.reduce((sum, days, at) => sum + (1_200_000 - 100_000 * at) * days, 0)
    expect(answers.totalCost).toBe(12 * 7_200)
    expect(resultsOf('cardInstalment').yuanDays).toBe(fenDays)
    expect(answers.simpleAnnual).toBe(percentOf((86_400 * 365) / fenDays))
  })
})

describe('10,000 by contract, 9,000 received', () => {
  const answers = answersOf('upfrontDeduction')
  const contract = levelPayments(1_000_000, 10, levelInstalment(1_000_000n, 10n, 12n))

  it('costs what was kept back as well', () => {
    const paid = contract.reduce((sum, payment) => sum + payment, 0)
    expect(answers).toMatchObject({ advertised: 12, deducted: 100_000, totalPaid: paid, totalCost: paid - 900_000 })
    expect(answers.nominalApr).toBe(percentOf(12 * bisect(worthOf(contract, MONTHS), 900_000)))
    expect(answers.effectiveByDays).toBe(percentOf(bisect(worthOf(contract, YEARS), 900_000)))
    expect(answers.nominalApr).toBeGreaterThan(2.5 * answers.advertised)
  })

  it('is 9,595.68 in all on the amount really received', () => {
    const lawful = levelPayments(900_000, 10, levelInstalment(900_000n, 10n, 12n)).reduce(
      (sum, payment) => sum + payment,
      0,
    )
    expect(answers.byReceived).toBe(lawful)
    expect(answers.lawDifference).toBe(answers.totalPaid - lawful)
  })
})

describe('0.05 % a day over 12 months', () => {
  const answers = answersOf('dailyInterest')
  const interest = FROM_JANUARY.map((days, at) => divided(BigInt((1_200_000 - 100_000 * at) * days) * 5n, 10_000n))

  it('is 18.25 % a year, simple, both as multiplied and as lived', () => {
    expect(answers).toMatchObject({ advertised: 18.25, simpleAnnual: 18.25 })
    expect(resultsOf('dailyInterest').perTenThousand).toBe(500)
  })

  it('charges every period its actual days', () => {
    expect(answers.totalCost).toBe(interest.reduce((sum, part) => sum + part, 0))
    expect(resultsOf('dailyInterest')).toMatchObject({ interestFirst: interest[0], interestSecond: interest[1] })
    const payments = interest.map((part) => part + 100_000)
    expect(answers.effectiveByDays).toBe(percentOf(bisect(worthOf(payments, YEARS), 1_200_000)))
  })
})

describe('an instalment 40 days late at 1.5 times the rate', () => {
  const results = resultsOf('latePenalty')
  const instalment = levelInstalment(1_200_000n, 12n, 12n)

  it('is overdue principal × rate × 1.5 × 40 ÷ 360, and 10 days for the one after it', () => {
    let balance = 1_200_000
    const parts = [1, 2, 3, 4].map(() => {
      const interest = divided(BigInt(balance) * 12n, 1000n)
      balance -= instalment - interest
      return { interest, principal: instalment - interest }
    })
    const penalty = (principal: number, days: number): number =>
      divided(BigInt(principal) * 144n * 15n * BigInt(days), 1000n * 10n * 360n)
    const [third, fourth] = [parts[2]!, parts[3]!]
    expect(results.penaltyOfThird).toBe(penalty(third.principal, 40))
    expect(results.penaltyOfFourth).toBe(penalty(fourth.principal, 10))
    expect(results.owedThatDay).toBe(2 * instalment + penalty(third.principal, 40) + penalty(fourth.principal, 10))
    expect(results.baseInstalment).toBe(penalty(instalment, 40))
    expect(results.baseWholeBalance).toBe(penalty(1_200_000 - parts[0]!.principal - parts[1]!.principal, 40))
    expect(results.penaltyRate).toBe(21.6)
  })
})

describe('a card paid at the minimum for two years', () => {
  const answers = answersOf('cardMinimum')
  const DAY = 86_400_000
  const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY

  /** Statement on the 10th, due 20 days later: the principal falls by 5 % of itself, interest is paid whole. */
  function walk(statements: number): {
    interest: number[]
    principal: number
    paid: number
    payments: [number, number][]
  } {
    const interest: number[] = []
    const payments: [number, number][] = []
    let [before, principal, since, paidOn] = [1_000_000, 1_000_000, at(2026, 1, 5), 0]
    for (let n = 0; n < statements; n += 1) {
      const statementOn = at(2026 + Math.floor(n / 12), (n % 12) + 1, 10)
      const fenDays = n === 0 ? 0 : before * (paidOn - since) + principal * (statementOn - paidOn)
      const share = Math.max(5_000 - divided(BigInt(fenDays) * 5n, 10_000n), divided(BigInt(principal) * 5n, 100n))
      interest.push(divided(BigInt(fenDays) * 5n, 10_000n))
      if (n > 0) since = statementOn
      before = principal
      const part = Math.min(principal, share)
      principal -= part
      paidOn = statementOn + 20
      payments.push([paidOn - at(2026, 1, 5), part + interest[n]!])
    }
    const paid = payments.reduce((sum, [, amount]) => sum + amount, 0)
    return { interest, principal, paid, payments }
  }

  it('pays 24 minimums and still owes more than a quarter of the principal', () => {
    const { interest, principal, paid } = walk(24)
    expect(answers).toMatchObject({
      paidInMonths: paid,
      interestInMonths: interest.reduce((sum, part) => sum + part, 0),
      leftAfterMonths: principal,
    })
    expect(principal).toBeGreaterThan(250_000)
  })

  it('is 18.25 % simple, and 19.65 % by XIRR when the rest is paid with the last minimum', () => {
    const { principal, payments } = walk(24)
    const running = divided(BigInt(walk(23).principal) * 20n * 5n, 10_000n)
    const last = payments.at(-1)!
    const flows = [...payments.slice(0, -1), [last[0], last[1] + principal + running] as const]
    const rate = bisect(
      worthOf(
        flows.map(([, amount]) => amount),
        flows.map(([days]) => days / 365),
      ),
      1_000_000,
    )
    expect(answers.effectiveByDays).toBe(percentOf(rate))
    expect(answers).toMatchObject({ advertised: 18.25, simpleAnnual: 18.25 })
  })

  it('goes on for years: the interest to the end is that of every statement until nothing is owed', () => {
    const whole = walk(answers.paymentsToEnd)
    expect(whole.principal).toBe(0)
    // The last payment but one ends the principal; the interest of its days comes with one statement more.
    expect(walk(answers.paymentsToEnd - 2).principal).toBeGreaterThan(0)
    expect(whole.interest.at(-1)).toBeGreaterThan(0)
    expect(answers.costToEnd).toBe(whole.interest.reduce((sum, part) => sum + part, 0))
  })
})

describe('the list', () => {
  it('has every example under its id, and nothing under another', () => {
    for (const id of WORKED_IDS) expect(workedExample(id)?.id).toBe(id)
    expect(workedExample('toString')).toBeNull()
  })

  it('points a loan to the example worked the same way', () => {
    expect(nearestExample(aLoan({ receivedFen: fen(1_000_000) }))).toBe('upfrontDeduction')
    for (const id of ['cardInstalment', 'dailyInterest', 'cardMinimum'] as const)
      expect(nearestExample(workedExample(id)!.loan)).toBe(id)
    expect(nearestExample(aLoan())).toBeNull()
  })
})
