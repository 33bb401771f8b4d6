import type { AskMoney } from './ask-money'
import type { AskLadder, AskOption } from './ask-options'
import { keepsTiming } from './timing-gap'
import { weighMonths, type RankedOption } from './weigh-months'

/** One option for each ladder, in their order. */
export type Choice = readonly AskOption[]

/** What a choice has to keep: every month paid, and (`timing`) money there on the day as well as by the contracts. */
export interface AskTest {
  readonly ladders: readonly AskLadder[]
  readonly money: AskMoney
  readonly timing: boolean
}

/** How much of the tree is looked at before a search gives up. */
const MOST_NODES = 5_000

/** Paid up to and with each month, over the months the money is known for. */
function cumulativeOf({ line }: AskOption, steps: number): Float64Array {
  const cumulative = new Float64Array(steps)
  let sum = 0
  for (let step = 0; step < steps; step += 1) {
    sum += line.amounts[step] ?? 0
    cumulative[step] = sum
  }
  return cumulative
}

/** Months from this one on until nothing more is due. */
export const endOf = ({ line }: AskOption): number => {
  let end = line.amounts.length
  while (end > 0 && line.amounts[end - 1] === 0) end -= 1
  return end
}

/** Whether every month until the last payment can be paid from what there is, with no new borrowing. */
export function isFeasible(test: AskTest, choice: Choice): boolean {
  const { available } = test.money
  const end = choice.reduce((last, option) => Math.max(last, endOf(option)), 0)
  let paid = 0
  for (let step = 0; step < end; step += 1) {
    for (const { line } of choice) paid += line.amounts[step] ?? 0
    if (paid > (available[step] ?? 0)) return false
  }
  return !test.timing || keepsTiming(test.ladders, choice, test.money)
}

/** The options of one loan, the one that pays latest first. */
export type Ranked = readonly RankedOption[]

/** Everything allowed, ranked once for many searches. */
export const rankedOptions = ({ ladders, money }: Pick<AskTest, 'ladders' | 'money'>): readonly Ranked[] =>
  ladders.map(({ options }) =>
    options
      .map((option) => {
        const cumulative = cumulativeOf(option, money.available.length)
        return { option, cumulative, area: cumulative.reduce((sum, value) => sum + value, 0) }
      })
      .sort((left, right) => left.area - right.area),
  )

export interface Found {
  readonly choice: Choice | null
  /** False when the search was cut short: no choice was found, and that none exists is not proven. */
  readonly isProven: boolean
}

/**
 * A feasible choice among the ranked options, or the proof that there is none.
 *
 * First the choice that pays latest, which fits nearly always when any does; then the one that pays least in all; then the
 * months are weighed against each other (`weighMonths`), which finds a choice or proves that there is none; what is left
 * undecided is searched as a tree, cut where even the least that each remaining loan can have paid by some month is more
 * than there is.
 */
export function findChoice(test: AskTest, ranked: readonly Ranked[]): Found {
  const { available } = test.money
  const steps = available.length
  const latest = ranked.flatMap((options) => options[0]?.option ?? [])
  const cheapest = ranked.flatMap((options) => leastBy(options, steps - 1) ?? [])
  for (const choice of [latest, cheapest]) if (isFeasible(test, choice)) return { choice, isProven: true }
  const certain = certainMonths(ranked)
  const weighed = weighMonths(ranked, available.subarray(0, certain), (choice) => isFeasible(test, choice))
  return weighed === 'open' ? searchTree(test, ranked, certain) : { choice: weighed, isProven: true }
}

/** The option with least paid up to and with a month. */
function leastBy(options: Ranked, step: number): AskOption | undefined {
  return options.reduce<RankedOption | undefined>(
    (best, next) => (best === undefined || (next.cumulative[step] ?? 0) < (best.cumulative[step] ?? 0) ? next : best),
    undefined,
  )?.option
}

/** Until the soonest end of the loan that ends last, every month has to be paid whatever is chosen. */
const certainMonths = (ranked: readonly Ranked[]): number =>
  ranked.reduce((last, options) => Math.max(last, Math.min(...options.map(({ option }) => endOf(option)))), 0)

function searchTree(test: AskTest, ranked: readonly Ranked[], certain: number): Found {
  const { available } = test.money
  const rest = leastOfRest(ranked, certain)
  let nodes = 0
  const fits = (paid: Float64Array, depth: number): boolean => {
    const coming = rest[depth]
    for (let step = 0; step < certain; step += 1)
      if ((paid[step] ?? 0) + (coming?.[step] ?? 0) > (available[step] ?? 0)) return false
    return true
  }
  const walk = (depth: number, paid: Float64Array, chosen: Choice): Choice | null => {
    if (depth === ranked.length) return isFeasible(test, chosen) ? chosen : null
    for (const { option, cumulative } of ranked[depth] ?? []) {
      nodes += 1
      if (nodes > MOST_NODES) return null
      const after = paid.map((sum, step) => sum + (cumulative[step] ?? 0))
      if (!fits(after, depth + 1)) continue
      const found = walk(depth + 1, after, [...chosen, option])
      if (found) return found
    }
    return null
  }
  const choice = walk(0, new Float64Array(certain), [])
  return { choice, isProven: choice !== null || nodes <= MOST_NODES }
}

/** For each depth: the least that the loans from there on can have paid by each month, each month by itself. */
function leastOfRest(ranked: readonly Ranked[], certain: number): readonly Float64Array[] {
  const rest = [new Float64Array(certain)]
  for (const options of [...ranked].reverse()) {
    const after = rest[0]
    rest.unshift(
      Float64Array.from(
        { length: certain },
        (_, step) =>
          (after?.[step] ?? 0) +
          options.reduce((least, { cumulative }) => Math.min(least, cumulative[step] ?? 0), Infinity),
      ),
    )
  }
  return rest
}
