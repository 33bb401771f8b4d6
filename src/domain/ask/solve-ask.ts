import { monthIndex, monthText } from '../calendar/local-date'
import { arrange } from '../extension/arrange'
import type { Fen } from '../money/fen'
import type { PlanMonth, PlanResult } from '../plan/plan'
import { simulatePlan } from '../plan/simulate-plan'
import type { AskAnswer, Asked, AskInput, AskShortfall } from './ask'
import { askMoney, moreMoney } from './ask-money'
import { askLadder, type AskLadder } from './ask-options'
import { endOf, isFeasible, type AskTest, type Choice } from './find-choice'
import { leastConcession } from './least-concession'
import { askShortfall } from './shortfall'
import { tighten } from './tighten'
import { timingGaps } from './timing-gap'

/** How much of the work is done, 0 to 1. */
export type AskProgress = number

/**
 * The smallest set of concessions under which every month can be paid, with essentials and reserve untouched and no new
 * borrowing. In this order: every month is paid and no timing gap is worse than by the contracts; the person's pins, caps
 * and kinds and the product's limits hold; the largest relative concession (`relativeConcession`) is as small as possible;
 * then least extra cost, fewest lenders newly asked, shortest terms (`tighten`).
 *
 * Lenders that are overdue with, or about to call the loan, count as asked already. Where timing alone cannot be kept, the
 * answer is found without it and `newTimingGaps` says which months. Where nothing is enough, the answer is what would do
 * with `shortfall.perMonthFen` more each month, and the proof shows the months short without it.
 *
 * Exact    the largest concession is proven least (`isLeast`), the rest is least against changes of one or two lenders.
 * Pure     same input, same answer; `report` is told how far it is.
 */
export function solveAsk(input: AskInput, report: (progress: AskProgress) => void = () => undefined): AskAnswer {
  const { on, budget, loans } = input
  const ladders = loans.map((item, index) => {
    report((0.4 * index) / loans.length)
    return askLadder(item, input, limitOf(input, item.loan.id))
  })
  const money = askMoney(budget, on, ladders)
  const contracts = ladders.flatMap(({ options }) => options[0] ?? [])
  const test: AskTest = { ladders, money, timing: true }
  if (isFeasible({ ...test, timing: false }, contracts))
    return answerOf(input, test, { choice: contracts, isLeast: true, shortfall: null })
  const step = (part: number): void => report(0.4 + 0.3 * part)
  const strict = leastConcession(test, step)
  const found = strict ?? leastConcession({ ...test, timing: false }, step)
  if (found) {
    const kept = { ...test, timing: strict !== null }
    const choice = tighten(kept, found.level, found.choice)
    report(1)
    return answerOf(input, kept, { choice, isLeast: found.isProven, shortfall: null })
  }
  const shortfall = askShortfall(input, ladders, money, (part) => report(0.7 + 0.2 * part))
  const enough: AskTest = { ladders, money: moreMoney(money, shortfall.perMonthFen, 0), timing: false }
  const best = leastConcession(enough, (part) => report(0.9 + 0.1 * part))
  const choice = best ? tighten(enough, best.level, best.choice) : contracts
  report(1)
  return answerOf(input, { ...test, timing: false }, { choice, isLeast: best?.isProven ?? false, shortfall })
}

const limitOf = ({ limits }: AskInput, loanId: string) => limits.find((limit) => limit.loanId === loanId)

interface Solved {
  readonly choice: Choice
  readonly isLeast: boolean
  readonly shortfall: AskShortfall | null
}

function answerOf(input: AskInput, test: AskTest, { choice, isLeast, shortfall }: Solved): AskAnswer {
  const asked = test.ladders.flatMap((ladder, at) => askedOf(ladder, choice[at]))
  const proof = proofOf(input, asked, Math.max(...choice.map(endOf)))
  const { chosen, contract } = timingGaps(test.ladders, choice, test.money)
  const first = monthIndex(input.on)
  const isNew = (gap: number, step: number): boolean => gap > (contract[step] ?? 0)
  return {
    status: shortfall ? 'short' : asked.length === 0 ? 'notNeeded' : 'found',
    asked,
    largestConcession: asked.reduce((most, { concession }) => Math.max(most, concession), 0),
    isLeast,
    extraCostFen: asked.reduce((sum, { arrangement }) => sum + arrangement.comparison.extraCostFen, 0) as Fen,
    proof,
    tightest: tightestOf(proof),
    newTimingGaps: shortfall
      ? []
      : [...chosen].flatMap((gap, step) => (isNew(gap, step) ? [monthText(first + step)] : [])),
    shortfall,
  }
}

/** The request as it will be written, made once more from the loan itself. */
function askedOf({ item, isAlreadyAsked }: AskLadder, option: Choice[number] | undefined): readonly Asked[] {
  if (!option?.arrangement) return []
  const { request } = option.arrangement
  const made = arrange(item.loan, item.quoted, request)
  if (!made.ok) return []
  return [{ loanId: item.loan.id, request, arrangement: made.value, concession: option.concession, isAlreadyAsked }]
}

/** The simulator's own word on it, to the last instalment: only what falls due is paid, the rest is kept for what comes. */
function proofOf({ on, budget, loans }: AskInput, asked: readonly Asked[], steps: number): PlanResult {
  return simulatePlan({
    on,
    budget,
    settings: { strategy: 'minimumsOnly', ownOrder: [] },
    horizonMonths: Math.max(1, steps),
    loans: loans.map(({ loan, state }) => {
      const arrangement = asked.find(({ loanId }) => loanId === loan.id)?.arrangement
      return arrangement ? { loan, state, arrangement } : { loan, state }
    }),
  })
}

/** The month that leaves least after all that is required. */
function tightestOf({ months }: PlanResult): AskAnswer['tightest'] {
  const owing = months.filter(({ requiredFen }) => requiredFen > 0)
  const least = owing.reduce<PlanMonth | null>(
    (tightest, month) => (tightest === null || roomIn(month) < roomIn(tightest) ? month : tightest),
    null,
  )
  return least && { month: least.month, leftFen: roomIn(least) as Fen }
}

const roomIn = ({ closingCashFen, shortFen }: PlanMonth): number => closingCashFen - shortFen
