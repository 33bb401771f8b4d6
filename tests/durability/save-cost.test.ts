import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFs } from '#adapters/node/node-fs'
import { SealedCodec } from '#adapters/node/vault/sealed-codec'
import { VaultGenerations } from '#adapters/node/vault/vault-generations'
import { ok } from '#domain/result'
import { fen } from '#domain/money/fen'
import { CaseStore } from '#services/document/case-store'
import { random, someKeys } from '../vault-around'
import { aLoan, paid } from '../domain/loan/a-loan'

/** Dated entries in the case: what a collection log of years has, in the records there are today. */
const ENTRIES = 10_000
const SAVES = 40

/** The 95th of a hundred, in milliseconds. */
const p95 = (times: readonly number[]): number =>
  [...times].sort((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? 0

/** Times of single saves to the real disk, of a case with so many entries. */
async function saveTimes(entries: number): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cost-'))
  try {
    const codec = new SealedCodec(someKeys(), 'case', random)
    const store = await CaseStore.open(new VaultGenerations(nodeFs, join(folder, 'vault'), () => Date.now(), codec))
    const events = Array.from({ length: entries / 10 }, (_one, index) => paid(`e${index}`, '2026-05-10', 100))
    const loans = Array.from({ length: 10 }, (_one, index) => ({ ...aLoan(), id: `loan${index}`, events }))
    await store.change(0, (document) => ok({ ...document, loans }), 'forget')
    const times: number[] = []
    for (let n = 0; n < SAVES; n += 1) {
      const from = performance.now()
      const saved = await store.change(
        n + 1,
        (document) => ok({ ...document, budget: { ...document.budget, cashNowFen: fen(n) } }),
        'undoable',
      )
      times.push(performance.now() - from)
      expect(saved.ok).toBe(true)
    }
    return times
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test(`a save of a case with ${ENTRIES} entries grows no faster than the case`, { timeout: 60_000 }, async () => {
  const small = p95(await saveTimes(ENTRIES / 10))
  const large = p95(await saveTimes(ENTRIES))
  console.log(`save p95: ${small.toFixed(0)} ms at ${ENTRIES / 10} entries, ${large.toFixed(0)} ms at ${ENTRIES}`)
  // The absolute figure depends on the machine and goes into the note; here only that it does not grow faster than the case.
  expect(large).toBeLessThan(10 * small + 50)
})
