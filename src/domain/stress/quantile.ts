/**
 * The value at a place of a row if it were sorted (0 is the smallest), by quickselect: reorders `values` between `from` and
 * `to`, so that nothing before the place is larger and nothing after it smaller.
 *
 * Source  C. A. R. Hoare, "Algorithm 65: Find", Comm. ACM 4 (1961).
 */
export function selectAt(values: Float64Array, place: number, from = 0, to = values.length - 1): number {
  let low = from
  let high = to
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1
      while ((values[right] ?? 0) > pivot) right -= 1
      if (left <= right) {
        const held = values[left] ?? 0
        values[left] = values[right] ?? 0
        values[right] = held
        left += 1
        right -= 1
      }
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place] ?? 0
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
