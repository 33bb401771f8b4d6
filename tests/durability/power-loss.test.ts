import { expect, test } from 'vitest'
import type { MemoryFs } from '#adapters/memory/memory-fs'
import type { FsPort } from '#services/ports'
import { sealedGenerations } from '../vault-around'
import { cutEverywhere } from './power-lab'
import { passwordChanges, renewals, savesBy, takeover, type Saver } from './power-scenarios'

const ENOUGH = 100_000
let total = 0

test.each([
  [savesBy('saves with pruning', (fs, now) => sealedGenerations(fs, now), 280), 14],
  [passwordChanges(45), 6],
  [renewals(8), 4],
  [takeover, 40],
])(
  'the power goes after every operation of $name: nothing acknowledged is lost',
  { timeout: 240_000 },
  async (scenario, samples) => {
    const started = performance.now()
    const outcome = await cutEverywhere(scenario, samples)
    total += outcome.states
    console.log(
      `power cuts in ${scenario.name}: ${outcome.states} states, ${outcome.lost} lost, ${outcome.unopenable} unopenable, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    )
    expect(outcome.states).toBeGreaterThan(500)
    expect(outcome).toMatchObject({ lost: 0, unopenable: 0 })
  },
)

test(`at least ${ENOUGH} states were looked at`, () => {
  expect(total).toBeGreaterThanOrEqual(ENOUGH)
})

/** The same saver on a disk whose promises it does not wait for. */
const without =
  (skipped: 'sync' | 'syncDir') =>
  (fs: FsPort, now: () => number): Saver => {
    const careless: FsPort = new Proxy(fs, {
      get(target, name) {
        if (name === skipped) return () => Promise.resolve()
        if (name === 'create' && skipped === 'sync')
          return async (path: string) => ({ ...(await target.create(path)), sync: () => Promise.resolve() })
        return (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target)
      },
    })
    return sealedGenerations(careless, now)
  }

/** One file, removed and written again: what a program does that has not thought about it. */
const inPlace = (fs: FsPort): Saver => ({
  open: () => Promise.resolve(),
  async save(text) {
    await fs.remove('/vault/case.json')
    const file = await fs.create('/vault/case.json')
    await file.write(Buffer.from(text))
    await file.sync()
    await file.close()
    await fs.syncDir('/vault')
  },
})

const reopenInPlace = async (fs: MemoryFs): Promise<string | null> => {
  try {
    return Buffer.from(await fs.read('/vault/case.json')).toString()
  } catch {
    return null
  }
}

test.each([
  savesBy('saves without fsync of the folder', without('syncDir'), 20),
  savesBy('saves without fsync of the file', without('sync'), 20),
  savesBy('saves over the one file', inPlace, 20, reopenInPlace),
])('the same cuts find what a careless saver loses (control: $name)', async (scenario) => {
  const outcome = await cutEverywhere(scenario, 12)
  console.log(`control, ${scenario.name}: ${outcome.lost + outcome.unopenable} of ${outcome.states} states are losses`)
  expect(outcome.lost + outcome.unopenable).toBeGreaterThan(0)
})
