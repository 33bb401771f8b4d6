/** Below this a sample to guess the pivot from costs more than it saves. */
const SAMPLED_FROM = 600

/**
 * The value at a place of a row if it were sorted (0 is the smallest): reorders `values` between `from` and `to`, so that
 * nothing before the place is larger and nothing after it smaller.
 *
 * Source  R. W. Floyd, R. L. Rivest, "Algorithm 489: SELECT", Comm. ACM 18 (1975).
 */
export function selectAt(values: Float64Array, place: number, from = 0, to = values.length - 1): number {
  let left = from
  let right = to
  while (right > left) {
    if (right - left > SAMPLED_FROM) {
      const count = right - left + 1
      const rank = place - left + 1
      const logCount = Math.log(count)
      const sample = 0.5 * Math.exp((2 * logCount) / 3)
      const spread = 0.5 * Math.sqrt((logCount * sample * (count - sample)) / count) * Math.sign(rank - count / 2)
      const low = Math.max(left, Math.floor(place - (rank * sample) / count + spread))
      const high = Math.min(right, Math.floor(place + ((count - rank) * sample) / count + spread))
      selectAt(values, place, low, high)
    }
    const pivot = values[place] ?? 0
    swap(values, left, place)
    if ((values[right] ?? 0) > pivot) swap(values, left, right)
    let up = left
    let down = right
    while (up < down) {
      swap(values, up, down)
      up += 1
      down -= 1
      while ((values[up] ?? 0) < pivot) up += 1
      while ((values[down] ?? 0) > pivot) down -= 1
    }
    if (values[left] === pivot) swap(values, left, down)
    else {
      down += 1
      swap(values, down, right)
    }
    if (down <= place) left = down + 1
    if (place <= down) right = down - 1
  }
  return values[place] ?? 0
}

function swap(values: Float64Array, one: number, other: number): void {
  const held = values[one] ?? 0
  values[one] = values[other] ?? 0
  values[other] = held
}

/** Tenth, half and nine tenths of a row lie at or below these values (nearest rank). Reorders the row. */
export function tenHalfNinety(values: Float64Array): readonly [number, number, number] {
  const last = values.length - 1
  const rank = (share: number): number => Math.max(0, Math.ceil(share * values.length) - 1)
  const half = selectAt(values, rank(0.5))
  const ten = selectAt(values, rank(0.1), 0, rank(0.5))
  const ninety = selectAt(values, rank(0.9), Math.min(last, rank(0.5)), last)
  return [ten, half, ninety]
}
