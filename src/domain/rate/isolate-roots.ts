import { rootBound, SUM_NOISE, type FlowLine } from './timed-flow'

/**
 * The sum and its parts at one point: positive and negative flows apart (index 0, 1, 2 is the derivative, up to sign:
 * Σ|a|·t^k·e^(−vt)). Each part only falls as v grows, which gives bounds over any interval from its two ends.
 */
interface Point {
  readonly v: number
  readonly plus: readonly [number, number, number]
  readonly minus: readonly [number, number, number]
}

/** Relative size of the sum below which a turning point counts as touching zero. */
const TOUCH = 1e-12
const MIN_WIDTH = 1e-12
/** Relative size of a sum below which it is rounding alone: a few last bits. */
const NOISE = 4e-15
/** Widest stretch around a root of high order that is taken as one point when the sum is rounding alone all over it. */
const FLAT_WIDTH = 1e-2

/**
 * All roots v > 0 of Σ a·e^(−v·t), times starting at zero, touching roots included.
 *
 * An interval is dropped when the sum cannot be zero in it, searched when the sum is monotone in it, split at its
 * turning point when the slope is monotone, and halved otherwise. Source: interval branch and prune (Moore, Interval
 * Analysis) with the monotone parts of an exponential sum as bounds.
 */
export function isolateRoots(line: FlowLine): number[] {
  const roots: number[] = []
  const high = rootBound(line)
  const stack: [Point, Point][] = [[pointAt(line, 0), pointAt(line, high)]]
  for (;;) {
    const interval = stack.pop()
    if (!interval) break
    const [left, right] = interval
    if (excludes(left, right)) continue
    const width = right.v - left.v
    if (isSlopeDefinite(left, right, 1)) {
      if (crosses(left, right)) roots.push(bisect(line, left.v, right.v, 0))
      continue
    }
    if (isSlopeDefinite(left, right, 2)) {
      pushTurning(line, left, right, roots)
      continue
    }
    if (width <= MIN_WIDTH * Math.max(1, right.v)) {
      const middle = pointAt(line, (left.v + right.v) / 2)
      if (touches(middle) && middle.v > MIN_WIDTH) roots.push(middle.v)
      continue
    }
    const middle = pointAt(line, (left.v + right.v) / 2)
    if (width <= FLAT_WIDTH && isNoise(left) && isNoise(middle) && isNoise(right)) roots.push(middle.v)
    else stack.push([middle, right], [left, middle])
  }
  // The same root seen from two neighbouring intervals is one root.
  return roots
    .sort((a, b) => a - b)
    .filter((root, index) => index === 0 || root - (roots[index - 1] ?? 0) > 1e-11 * Math.max(1, root))
}

/** The slope is monotone: at most one turning point, found by the slope's own root. */
function pushTurning(line: FlowLine, left: Point, right: Point, roots: number[]): void {
  const slopeLeft = left.plus[1] - left.minus[1]
  const slopeRight = right.plus[1] - right.minus[1]
  if (slopeLeft * slopeRight > 0) {
    if (crosses(left, right)) roots.push(bisect(line, left.v, right.v, 0))
    return
  }
  const turning = pointAt(line, bisect(line, left.v, right.v, 1))
  // A touching point is tested before the sign: rounding could split a double root in two.
  if (touches(turning)) {
    if (turning.v > MIN_WIDTH) roots.push(turning.v)
    return
  }
  if (crosses(left, turning)) roots.push(bisect(line, left.v, turning.v, 0))
  if (crosses(turning, right)) roots.push(bisect(line, turning.v, right.v, 0))
}

function pointAt({ times, amounts }: FlowLine, v: number): Point {
  let [plus0, plus1, plus2, minus0, minus1, minus2] = [0, 0, 0, 0, 0, 0]
  for (let index = 0; index < times.length; index++) {
    const time = times[index] ?? 0
    const value = (amounts[index] ?? 0) * Math.exp(-v * time)
    const slope = value * time
    if (value > 0) {
      plus0 += value
      plus1 += slope
      plus2 += slope * time
    } else {
      minus0 -= value
      minus1 -= slope
      minus2 -= slope * time
    }
  }
  return { v, plus: [plus0, plus1, plus2], minus: [minus0, minus1, minus2] }
}

const valueOf = (point: Point): number => point.plus[0] - point.minus[0]

const touches = (point: Point): boolean => Math.abs(valueOf(point)) <= TOUCH * (point.plus[0] + point.minus[0])

const isNoise = (point: Point): boolean => Math.abs(valueOf(point)) <= NOISE * (point.plus[0] + point.minus[0])

/** The sum at a place counts as zero. */
export const touchesAt = (line: FlowLine, v: number): boolean => touches(pointAt(line, v))

/** Opposite signs strictly inside; a zero exactly at v = 0 is the caller's root. */
const crosses = (left: Point, right: Point): boolean =>
  left.v === 0 && Math.abs(valueOf(left)) <= SUM_NOISE * (left.plus[0] + left.minus[0])
    ? false
    : valueOf(left) * valueOf(right) < 0 || valueOf(right) === 0

/** The sum keeps its sign over the interval: by the parts, or by the value and the steepest slope. */
function excludes(left: Point, right: Point): boolean {
  if (right.plus[0] > left.minus[0] || left.plus[0] < right.minus[0]) return true
  const steepest = Math.max(Math.abs(left.plus[1] - right.minus[1]), Math.abs(right.plus[1] - left.minus[1]))
  const fall = steepest * (right.v - left.v)
  return valueOf(left) * valueOf(right) > 0 && Math.abs(valueOf(left)) + Math.abs(valueOf(right)) > fall * (1 + 1e-9)
}

const isSlopeDefinite = (left: Point, right: Point, order: 1 | 2): boolean =>
  right.plus[order] > left.minus[order] || left.plus[order] < right.minus[order]

/** Root of the sum (order 0) or of its slope (order 1) in an interval with a sign change, to the last bit. */
function bisect(line: FlowLine, from: number, to: number, order: 0 | 1): number {
  const at = (v: number): number => {
    const point = pointAt(line, v)
    return point.plus[order] - point.minus[order]
  }
  let low = from
  let high = to
  let lowValue = at(low)
  let highValue = at(high)
  if (highValue === 0) return high
  if (lowValue === 0) return low
  for (let step = 0; step < 200 && high - low > 1e-16 * Math.max(1, high); step++) {
    // Secant inside the bracket, halved every third step so that the bracket always shrinks.
    const secant = low - (lowValue * (high - low)) / (highValue - lowValue)
    const middle = step % 3 < 2 && secant > low && secant < high ? secant : (low + high) / 2
    if (middle <= low || middle >= high) break
    const value = at(middle)
    if (value === 0) return middle
    if (value * lowValue > 0) {
      low = middle
      lowValue = value
    } else {
      high = middle
      highValue = value
    }
  }
  return Math.abs(lowValue) < Math.abs(highValue) ? low : high
}
