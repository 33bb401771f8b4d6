import { findChoice, rankedOptions, type AskTest, type Choice } from './find-choice'

export interface Least {
  readonly choice: Choice
  readonly level: number
  readonly isProven: boolean
}

/**
 * The smallest level so that every month can be paid while no lender gives up more than it: bisection over the levels that
 * occur. What is feasible at a level is feasible at every higher one, so bisection is exact. Null when even all that may be
 * asked is not enough.
 */
export function leastConcession(test: AskTest, report: (part: number) => void): Least | null {
  const levels = [...new Set(test.ladders.flatMap(({ options }) => options.map(({ concession }) => concession)))].sort(
    (left, right) => left - right,
  )
  const ranked = rankedOptions(test)
  const at = (level: number) =>
    findChoice(
      test,
      ranked.map((options) => options.filter(({ option }) => option.concession <= level)),
    )
  let high = levels.length - 1
  let best = at(levels[high] ?? 0)
  if (best.choice === null) return null
  let low = 0
  let isProven = true
  const rounds = Math.max(1, Math.ceil(Math.log2(levels.length + 1)))
  for (let round = 1; low < high; round += 1) {
    const middle = Math.floor((low + high) / 2)
    const found = at(levels[middle] ?? 0)
    isProven &&= found.isProven
    if (found.choice === null) low = middle + 1
    else {
      high = middle
      best = found
    }
    report(round / rounds)
  }
  return best.choice === null ? null : { choice: best.choice, level: levels[high] ?? 0, isProven }
}
