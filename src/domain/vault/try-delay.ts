const SECONDS = [0, 0, 0, 1, 2, 4, 8, 15, 30] as const

/** How long the next try waits after so many wrong ones in a row, in milliseconds: never more than 30 s, never for good. */
export const tryDelay = (wrongTries: number): number =>
  wrongTries <= 0 ? 0 : 1000 * (SECONDS[Math.min(wrongTries, SECONDS.length) - 1] ?? 0)
