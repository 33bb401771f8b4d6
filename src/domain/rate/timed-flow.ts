/** A cash flow at a time counted in periods (years for an annual rate, months for a monthly one). */
export interface TimedFlow {
  readonly time: number
  readonly amount: number
}

/**
 * Flows as the solvers read them, thousands of times for one answer: in time order from time zero, those of one moment
 * added up, zeros left out.
 */
export interface FlowLine {
  readonly times: Float64Array
  readonly amounts: Float64Array
}

/** Relative size below which a sum of flows is zero. */
export const SUM_NOISE = 1e-15

/** Largest exponent argument: beyond it e^u is not a finite double. */
export const MAX_LOG_RATE = 709

/** Puts flows given in any order, at any times, on one line. The arrays are the caller's no longer. */
export function flowLine(times: Float64Array, amounts: Float64Array): FlowLine {
  if (isLine(times, amounts)) return { times, amounts }
  const order = Array.from(times, (_, index) => index).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
  const merged: { time: number; amount: number }[] = []
  for (const index of order) {
    const time = times[index] ?? 0
    const amount = amounts[index] ?? 0
    const last = merged[merged.length - 1]
    if (last?.time === time) last.amount += amount
    else merged.push({ time, amount })
  }
  const kept = merged.filter((flow) => flow.amount !== 0)
  const start = kept[0]?.time ?? 0
  return {
    times: Float64Array.from(kept, (flow) => flow.time - start),
    amounts: Float64Array.from(kept, (flow) => flow.amount),
  }
}

/** Whether they are one already, as the flows of a loan written in order are. */
function isLine(times: Float64Array, amounts: Float64Array): boolean {
  if (times[0] !== 0) return false
  for (let index = 0; index < times.length; index++) {
    if (amounts[index] === 0 || (index > 0 && !((times[index] ?? 0) > (times[index - 1] ?? 0)))) return false
  }
  return true
}

/** The line read from its end: time counts back from the last flow. */
export function backwardLine({ times, amounts }: FlowLine): FlowLine {
  const span = times[times.length - 1] ?? 0
  return { times: times.map((time) => span - time).reverse(), amounts: amounts.slice().reverse() }
}

/** Beyond this v the flow at time zero outweighs all others together, so no root lies there. */
export function rootBound({ times, amounts }: FlowLine): number {
  const head = Math.abs(amounts[0] ?? 0)
  let rest = 0
  for (let index = 1; index < amounts.length; index++) rest += Math.abs(amounts[index] ?? 0)
  const gap = times[1] ?? 1
  return Math.min(MAX_LOG_RATE, rest > head ? Math.log(rest / head) / gap + 1e-9 : 1e-9)
}
