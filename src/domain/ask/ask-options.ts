import type { LocalDate } from '../calendar/local-date'
import { addMonths, monthIndex } from '../calendar/local-date'
import type { Budget } from '../budget/budget'
import { arrange } from '../extension/arrange'
import type { Arrangement, ArrangementRequest } from '../extension/arrangement'
import { firstPaymentDay, termLimit } from '../extension/default-request'
import { contractRate } from '../loan/contract-rate'
import type { LoanState } from '../loan/loan-state'
import { simpleAnnualFraction, type InterestRate } from '../rate/interest-rate'
import type { AskInput, AskKinds, AskLimit, AskLoan } from './ask'
import { arrangedLine, contractLine, type PaymentLine } from './payment-line'
import { relativeConcession } from './relative-concession'

/** One way a loan can go on: as its contract says, or as one request would have it. */
export interface AskOption {
  /** Null: the contract. */
  readonly arrangement: Arrangement | null
  readonly concession: number
  readonly extraCostFen: number
  readonly line: PaymentLine
}

/** A loan with everything that may be asked about it. The first option is the contract. */
export interface AskLadder {
  readonly item: AskLoan
  readonly isAlreadyAsked: boolean
  readonly options: readonly AskOption[]
  /** The option of a request within the limits; undefined when it is not allowed. Made once each. */
  readonly optionOf: (request: ArrangementRequest) => AskOption | undefined
}

/** Longest term asked where no rule is known and the contract itself is not longer. */
const USUAL_LIMIT = 60
/** So near to acceleration or subrogation a lender is being talked to already. */
const NEAR_DAYS = 30

export const isAlreadyAsked = ({ daysLate, daysToAcceleration, daysToSubrogation }: LoanState): boolean =>
  daysLate > 0 || [daysToAcceleration, daysToSubrogation].some((days) => days !== null && days <= NEAR_DAYS)

/** Months from the first to the last instalment the contract still asks: the shortest term a request has. */
export function contractMonths(state: LoanState): number {
  const ahead = state.rows.filter((row) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0)
  const [first, last] = [ahead[0], ahead.at(-1)]
  return first && last ? monthIndex(last.dueOn) - monthIndex(first.dueOn) + 1 : 1
}

/** The longest term that may be asked: the product's rule, else 60 or what the contract leaves if that is longer. */
export const longestTerm = ({ loan, state }: AskLoan): number =>
  termLimit(loan.product)?.periods ?? Math.max(USUAL_LIMIT, contractMonths(state))

/** Everything that may be asked of one lender under what the person laid down. */
export function askLadder(
  item: AskLoan,
  input: Pick<AskInput, 'on' | 'budget' | 'kinds'>,
  limit?: AskLimit,
): AskLadder {
  const { loan, state, quoted } = item
  const { on, budget, kinds } = input
  const contract: AskOption = {
    arrangement: null,
    concession: 0,
    extraCostFen: 0,
    line: contractLine(loan, state),
  }
  const rate = contractRate(loan)
  const most = Math.min(longestTerm(item), limit?.mostPeriods ?? Infinity)
  const least = Math.min(longestTerm(item), contractMonths(state))
  const made = new Map<string, AskOption | undefined>()
  const optionOf = (request: ArrangementRequest): AskOption | undefined => {
    if (request.periods < least || request.periods > most) return undefined
    const key = JSON.stringify(request)
    if (!made.has(key)) made.set(key, makeOption(request))
    return made.get(key)
  }
  const makeOption = (request: ArrangementRequest): AskOption | undefined => {
    // The contract's rate may have to be solved for: once, not for every term.
    const answer = arrange(loan, quoted, { ...request, rate: request.rate ?? rate })
    if (!answer.ok) return undefined
    const arrangement = { ...answer.value, request }
    const line = arrangedLine(arrangement, on)
    return {
      arrangement,
      concession: relativeConcession(contract.line, line, rate),
      extraCostFen: arrangement.comparison.extraCostFen,
      line,
    }
  }
  // Nothing has a date: nothing is required, so there is nothing to ask.
  const isRequired = contract.line.amounts.some((amount) => amount > 0)
  const requests =
    limit?.isPinned === true || !isRequired || most < least
      ? []
      : requestsOf(kinds, { least, most, state, rate, firstDays: firstDays(budget, on, state, kinds) })
  return {
    item,
    isAlreadyAsked: isAlreadyAsked(state),
    options: [contract, ...requests.flatMap((request) => optionOf(request) ?? [])],
    optionOf: (request) => (requests.length === 0 ? undefined : optionOf(request)),
  }
}

interface Room {
  readonly least: number
  readonly most: number
  readonly state: LoanState
  readonly rate: InterestRate
  readonly firstDays: readonly LocalDate[]
}

/** Every mix of the kinds on the table: each term, with and without each of the others. */
function requestsOf(kinds: AskKinds, { least, most, state, rate, firstDays }: Room): readonly ArrangementRequest[] {
  const cut = kinds.rate
  const isLower = cut !== null && simpleAnnualFraction(cut) < simpleAnnualFraction(rate)
  const hasPenalty = state.penaltyFen + state.lateFeeFen > 0
  const requests: ArrangementRequest[] = []
  for (const firstDueOn of firstDays)
    for (const holidayPeriods of withNone(kinds.holidayPeriods))
      for (const interestOnlyPeriods of withNone(kinds.interestOnlyPeriods))
        for (const asked of isLower ? [null, cut] : [null])
          for (const waivePenaltyPer10000 of withNone(hasPenalty ? kinds.waivePenaltyPer10000 : 0))
            for (let periods = least; periods <= (kinds.longerTerm ? most : least); periods += 1)
              requests.push({
                periods,
                firstDueOn,
                rate: asked,
                holidayPeriods,
                interestOnlyPeriods,
                waivePenaltyPer10000,
                arrears: 'spread',
                settlementPer10000: null,
              })
  return requests
}

const withNone = (count: number): readonly number[] => (count > 0 ? [0, count] : [0])

/** The first day a payment can be asked from; where that is still this month, the same day of the next one too. */
function firstDays(budget: Budget, on: LocalDate, state: LoanState, kinds: AskKinds): readonly LocalDate[] {
  const lines = kinds.dueDay === 'afterPayday' ? budget.lines : []
  const earliest = firstPaymentDay({ ...budget, lines }, on, state.nextDueOn)
  return monthIndex(earliest) === monthIndex(on) ? [earliest, addMonths(earliest, 1)] : [earliest]
}
