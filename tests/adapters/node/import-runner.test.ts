import { afterAll, describe, expect, test } from 'vitest'
import { importRunner } from '#adapters/node/import-runner'
import { localDate } from '#domain/calendar/local-date'
import { IMPORTERS } from '#services/importers'
import { sampleIn } from '#services/sample'
import { builtScript } from '../../durability/built-script'
import { seeded } from '../../durability/power-lab'

const SAMPLE = JSON.stringify(sampleIn('zh-CN', localDate('2026-11-24')))
const MUTATED = 10_000

const reader = await builtScript('src/adapters/node/import-worker.ts')
const endless = await builtScript('tests/adapters/node/endless-worker.ts')
afterAll(() => {
  reader.remove()
  endless.remove()
})

/** One thing that may have happened to a file, or been done to it. */
function mutated(text: string, chance: () => number): string {
  const at = Math.floor(chance() * text.length)
  const until = at + Math.floor(chance() * 40)
  switch (Math.floor(chance() * 7)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + String.fromCharCode(Math.floor(chance() * 65_536)) + text.slice(at + 1)
    case 2:
      return text.slice(0, at) + text.slice(at, until).repeat(50) + text.slice(until)
    case 3:
      return text.slice(0, at) + text.slice(until)
    case 4:
      return text.replace(/:\d+/g, (figure) => (chance() < 0.05 ? ':1e999' : figure))
    case 5:
      return text.replace(/"id":"[^"]*"/g, (id) => (chance() < 0.2 ? '"__proto__":{"polluted":1}' : id))
    default:
      return text.slice(0, at) + '['.repeat(Math.floor(chance() * 5_000)) + text.slice(at)
  }
}

describe('a case file from outside', () => {
  test('is read in a thread of its own and comes back as it is', async () => {
    expect(await importRunner(reader.path).read('case', SAMPLE)).toEqual(IMPORTERS.case(SAMPLE))
    expect((await importRunner(reader.path).read('case', SAMPLE)).ok).toBe(true)
  })

  test(
    `${MUTATED} mutated ones: each is read or refused in words, in time, and no prototype is touched`,
    { timeout: 120_000 },
    () => {
      const chance = seeded(11)
      let refused = 0
      let longestMs = 0
      for (let n = 0; n < MUTATED; n += 1) {
        const text = mutated(SAMPLE, chance)
        const from = performance.now()
        const read = IMPORTERS.case(text)
        longestMs = Math.max(longestMs, performance.now() - from)
        if (!read.ok) refused += 1
      }
      console.log(`${MUTATED} mutated case files: ${refused} refused, longest ${longestMs.toFixed(0)} ms`)
      expect(refused).toBeGreaterThan(MUTATED / 2)
      expect(longestMs).toBeLessThan(5_000)
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    },
  )

  test('keys that reach a prototype are refused wherever they stand; a careless merge lets them in (control)', () => {
    for (const key of ['__proto__', 'constructor', 'prototype'])
      for (const hostile of [
        SAMPLE.replace('{', `{"${key}":{"polluted":1},`),
        SAMPLE.replace('"settings":{', `"settings":{"${key}":{"polluted":1},`),
        SAMPLE.replace('"loans":[{', `"loans":[{"${key}":{"polluted":1},`),
      ])
        expect(IMPORTERS.case(hostile)).toMatchObject({ ok: false, error: { reason: 'foreign' } })
    const merged = Object.assign({}, JSON.parse('{"__proto__":{"polluted":1}}')) as { polluted?: unknown }
    expect(merged.polluted).toBe(1)
  })

  test(
    'bombs are refused through the real thread: 100,000 deep, a million keys, a long text',
    { timeout: 60_000 },
    async () => {
      const runner = importRunner(reader.path)
      const bombs = [
        `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
        `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`,
        `{${Array.from({ length: 1_000_000 }, (_one, n) => `"k${n}":1`).join(',')}}`,
        `{"schemaVersion":3,"text":"${'x'.repeat(30_000_000)}"}`,
      ]
      for (const bomb of bombs) {
        const from = performance.now()
        expect(await runner.read('case', bomb)).toMatchObject({ ok: false })
        expect(performance.now() - from).toBeLessThan(20_000)
      }
      expect((await runner.read('case', SAMPLE)).ok).toBe(true)
    },
  )

  test('a reader led to loop for ever or to eat the memory costs itself only', { timeout: 60_000 }, async () => {
    const from = performance.now()
    expect(await importRunner(endless.path, { timeMs: 500, memoryMiB: 64 }).read('case', 'time')).toEqual({
      ok: false,
      error: { code: 'not_a_case_file', reason: 'took_too_long' },
    })
    expect(performance.now() - from).toBeLessThan(5_000)
    expect(await importRunner(endless.path, { timeMs: 30_000, memoryMiB: 64 }).read('case', 'memory')).toEqual({
      ok: false,
      error: { code: 'not_a_case_file', reason: 'too_large' },
    })
    // Control: without a limit of time the same reader is still at it.
    const unlimited = importRunner(endless.path, { timeMs: 3_000, memoryMiB: 64 }).read('case', 'time')
    const first = await Promise.race([unlimited, new Promise((resolve) => setTimeout(resolve, 1_000, 'still at it'))])
    expect(first).toBe('still at it')
    await unlimited
  })
})
