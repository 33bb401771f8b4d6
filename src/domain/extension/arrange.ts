import { cadenceDate, MONTHLY } from '../calendar/cadence'
import { contractRate } from '../loan/contract-rate'
import type { Loan } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { allocate } from '../money/allocate'
import { addFen, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { periodInterest } from '../rate/interest'
import { isRateInRange, type InterestRate } from '../rate/interest-rate'
import { err, ok, type Result } from '../result'
import { amortiseLevel, levelInstalmentFen, wholePeriods } from '../schedule/amortise'
import type { Arrangement, ArrangementError, ArrangementRequest, ArrangementRow } from './arrangement'
import { compare } from './compare'

const MAX_PERIODS = 600
const WHOLE = 10_000

/**
 * A loan as it stands, under the terms asked of the lender. Pure: nothing is changed until the lender agrees.
 *
 * Principal  all that is still owed, due or not, in level monthly instalments at the asked rate (null: the contract's),
 *            each month whole; the last instalment takes the residue. First come the holiday (nothing is paid; its
 *            interest is carried with the arrears below) and the interest-only months.
 * Arrears    old interest, fees, and what lateness added (penalty and compound interest, late fees), less the share of that asked to be waived, are
 *            spread over the paying instalments by largest remainder without bearing interest, paid with the first, or
 *            (`capitalise`) added to the principal.
 * Settlement (`settlementPer10000`): that share of all that is owed in one sum on `firstDueOn`, principal before charges; the
 *            rest is given up, and no other term applies.
 * Errors     `nothing_owed`, `term_out_of_range` (1–600), `rate_out_of_range`, `head_longer_than_term`,
 *            `first_due_in_past`, `waiver_out_of_range` (0–10 000),
 *            `settlement_out_of_range` (1–10 000).
 */
export function arrange(
  loan: Loan,
  state: LoanState,
  request: ArrangementRequest,
): Result<Arrangement, ArrangementError> {
  const rate = request.rate ?? contractRate(loan)
  const refused = refusal(state, request, rate)
  if (refused) return err(refused)
  const asked = askedSums(state, request, rate)
  const rows = request.settlementPer10000 === null ? writeOut(asked, rate, request) : inOneSum(asked, request)
  return ok({
    request,
    rate,
    ...asked,
    rows,
    totalFen: sumFen(rows, (row) => row.totalFen),
    comparison: compare(state, rows, request),
  })
}

/** What an arrangement starts from: the sums it repays, before they are written out. */
type AskedSums = Pick<Arrangement, 'principalFen' | 'carriedFen' | 'holidayInterestFen' | 'waivedFen'>

function askedSums(state: LoanState, request: ArrangementRequest, rate: InterestRate): AskedSums {
  const penaltyFen = addFen(state.penaltyFen, state.lateFeeFen, state.compoundFen)
  if (request.settlementPer10000 !== null) {
    const allFen = addFen(state.principalFen, state.interestFen, state.feeFen, penaltyFen)
    const paidFen = mulDivFen(allFen, request.settlementPer10000, WHOLE)
    const principalFen = minFen(state.principalFen, paidFen)
    return {
      principalFen,
      carriedFen: subtractFen(paidFen, principalFen),
      holidayInterestFen: ZERO_FEN,
      waivedFen: subtractFen(allFen, paidFen),
    }
  }
  const waivedFen = mulDivFen(penaltyFen, request.waivePenaltyPer10000, WHOLE)
  const oldFen = subtractFen(addFen(state.interestFen, state.feeFen, penaltyFen), waivedFen)
  const isCapitalised = request.arrears === 'capitalise'
  const principalFen = isCapitalised ? addFen(state.principalFen, oldFen) : state.principalFen
  const wholeMonthFen = periodInterest(principalFen, rate, MONTHLY)
  return {
    principalFen,
    carriedFen: isCapitalised ? ZERO_FEN : oldFen,
    holidayInterestFen: (wholeMonthFen * request.holidayPeriods) as Fen,
    waivedFen,
  }
}

/**
 * The instalment an arrangement asks month after month, without writing its rows: the second level one (the first may
 * hold all arrears), or the only one there is. Errors: those of `arrange`.
 */
export function regularInstalmentFen(
  loan: Loan,
  state: LoanState,
  request: ArrangementRequest,
): Result<Fen, ArrangementError> {
  const rate = request.rate ?? contractRate(loan)
  const refused = refusal(state, request, rate)
  if (refused) return err(refused)
  const { principalFen, carriedFen, holidayInterestFen } = askedSums(state, request, rate)
  if (request.settlementPer10000 !== null) return ok(addFen(principalFen, carriedFen))
  const paying = request.periods - request.holidayPeriods
  const level = paying - request.interestOnlyPeriods
  const arrearsFen = carriedFen + holidayInterestFen
  const place = request.interestOnlyPeriods + (level > 1 ? 1 : 0)
  const shareFen =
    request.arrears === 'withFirst'
      ? place === 0
        ? arrearsFen
        : 0
      : Math.floor(arrearsFen / paying) + (place < arrearsFen % paying ? 1 : 0)
  const instalmentFen = levelInstalmentFen(principalFen, rate, MONTHLY, level)
  // The first two of a longer plan are those of the whole; in a plan of one or two the last takes the residue.
  const { principal, interest } = amortiseLevel(
    principalFen,
    instalmentFen,
    Math.min(level, 3),
    wholePeriods(rate, MONTHLY),
  )
  const at = level > 1 ? 1 : 0
  return ok(((principal[at] ?? 0) + (interest[at] ?? 0) + shareFen) as Fen)
}

function refusal(state: LoanState, request: ArrangementRequest, rate: InterestRate): ArrangementError | null {
  const { periods, holidayPeriods, interestOnlyPeriods, waivePenaltyPer10000, firstDueOn, settlementPer10000 } = request
  if (state.owedFen <= 0) return { code: 'nothing_owed' }
  if (!Number.isInteger(periods) || periods < 1 || periods > MAX_PERIODS)
    return { code: 'term_out_of_range', periods, max: MAX_PERIODS }
  if (!isRateInRange(rate)) return { code: 'rate_out_of_range', partsPerTenMillion: rate.partsPerTenMillion }
  const head = holidayPeriods + interestOnlyPeriods
  if (!(holidayPeriods >= 0 && interestOnlyPeriods >= 0 && head < periods))
    return { code: 'head_longer_than_term', periods, head }
  if (firstDueOn < state.on) return { code: 'first_due_in_past', firstDueOn }
  if (!(waivePenaltyPer10000 >= 0 && waivePenaltyPer10000 <= WHOLE))
    return { code: 'waiver_out_of_range', per10000: waivePenaltyPer10000 }
  if (settlementPer10000 !== null && !(settlementPer10000 >= 1 && settlementPer10000 <= WHOLE))
    return { code: 'settlement_out_of_range', per10000: settlementPer10000 }
  return null
}

/** The one row of a settlement. */
const inOneSum = (
  { principalFen, carriedFen }: AskedSums,
  { firstDueOn }: ArrangementRequest,
): readonly ArrangementRow[] => [
  {
    n: 1,
    dueOn: firstDueOn,
    principalFen,
    interestFen: ZERO_FEN,
    arrearsFen: carriedFen,
    totalFen: addFen(principalFen, carriedFen),
    balanceFen: ZERO_FEN,
  },
]

function writeOut(
  { principalFen, carriedFen, holidayInterestFen }: AskedSums,
  rate: InterestRate,
  request: ArrangementRequest,
): readonly ArrangementRow[] {
  const { periods, holidayPeriods, interestOnlyPeriods } = request
  const level = periods - holidayPeriods - interestOnlyPeriods
  const instalmentFen = levelInstalmentFen(principalFen, rate, MONTHLY, level)
  const amortised = amortiseLevel(principalFen, instalmentFen, level, wholePeriods(rate, MONTHLY))
  const wholeMonthFen = periodInterest(principalFen, rate, MONTHLY)
  const carried = shares(addFen(carriedFen, holidayInterestFen), request)
  let balance: number = principalFen
  return Array.from({ length: periods }, (_, index): ArrangementRow => {
    const paying = index - holidayPeriods
    const levelIndex = paying - interestOnlyPeriods
    const interestFen = (paying < 0 ? 0 : levelIndex < 0 ? wholeMonthFen : (amortised.interest[levelIndex] ?? 0)) as Fen
    const principalPart = (levelIndex < 0 ? 0 : (amortised.principal[levelIndex] ?? 0)) as Fen
    const arrearsFen = paying < 0 ? ZERO_FEN : (carried[paying] ?? ZERO_FEN)
    balance -= principalPart
    return {
      n: index + 1,
      dueOn: cadenceDate(request.firstDueOn, MONTHLY, index),
      principalFen: principalPart,
      interestFen,
      arrearsFen,
      totalFen: addFen(principalPart, interestFen, arrearsFen),
      balanceFen: balance as Fen,
    }
  })
}

/** What each paying instalment carries of the old arrears and the holiday's interest. */
function shares(carriedFen: Fen, { periods, holidayPeriods, arrears }: ArrangementRequest): readonly Fen[] {
  const paying = periods - holidayPeriods
  return allocate(
    carriedFen,
    Array.from({ length: paying }, (_, index) => (arrears === 'withFirst' && index > 0 ? 0 : 1)),
  )
}
