import { MONTHLY } from '../calendar/cadence'
import { fairShares } from '../extension/fair-shares'
import { contractRate } from '../loan/contract-rate'
import type { Loan, LoanId } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { allocate } from '../money/allocate'
import { maxFen, minFen, sumFen, ZERO_FEN, type Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { periodFraction } from '../rate/interest'
import type { InterestRate } from '../rate/interest-rate'

/** How one sum is split: by what each contract asks a month, or the same small sum to everyone (象征性还款). */
export type FairBasis = 'proRata' | 'token'

export interface FairOffer {
  readonly loanId: LoanId
  /** What the contract asks a month. */
  readonly requiredFen: Fen
  readonly offerFen: Fen
  /** Typed by the person, not shared out. */
  readonly isFixed: boolean
  /** A month's interest at the contract's rate on all principal. */
  readonly interestFen: Fen
  readonly coversInterest: boolean
  /** Months until nothing is owed if this is paid every month and lateness adds nothing more; null: never. */
  readonly months: number | null
}

export interface FairOffers {
  readonly offers: readonly FairOffer[]
  readonly totalFen: Fen
  /** What the typed sums are more than there is; 0 otherwise. */
  readonly overFen: Fen
}

const MOST_MONTHS = 600

/**
 * One offer to each lender, together exactly `giveFen`, or what is asked when that is less. No lender is offered more than
 * its contract asks unless the person typed it, and none more than is owed. What the person typed stands; the rest is
 * shared among the others (largest remainder). Typed sums above `giveFen` leave nothing for the others.
 */
export function fairOffers(
  loans: readonly { readonly loan: Loan; readonly state: LoanState }[],
  giveFen: Fen,
  basis: FairBasis,
  typed: ReadonlyMap<LoanId, Fen>,
): FairOffers {
  const asked = loans.map(({ loan, state }) => {
    const wanted = typed.get(loan.id)
    const fixedFen = wanted === undefined ? null : minFen(state.owedFen, maxFen(ZERO_FEN, wanted))
    return { loan, state, fixedFen, requiredFen: monthlyAsked(state) }
  })
  const fixedFen = sumFen(asked, (part) => part.fixedFen ?? ZERO_FEN)
  const leftFen = maxFen(ZERO_FEN, (maxFen(ZERO_FEN, giveFen) - fixedFen) as Fen)
  const open = asked.filter((part) => part.fixedFen === null)
  const required = open.map((part) => part.requiredFen)
  const shares = basis === 'proRata' ? fairShares(leftFen, required) : tokenShares(leftFen, required)
  const shareOf = new Map(open.map(({ loan }, index) => [loan.id, shares[index] ?? ZERO_FEN]))
  const offers = asked.map((part): FairOffer => {
    const { loan, state } = part
    const rate = contractRate(loan)
    const offerFen = part.fixedFen ?? shareOf.get(loan.id) ?? ZERO_FEN
    const interestFen = monthInterest(state.principalFen, rate)
    return {
      loanId: loan.id,
      requiredFen: part.requiredFen,
      offerFen,
      isFixed: part.fixedFen !== null,
      interestFen,
      coversInterest: offerFen >= interestFen,
      months: monthsToClear(state, rate, offerFen),
    }
  })
  return {
    offers,
    totalFen: sumFen(offers, (offer) => offer.offerFen),
    overFen: maxFen(ZERO_FEN, (fixedFen - maxFen(ZERO_FEN, giveFen)) as Fen),
  }
}

/**
 * What a contract asks in a month: its next instalment; where none is ahead, its last one; where none has a date, a twelfth
 * of what is owed. Never more than is owed: arrears do not make a lender's share larger.
 */
function monthlyAsked(state: LoanState): Fen {
  const last = state.rows.filter((row) => row.n > 0).at(-1)
  const asked =
    state.nextDueFen > 0
      ? state.nextDueFen
      : last
        ? ((last.principalFen + last.interestFen + last.feeFen) as Fen)
        : mulDivFen(state.owedFen, 1, 12)
  return minFen(asked, state.owedFen)
}

/** The same to everyone, but to none more than it asks: what one cannot take is shared among the rest. */
function tokenShares(totalFen: Fen, most: readonly Fen[]): readonly Fen[] {
  const given = most.map(() => ZERO_FEN)
  let open = most.flatMap((cap, index) => (cap > 0 ? [index] : []))
  let leftFen = minFen(
    totalFen,
    sumFen(most, (cap) => cap),
  )
  while (open.length > 0) {
    const parts = allocate(
      leftFen,
      open.map(() => 1),
    )
    const full = open.filter((index, place) => (parts[place] ?? 0) >= (most[index] ?? 0))
    const settled = full.length > 0 ? full : open
    for (const index of settled) {
      const share = full.length > 0 ? (most[index] ?? ZERO_FEN) : (parts[open.indexOf(index)] ?? ZERO_FEN)
      given[index] = share
      leftFen = (leftFen - share) as Fen
    }
    open = open.filter((index) => !settled.includes(index))
  }
  return given
}

function monthInterest(principalFen: Fen, rate: InterestRate): Fen {
  const { numerator, denominator } = periodFraction(rate, MONTHLY)
  return mulDivFen(principalFen, numerator, denominator)
}

/** Interest first, then principal, then the old interest and charges, which bear none. */
function monthsToClear({ principalFen, owedFen }: LoanState, rate: InterestRate, payFen: Fen): number | null {
  if (payFen <= 0) return owedFen === 0 ? 0 : null
  let principal = principalFen
  let old = owedFen - principalFen
  for (let month = 1; month <= MOST_MONTHS; month += 1) {
    const left = payFen - monthInterest(principal, rate)
    if (left <= 0) return null
    const toPrincipal = Math.min(principal, left)
    principal = (principal - toPrincipal) as Fen
    old -= Math.min(old, left - toPrincipal)
    if (principal + old === 0) return month
  }
  return null
}
