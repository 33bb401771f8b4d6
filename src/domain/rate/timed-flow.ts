/** A cash flow at a time counted in periods (years for an annual rate, months for a monthly one). */
export interface TimedFlow {
  readonly time: number
  readonly amount: number
}

/** Relative size below which a sum of flows is zero. */
export const SUM_NOISE = 1e-15

/** Largest exponent argument: beyond it e^u is not a finite double. */
const MAX_LOG_RATE = 709

/** Beyond this v the flow at time zero outweighs all others together, so no root lies there. */
export function rootBound(flows: readonly TimedFlow[]): number {
  const head = Math.abs(flows[0]?.amount ?? 0)
  const rest = flows.slice(1).reduce((sum, flow) => sum + Math.abs(flow.amount), 0)
  const gap = flows[1]?.time ?? 1
  return Math.min(MAX_LOG_RATE, rest > head ? Math.log(rest / head) / gap + 1e-9 : 1e-9)
}
