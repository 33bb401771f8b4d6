import type { EffectiveAnnual } from './effective-annual'
import { touchesAt, isolateRoots } from './isolate-roots'
import { backwardLine, flowLine, MAX_LOG_RATE, rootBound, SUM_NOISE, type FlowLine, type TimedFlow } from './timed-flow'

/**
 * All rates r > −1 per unit of time with Σ amount/(1+r)^time = 0.
 *
 * Works in u = ln(1+r), where the sum is Σ a·e^(−u·t). Amounts that change sign once in time order have exactly one
 * root (Descartes' rule for exponential sums) and take a bracketed Newton path; otherwise every root is isolated with
 * bounds on the sum and its derivatives, so that none is missed and "none" is proved, not given up on. Each half
 * (u ≥ 0, u ≤ 0) is scaled so that no exponential overflows. Flows that sum to zero have the root 0 exactly.
 */
export function rateRoots(flows: readonly TimedFlow[]): EffectiveAnnual {
  const times = Float64Array.from(flows, (flow) => flow.time)
  const amounts = Float64Array.from(flows, (flow) => flow.amount)
  return lineRoots(flowLine(times, amounts))
}

/** The same for flows on one line already. */
export function lineRoots(line: FlowLine): EffectiveAnnual {
  const { changes, firstChange, sum, size } = summary(line)
  if (changes === 0) return { kind: 'none' }
  // Whole fen add up exactly; amounts with fractions leave noise in the last bits, which is not a root of its own.
  const atZero = Math.abs(sum) <= SUM_NOISE * size ? 0 : sum

  // Forward time for u ≥ 0, time from the end for u ≤ 0 (v = −u): all exponents stay at or below zero.
  let logRates: number[]
  if (changes === 1) {
    if (atZero === 0) logRates = [0]
    else if (Math.sign(atZero) === Math.sign(line.amounts[0] ?? 0)) {
      logRates = uniqueRoot(backwardLine(line), line.times.length - firstChange).map((v) => -v)
    } else logRates = uniqueRoot(line, firstChange)
  } else {
    const backward = backwardLine(line)
    const below = isolateRoots(backward).map((v) => -v)
    const found = [...below, ...(atZero === 0 ? [0] : []), ...isolateRoots(line)].sort((a, b) => a - b)
    logRates = distinct(found, (u) => (u < 0 ? touchesAt(backward, -u) : touchesAt(line, u)))
  }
  const roots = logRates
    .map((u) => (u === 0 ? 0 : Math.expm1(u)))
    .filter((root) => root > -1 && Number.isFinite(root))
    .sort((a, b) => a - b)
  const [only] = roots
  if (only === undefined) return { kind: 'none' }
  if (roots.length === 1) return { kind: 'one', root: only }
  const headline = roots.find((root) => root >= 0) ?? roots[roots.length - 1] ?? only
  return { kind: 'several', roots, headline }
}

/**
 * Roots between which the sum does not leave zero are one: around a triple root the sum is that flat.
 * Zero stands for a group it belongs to, else the one in the middle.
 */
function distinct(sorted: readonly number[], isFlatAt: (logRate: number) => boolean): number[] {
  const groups: number[][] = []
  for (const root of sorted) {
    const group = groups[groups.length - 1]
    const previous = group?.[group.length - 1]
    if (group && previous !== undefined && isFlatAt((previous + root) / 2)) group.push(root)
    else groups.push([root])
  }
  return groups.map((group) => (group.includes(0) ? 0 : (group[Math.floor(group.length / 2)] ?? 0)))
}

/** How often the amounts change sign and where first, their sum and the sum of their sizes. */
function summary({ amounts }: FlowLine): { changes: number; firstChange: number; sum: number; size: number } {
  let changes = 0
  let firstChange = 0
  let sum = 0
  let size = 0
  let previous = amounts[0] ?? 0
  for (let index = 0; index < amounts.length; index++) {
    const amount = amounts[index] ?? 0
    if (amount > 0 !== previous > 0) {
      changes += 1
      if (changes === 1) firstChange = index
    }
    sum += amount
    size += Math.abs(amount)
    previous = amount
  }
  return { changes, firstChange, sum, size }
}

/**
 * The one root v > 0 of flows with one sign change whose time starts at zero.
 *
 * Newton on ln(early/late), which is close to a straight line in v (it is one for two flows), held in a bracket and
 * replaced by bisection whenever it would leave it. The first `early` flows are those before the change of sign. Steps
 * shrink quadratically, so the next one is foreseen: iteration ends when it would be below the last bit.
 * No answer when the rate is more than a double holds.
 */
function uniqueRoot(line: FlowLine, early: number): number[] {
  const { times, amounts } = line
  let low = 0
  let high = rootBound(line)
  if (high === MAX_LOG_RATE) {
    const [earlyValue] = discounted(times, amounts, 0, early, high)
    const [lateValue] = discounted(times, amounts, early, times.length, high)
    if (-lateValue / earlyValue > 1) return []
  }
  let v = 0
  let previousStep = 0
  for (let step = 0; step < 200; step++) {
    const [earlyValue, earlySlope] = discounted(times, amounts, 0, early, v)
    const [lateValue, lateSlope] = discounted(times, amounts, early, times.length, v)
    // Early flows weigh more as v grows: below the root the late ones still win.
    const ratio = -lateValue / earlyValue
    if (ratio > 1) low = v
    else if (ratio < 1) high = v
    else return [v]
    const newton = v + Math.log(ratio) / (lateSlope / lateValue - earlySlope / earlyValue)
    const tolerance = 1e-15 * Math.max(1e-3, v)
    if (Math.abs(newton - v) <= tolerance) return [newton]
    const isNewton = newton > low && newton < high
    const next = isNewton ? newton : (low + high) / 2
    const size = Math.abs(next - v)
    const foreseen = size * (size / previousStep) ** 2
    if ((isNewton && previousStep > 0 && foreseen <= tolerance / 10) || next === low || next === high) return [next]
    previousStep = isNewton ? size : 0
    v = next
  }
  return [v]
}

/** Σ a·e^(−v·t) and Σ a·t·e^(−v·t) of the flows from one index up to another. */
function discounted(
  times: Float64Array,
  amounts: Float64Array,
  from: number,
  to: number,
  v: number,
): readonly [value: number, slope: number] {
  let value = 0
  let slope = 0
  for (let index = from; index < to; index++) {
    const time = times[index] ?? 0
    const part = (amounts[index] ?? 0) * (v === 0 ? 1 : Math.exp(-v * time))
    value += part
    slope += part * time
  }
  return [value, slope]
}
