import loadHighs from 'highs'
import { expect, it } from 'vitest'
import { solveOptimum } from '#workers/solve-optimum'
import { realisticPlan } from '../workers/realistic'

// The table of docs/optimum.md: what the cheapest way saves against avalanche and snowball on a hundred random cases.

it('on 100 random cases the cheapest way never costs more than avalanche or snowball; the table is printed', async () => {
  const highs = await loadHighs()
  const saved: Record<'avalanche' | 'snowball', number[]> = { avalanche: [], snowball: [] }
  const kinds = { avalanche: 0, solved: 0, unproven: 0 }
  let better = 0
  for (let seed = 1; seed <= 100; seed += 1) {
    const input = realisticPlan(seed, 3 + (seed % 8), 12 + (seed % 4) * 12)
    const answer = await solveOptimum(
      { input, seconds: 20, gap: 0.005 },
      () => undefined,
      () => Promise.resolve(highs),
      () => performance.now(),
    )
    kinds[answer.proof.kind] += 1
    if (answer.isSolvers) better += 1
    for (const way of ['avalanche', 'snowball'] as const) saved[way].push(answer.costs[way] - answer.result.costFen)
  }
  const yuan = (fen: number): string => (fen / 100).toFixed(2)
  const row = (sums: readonly number[]): string => {
    const ordered = [...sums].sort((left, right) => left - right)
    const nil = ordered.filter((sum) => sum === 0).length
    return `min ${yuan(ordered[0] ?? 0)}, median ${yuan(ordered[50] ?? 0)}, max ${yuan(ordered[99] ?? 0)} yuan; nil in ${nil}`
  }
  console.info(`proofs ${JSON.stringify(kinds)}; the solver's plan was the cheapest in ${better} of 100`)
  console.info(`saved against avalanche: ${row(saved.avalanche)}\nsaved against snowball:  ${row(saved.snowball)}`)
  expect(Math.min(...saved.avalanche, ...saved.snowball)).toBeGreaterThanOrEqual(0)
}, 300_000)
