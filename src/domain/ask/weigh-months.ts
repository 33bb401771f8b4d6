import type { AskOption } from './ask-options'

/** An option with what it has paid up to and with each month; `area` is the sum of that. */
export interface RankedOption {
  readonly option: AskOption
  readonly cumulative: Float64Array
  readonly area: number
}

const ROUNDS = 240
const FIRST_STEP = 8

/**
 * Whether every month can be paid, by weighing the months.
 *
 * With any weights, let each loan take the option whose payments weigh least. When even those weigh more than the weighed
 * money, no choice at all can pay every month: this proves it (weak duality), to well within a fen. Otherwise the months
 * that this choice overdraws get more weight (multiplicative weights), and each choice met on the way is tried.
 *
 * Result  a choice that passed `isFeasible`; null: there is none, proven; `open`: neither was found.
 * Source  S. Arora, E. Hazan, S. Kale, The Multiplicative Weights Update Method, Theory of Computing 8 (2012).
 */
export function weighMonths(
  ranked: readonly (readonly RankedOption[])[],
  available: Float64Array,
  isFeasible: (choice: readonly AskOption[]) => boolean,
): readonly AskOption[] | null | 'open' {
  const steps = available.length
  if (steps === 0) return 'open'
  const weights = new Float64Array(steps).fill(1 / steps)
  const tried = new Set<string>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const picked = ranked.map((options) => lightest(options, weights))
    const over = overdrawn(ranked, picked, available)
    const value = over.reduce((sum, by, step) => sum + by * (weights[step] ?? 0), 0)
    if (value > 1) return null
    const key = picked.join()
    if (!tried.has(key)) {
      tried.add(key)
      const choice = ranked.flatMap((options, at) => options[picked[at] ?? 0]?.option ?? [])
      if (over.every((by) => by <= 0) && isFeasible(choice)) return choice
    }
    const stride = FIRST_STEP / Math.sqrt(round + 1)
    const scale = over.reduce((most, by) => Math.max(most, Math.abs(by)), 1)
    let sum = 0
    for (let step = 0; step < steps; step += 1) {
      weights[step] = (weights[step] ?? 0) * Math.exp((stride * (over[step] ?? 0)) / scale)
      sum += weights[step] ?? 0
    }
    for (let step = 0; step < steps; step += 1) weights[step] = (weights[step] ?? 0) / sum
  }
  return 'open'
}

/** By how much a choice, given by places, pays more than there is, month by month. */
function overdrawn(
  ranked: readonly (readonly RankedOption[])[],
  picked: readonly number[],
  available: Float64Array,
): Float64Array {
  const over = available.map((money) => -money)
  for (let at = 0; at < ranked.length; at += 1) {
    const cumulative = ranked[at]?.[picked[at] ?? 0]?.cumulative
    if (cumulative)
      for (let step = 0; step < over.length; step += 1) over[step] = (over[step] ?? 0) + (cumulative[step] ?? 0)
  }
  return over
}

/** Place of the option whose payments weigh least; the first of equals. */
function lightest(options: readonly RankedOption[], weights: Float64Array): number {
  let best = 0
  let least = Infinity
  for (let place = 0; place < options.length; place += 1) {
    const cumulative = options[place]?.cumulative
    if (!cumulative) continue
    let weight = 0
    for (let step = 0; step < weights.length; step += 1) weight += (cumulative[step] ?? 0) * (weights[step] ?? 0)
    if (weight >= least) continue
    least = weight
    best = place
  }
  return best
}
