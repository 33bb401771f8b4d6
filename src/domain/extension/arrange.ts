import { cadenceDate, MONTHLY } from '../calendar/cadence'
import { contractRate } from '../loan/contract-rate'
import type { Loan } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { allocate } from '../money/allocate'
import { addFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen'
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
 *            each month whole; the last instalment takes the residue. First come the holiday (nothing is paid, its
 *            interest is carried) and the interest-only months.
 * Arrears    old interest, fees, penalty interest and late fees, less the share of the last two asked to be waived, are
 *            spread over the paying instalments by largest remainder without bearing interest, paid with the first, or
 *            (`capitalise`) added to the principal.
 * Errors     `nothing_owed`, `term_out_of_range` (1–600), `rate_out_of_range`, `head_longer_than_term`,
 *            `first_due_in_past`, `waiver_out_of_range` (0–10 000).
 */
export function arrange(
  loan: Loan,
  state: LoanState,
  request: ArrangementRequest,
): Result<Arrangement, ArrangementError> {
  const rate = request.rate ?? contractRate(loan)
  const refused = refusal(state, request, rate)
  if (refused) return err(refused)
  const penaltyFen = addFen(state.penaltyFen, state.lateFeeFen)
  const waivedFen = mulDivFen(penaltyFen, request.waivePenaltyPer10000, WHOLE)
  const oldFen = subtractFen(addFen(state.interestFen, state.feeFen, penaltyFen), waivedFen)
  const isCapitalised = request.arrears === 'capitalise'
  const principalFen = isCapitalised ? addFen(state.principalFen, oldFen) : state.principalFen
  const carriedFen = isCapitalised ? ZERO_FEN : oldFen
  const rows = writeOut(principalFen, carriedFen, rate, request)
  const arrangement = { request, rate, principalFen, carriedFen, waivedFen, rows }
  return ok({
    ...arrangement,
    totalFen: sumFen(rows, (row) => row.totalFen),
    comparison: compare(state, rows, request),
  })
}

function refusal(state: LoanState, request: ArrangementRequest, rate: InterestRate): ArrangementError | null {
  const { periods, holidayPeriods, interestOnlyPeriods, waivePenaltyPer10000, firstDueOn } = request
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
  return null
}

function writeOut(
  principalFen: Fen,
  carriedFen: Fen,
  rate: InterestRate,
  request: ArrangementRequest,
): readonly ArrangementRow[] {
  const { periods, holidayPeriods, interestOnlyPeriods } = request
  const level = periods - holidayPeriods - interestOnlyPeriods
  const instalmentFen = levelInstalmentFen(principalFen, rate, MONTHLY, level)
  const amortised = amortiseLevel(principalFen, instalmentFen, level, wholePeriods(rate, MONTHLY))
  const wholeMonthFen = periodInterest(principalFen, rate, MONTHLY)
  const carried = shares(addFen(carriedFen, (wholeMonthFen * holidayPeriods) as Fen), request)
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

/** What each paying instalment carries of the old arrears. */
function shares(carriedFen: Fen, { periods, holidayPeriods, arrears }: ArrangementRequest): readonly Fen[] {
  const paying = periods - holidayPeriods
  return allocate(
    carriedFen,
    Array.from({ length: paying }, (_, index) => (arrears === 'withFirst' && index > 0 ? 0 : 1)),
  )
}
