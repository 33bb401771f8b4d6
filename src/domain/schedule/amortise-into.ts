import { EXACT_PRODUCT, mulDivFen } from '../money/rounding'
import type { Fen } from '../money/fen'
import type { RateFraction } from '../rate/interest'

/**
 * A contract whose every period has the same rate, reduced to whole numbers: principal and instalment in fen, the rate
 * of one period as a fraction.
 *
 * Interest  `inside` the instalment (level instalment), `beside` it on the balance (equal principal; interest first is
 *           an instalment of nothing), or `flat`: beside it on the original principal (等本等息).
 */
export interface RepaymentPlan {
  readonly principalFen: Fen
  readonly periods: number
  readonly instalmentFen: Fen
  readonly interest: 'inside' | 'beside' | 'flat'
  readonly perPeriod: RateFraction
}

/**
 * Writes principal and interest of every instalment, in fen, into arrays the caller owns (at least `periods` long), so
 * that ten thousand schedules need two arrays. Dates are not its business: `cadenceDate` gives the one that is asked for.
 *
 * Rules  interest rounded half up at each posting; the last instalment takes the residue; an instalment below its own
 *        interest repays nothing (the balance never grows), one above what is left repays what is left.
 */
export function amortiseInto(plan: RepaymentPlan, principal: Float64Array, interest: Float64Array): void {
  const { principalFen, periods, instalmentFen, perPeriod } = plan
  const { numerator, denominator } = perPeriod
  if (plan.interest === 'flat') {
    const feeFen = mulDivFen(principalFen, numerator, denominator)
    amortiseExactly(principal, interest, principalFen, periods, instalmentFen, false, 0, 1)
    interest.fill(feeFen, 0, periods)
    return
  }
  const isInside = plan.interest === 'inside'
  // The balance never grows, so what fits in a double at the start fits throughout.
  const isExact = principalFen >= 0 && numerator >= 0 && principalFen * numerator + denominator <= EXACT_PRODUCT
  if (isExact) {
    amortiseExactly(principal, interest, principalFen, periods, instalmentFen, isInside, numerator, denominator)
  } else {
    const interestOf = (balance: Fen) => mulDivFen(balance, numerator, denominator)
    amortiseRows(principal, interest, principalFen, periods, interestOf, (balance, interestFen) =>
      instalmentPrincipal(balance, isInside ? instalmentFen - interestFen : instalmentFen),
    )
  }
}

/** Never below nothing and never more than what is left. */
export const instalmentPrincipal = (balance: number, wanted: number): number => Math.min(balance, Math.max(0, wanted))

/** Runs a principal down period by period, asking for the interest and the principal of each; the last takes the rest. */
export function amortiseRows(
  principal: Float64Array,
  interest: Float64Array,
  principalFen: Fen,
  periods: number,
  interestOf: (balance: Fen, index: number) => Fen,
  principalOf: (balance: number, interestFen: number, index: number) => number,
): void {
  let balance: number = principalFen
  for (let index = 0; index < periods; index++) {
    const interestFen = interestOf(balance as Fen, index)
    const principalPart = index === periods - 1 ? balance : principalOf(balance, interestFen, index)
    principal[index] = principalPart
    interest[index] = interestFen
    balance -= principalPart
  }
}

/** Adding this to a number from 0 to 2^52 and taking it away again leaves the nearest whole number. */
const TO_NEAREST = 2 ** 52

/**
 * The rows in doubles that hold whole numbers exactly (products below 2^52).
 *
 * The next row waits only for balance · rate, rounded: a guess that may be off by one. The remainder is exact and settles
 * it, half up, in branches that are hardly ever taken; no division, no rounding instruction on the way.
 */
function amortiseExactly(
  principal: Float64Array,
  interest: Float64Array,
  principalFen: number,
  periods: number,
  instalmentFen: number,
  isInside: boolean,
  numerator: number,
  denominator: number,
): void {
  const ratio = numerator / denominator
  const half = denominator / 2
  const last = periods - 1
  let balance = principalFen
  for (let index = 0; index <= last; index++) {
    let interestFen = balance * ratio + TO_NEAREST - TO_NEAREST
    const rest = balance * numerator - interestFen * denominator
    if (rest >= half) interestFen += 1
    else if (rest < -half) interestFen -= 1
    let after = balance - instalmentFen
    if (isInside) after += interestFen
    if (after > balance) after = balance
    if (after < 0 || index === last) after = 0
    principal[index] = balance - after
    interest[index] = interestFen
    balance = after
  }
}
