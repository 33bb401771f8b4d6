/** One of several ways to do the same work: ours, the ceiling nobody is expected to pass, or a package from npm. */
export interface Contender {
  readonly name: string
  readonly side: 'ours' | 'ceiling' | 'peer'
  readonly work: () => unknown
}

export interface Finish {
  readonly name: string
  readonly side: Contender['side']
  readonly quickestMs: number
}

/** A peer that has had this much time, and three rounds, does not run again. */
const BUDGET_MS = 600
const ROUNDS = 25
const MOST_ROUNDS = 150

/**
 * Runs the contenders in turn, round after round in one process, and answers the quickest run of each: what the work
 * costs when nothing disturbs it. On a busy machine that takes more rounds: until `isSettled`, or long enough to give up.
 */
export function race(
  contenders: readonly Contender[],
  isSettled: (finishes: readonly Finish[]) => boolean,
): readonly Finish[] {
  const quickest = contenders.map(() => Number.POSITIVE_INFINITY)
  const spent = contenders.map(() => 0)
  const finishes = () =>
    contenders.map(({ name, side }, index) => ({ name, side, quickestMs: quickest[index] ?? Number.NaN }))
  for (let round = 0; round < ROUNDS || (round < MOST_ROUNDS && !isSettled(finishes())); round++) {
    contenders.forEach(({ side, work }, index) => {
      if (side === 'peer' && round >= 3 && (spent[index] ?? 0) > BUDGET_MS) return
      const started = performance.now()
      work()
      const tookMs = performance.now() - started
      spent[index] = (spent[index] ?? 0) + tookMs
      quickest[index] = Math.min(quickest[index] ?? tookMs, tookMs)
    })
  }
  return finishes()
}

/** The quickest of one side. */
export const quickestOf = (finishes: readonly Finish[], side: Contender['side']): number =>
  Math.min(...finishes.filter((finish) => finish.side === side).map((finish) => finish.quickestMs))

/** A table of a race: who, how long, and how many times the ceiling and ours. */
export function raceTable(title: string, finishes: readonly Finish[]): string {
  const ours = quickestOf(finishes, 'ours')
  const ceiling = quickestOf(finishes, 'ceiling')
  const cells = finishes.map(({ name, side, quickestMs }) => [
    side,
    name,
    `${quickestMs.toFixed(3)} ms`,
    `${(quickestMs / ceiling).toFixed(2)} × ceiling`,
    `${(quickestMs / ours).toFixed(2)} × ours`,
  ])
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  )
  return [title, ...lines.map((line) => `  ${line.join('  ')}`)].join('\n')
}
