const DAY = 86_400_000
const WEEK = 7 * DAY

/** Which generations stay: the last 10, the newest of each of the last 14 days, and of each of the last 8 weeks. */
export function generationsToKeep(savedAt: ReadonlyMap<number, number>, now: number): ReadonlySet<number> {
  const newestFirst = [...savedAt].sort(([left], [right]) => right - left)
  const keep = new Set(newestFirst.slice(0, 10).map(([generation]) => generation))
  const seen = new Set<string>()
  for (const [generation, at] of newestFirst) {
    const age = now - at
    const slots = [
      ...(age < 14 * DAY ? [`day ${Math.floor(at / DAY)}`] : []),
      ...(age < 8 * WEEK ? [`week ${Math.floor(at / WEEK)}`] : []),
    ]
    for (const slot of slots) {
      if (seen.has(slot)) continue
      seen.add(slot)
      keep.add(generation)
    }
  }
  return keep
}
