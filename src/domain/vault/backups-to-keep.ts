const DAY = 86_400_000
const WEEK = 7 * DAY
/** Days begin at midnight in Beijing, weeks on Monday: 1 January 1970 was a Thursday. */
const BEIJING = 8 * 3_600_000
const MONDAY = 3 * DAY

/** The day an instant falls on in Beijing, as a count. */
export const backupDay = (instant: number): number => Math.floor((instant + BEIJING) / DAY)
const weekOf = (instant: number): number => Math.floor((instant + BEIJING + MONDAY) / WEEK)
const monthOf = (instant: number): string => new Date(instant + BEIJING).toISOString().slice(0, 7)

const RULES: readonly (readonly [count: number, periodOf: (instant: number) => unknown])[] = [
  [7, backupDay],
  [4, weekOf],
  [12, monthOf],
]

export interface Kept {
  readonly name: string
  readonly savedAt: number
}

/**
 * Which automatic backups stay: the newest of each of the last 7 days, 4 weeks and 12 months in which there are any. Periods
 * are counted by what is there and not by the clock, so a long pause or a wrong clock costs none.
 */
export function backupsToKeep(backups: readonly Kept[]): ReadonlySet<string> {
  const newestFirst = [...backups].sort((left, right) => right.savedAt - left.savedAt)
  const keep = new Set<string>()
  for (const [count, periodOf] of RULES) {
    const seen = new Set<unknown>()
    for (const { name, savedAt } of newestFirst) {
      const period = periodOf(savedAt)
      if (seen.has(period)) continue
      if (seen.size === count) break
      seen.add(period)
      keep.add(name)
    }
  }
  return keep
}
