import type { EffectiveAnnual } from './effective-annual'
import { isolateRoots } from './isolate-roots'
import { rootBound, SUM_NOISE, type TimedFlow } from './timed-flow'

/**
 * All rates r > −1 per unit of time with Σ amount/(1+r)^time = 0.
 *
 * Works in u = ln(1+r), where the sum is Σ a·e^(−u·t). Amounts that change sign once in time order have exactly one
 * root (Descartes' rule for exponential sums) and take a bracketed Newton path; otherwise every root is isolated with
 * bounds on the sum and its derivatives, so that none is missed and "none" is proved, not given up on. Each half
 * (u ≥ 0, u ≤ 0) is scaled so that no exponential overflows. Flows that sum to zero have the root 0 exactly.
 */
export function rateRoots(flows: readonly TimedFlow[]): EffectiveAnnual {
  const sorted = mergeTimes(flows)
  const first = sorted[0]
  const last = sorted[sorted.length - 1]
  if (!first || !last || first.time === last.time) return { kind: 'none' }
  const changes = signChanges(sorted)
  if (changes === 0) return { kind: 'none' }
  const span = last.time - first.time
  // Forward time for u ≥ 0, time from the end for u ≤ 0 (v = −u): all exponents stay at or below zero.
  const forward = sorted.map(({ time, amount }) => ({ time: time - first.time, amount }))
  const backward = [...forward].reverse().map(({ time, amount }) => ({ time: span - time, amount }))
  // Whole fen add up exactly; amounts with fractions leave noise in the last bits, which is not a root of its own.
  const sum = sorted.reduce((total, flow) => total + flow.amount, 0)
  const size = sorted.reduce((total, flow) => total + Math.abs(flow.amount), 0)
  const atZero = Math.abs(sum) <= SUM_NOISE * size ? 0 : sum

  let logRates: number[]
  if (changes === 1) {
    if (atZero === 0) logRates = [0]
    else if (Math.sign(atZero) === Math.sign(first.amount)) logRates = [-uniqueRoot(backward)]
    else logRates = [uniqueRoot(forward)]
  } else {
    logRates = [...isolateRoots(backward).map((v) => -v), ...(atZero === 0 ? [0] : []), ...isolateRoots(forward)]
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

/** Flows in time order, those of one moment added up, zeros left out. */
function mergeTimes(flows: readonly TimedFlow[]): readonly TimedFlow[] {
  const merged: { time: number; amount: number }[] = []
  for (const { time, amount } of [...flows].sort((a, b) => a.time - b.time)) {
    const last = merged[merged.length - 1]
    if (last?.time === time) last.amount += amount
    else merged.push({ time, amount })
  }
  return merged.filter((flow) => flow.amount !== 0)
}

function signChanges(sorted: readonly TimedFlow[]): number {
  let changes = 0
  for (let index = 1; index < sorted.length; index++) {
    if (Math.sign(sorted[index]?.amount ?? 0) !== Math.sign(sorted[index - 1]?.amount ?? 0)) changes += 1
  }
  return changes
}

/**
 * The one root v > 0 of flows with one sign change whose time starts at zero.
 *
 * Newton on ln(early/late), which is close to a straight line in v (it is one for two flows), held in a bracket and
 * replaced by bisection whenever it would leave it.
 */
function uniqueRoot(flows: readonly TimedFlow[]): number {
  const sign = Math.sign(flows[0]?.amount ?? 0)
  let low = 0
  let high = rootBound(flows)
  let v = 0
  for (let step = 0; step < 200; step++) {
    let early = 0
    let late = 0
    let earlySlope = 0
    let lateSlope = 0
    for (const { time, amount } of flows) {
      const value = Math.abs(amount) * Math.exp(-v * time)
      if (Math.sign(amount) === sign) {
        early += value
        earlySlope += value * time
      } else {
        late += value
        lateSlope += value * time
      }
    }
    // Early flows weigh more as v grows: below the root the late ones still win.
    if (late > early) low = v
    else if (late < early) high = v
    else return v
    const logRatio = Math.log(late / early)
    const slope = lateSlope / late - earlySlope / early
    let next = v + logRatio / slope
    if (!(next > low && next < high)) next = (low + high) / 2
    if (Math.abs(next - v) <= 1e-15 * Math.max(1e-3, Math.abs(next)) || next === low || next === high) return next
    v = next
  }
  return v
}
