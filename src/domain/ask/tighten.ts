import type { ArrangementRequest } from '../extension/arrangement'
import type { AskLadder, AskOption } from './ask-options'
import { isFeasible, type AskTest, type Choice } from './find-choice'

/** What is made small, in this order: extra cost, lenders newly asked, lenders asked, months of all terms together. */
type Burden = readonly [number, number, number, number]

const burdenOf = ({ isAlreadyAsked }: AskLadder, { arrangement, extraCostFen }: AskOption): Burden =>
  arrangement === null ? [0, 0, 0, 0] : [extraCostFen, isAlreadyAsked ? 0 : 1, 1, monthsOf(arrangement.request)]

const monthsOf = ({ periods, holidayPeriods, interestOnlyPeriods }: ArrangementRequest): number =>
  periods + holidayPeriods + interestOnlyPeriods

const plus = (left: Burden, right: Burden, sign: 1 | -1): Burden => [
  left[0] + sign * right[0],
  left[1] + sign * right[1],
  left[2] + sign * right[2],
  left[3] + sign * right[3],
]

function compareBurdens(left: Burden, right: Burden): number {
  const at = left.findIndex((part, index) => part !== right[index])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** Beyond so many pairs of changes only those are tried in which one lender is asked nothing any more. */
const MOST_PAIRS = 250_000

/** A change of one or two loans of a choice. */
interface Move {
  readonly changes: readonly { readonly at: number; readonly option: AskOption }[]
  /** Burden after less burden before. */
  readonly by: Burden
}

/**
 * Takes back all that is not needed, within a level no concession may pass.
 *
 * Step by step the feasible change that lowers the burden most: one lender is asked less, or nothing; or one is asked
 * nothing and another more; or any two are asked otherwise. When none is left, every term is shortened month by month as far as it goes. What remains is
 * least in the sense that no such change improves it; that no other mix of many lenders costs less is not proven.
 */
export function tighten(test: AskTest, level: number, start: Choice): Choice {
  let choice = start
  for (let move = bestMove(test, level, choice); move !== null; move = bestMove(test, level, choice))
    choice = changed(choice, move)
  return shortened(test, level, choice)
}

const changed = (choice: Choice, { changes }: Pick<Move, 'changes'>): Choice =>
  choice.map((option, index) => changes.find(({ at }) => at === index)?.option ?? option)

function bestMove(test: AskTest, level: number, choice: Choice): Move | null {
  const singles = test.ladders.flatMap((ladder, at): readonly Move[] => {
    const now = choice[at]
    if (now === undefined) return []
    const before = burdenOf(ladder, now)
    return ladder.options
      .filter((option) => option !== now && option.concession <= level)
      .map((option) => ({ changes: [{ at, option }], by: plus(burdenOf(ladder, option), before, -1) }))
  })
  const toContract = singles.filter(({ changes }) => changes[0]?.option.arrangement === null)
  const feasible = (moves: readonly Move[]): Move | null =>
    [...moves]
      .sort((left, right) => compareBurdens(left.by, right.by))
      .find((move) => isFeasible(test, changed(choice, move))) ?? null
  return (
    feasible([...singles.filter(isBetter), ...pairsOf(toContract, singles)]) ??
    (singles.length ** 2 <= MOST_PAIRS ? feasible(pairsOf(singles, singles)) : null)
  )
}

/** Changes of two different loans that lower the burden together. */
function pairsOf(ones: readonly Move[], others: readonly Move[]): readonly Move[] {
  const pairs: Move[] = []
  for (const one of ones)
    for (const other of others) {
      const [at, otherAt] = [one.changes[0]?.at ?? 0, other.changes[0]?.at ?? 0]
      if (at === otherAt || (ones === others && at > otherAt)) continue
      const by = plus(one.by, other.by, 1)
      if (isBetter({ by })) pairs.push({ changes: [...one.changes, ...other.changes], by })
    }
  return pairs
}

const isBetter = ({ by }: Pick<Move, 'by'>): boolean => compareBurdens(by, [0, 0, 0, 0]) < 0

/** Every term, holiday and interest-only spell a month shorter while that stays feasible and within the level. */
function shortened(test: AskTest, level: number, start: Choice): Choice {
  let choice = start
  for (let again = true; again;) {
    again = false
    for (const [at, ladder] of test.ladders.entries()) {
      const request = choice[at]?.arrangement?.request
      if (!request) continue
      for (const shorter of monthShorter(request)) {
        const option = ladder.optionOf(shorter)
        if (!option || option.concession > level) continue
        const next = changed(choice, { changes: [{ at, option }] })
        if (!isFeasible(test, next)) continue
        choice = next
        again = true
        break
      }
    }
  }
  return choice
}

/** The requests that ask for one month less of something. */
export const monthShorter = (request: ArrangementRequest): readonly ArrangementRequest[] => [
  { ...request, periods: request.periods - 1 },
  ...(request.holidayPeriods > 0 ? [{ ...request, holidayPeriods: request.holidayPeriods - 1 }] : []),
  ...(request.interestOnlyPeriods > 0 ? [{ ...request, interestOnlyPeriods: request.interestOnlyPeriods - 1 }] : []),
]
