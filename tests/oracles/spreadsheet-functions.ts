import {
  futureValue,
  interestPart,
  levelPayment,
  paymentCount,
  presentValue,
  principalPart,
  type PaymentTiming,
} from '#domain/schedule/annuity'
import { effectiveFromNominal, nominalFromEffective } from '#domain/rate/conversion'
import { rateRoots } from '#domain/rate/rate-roots'

/** Roots as a list. */
export function rootsOf(flows: readonly { time: number; amount: number }[]): number[] {
  const answer = rateRoots(flows)
  return answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.root] : answer.roots
}

/** Spreadsheets take any non-zero type as "at the start of the period". */
const timing = (type: number | undefined): PaymentTiming => ((type ?? 0) === 0 ? 0 : 1)

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const sum = (values: number[]): number => values.reduce((left, right) => left + right, 0)

/**
 * A spreadsheet function by the engine's own formulas; all candidates where the equation has several answers. Null: the
 * engine has no such figure.
 */
export function spreadsheetFunction(name: string, args: readonly number[]): number[] | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
  switch (name) {
    case 'PMT':
      return [levelPayment(a, b, c, d, timing(e))]
    case 'PV':
      return [presentValue(a, b, c, d, timing(e))]
    case 'FV':
      return [futureValue(a, b, c, d, timing(e))]
    case 'NPER': {
      const count = paymentCount(a, b, c, d, timing(e))
      return count === null ? [] : [count]
    }
    case 'IPMT':
      return [interestPart(a, b, c, d, e, timing(f))]
    case 'PPMT':
      return [principalPart(a, b, c, d, e, timing(f))]
    case 'CUMIPMT':
      return [sum(range(d, e).map((period) => interestPart(a, period, b, c, 0, timing(f))))]
    case 'CUMPRINC':
      return [sum(range(d, e).map((period) => principalPart(a, period, b, c, 0, timing(f))))]
    case 'EFFECT':
      return [effectiveFromNominal(a, Math.floor(b))]
    case 'NOMINAL':
      return [nominalFromEffective(a, Math.floor(b))]
    case 'RATE': {
      if (!Number.isInteger(a)) return null
      const shift = timing(e) === 1 ? 0 : 1
      return rootsOf([
        { time: 0, amount: c },
        ...(b === 0 ? [] : range(0, a - 1).map((index) => ({ time: index + shift, amount: b }))),
        { time: a, amount: d },
      ])
    }
    default:
      return null
  }
}
