import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { builtScript } from './built-script'
import type { HostDriver } from './host-driver'
import { changingPassword, importingFiles, migrating, saving, type Acknowledged } from './kill-activities'
import { killDuring, type Activity } from './kill-lab'

/** A host that differs from the shipped one in one thing: its scrypt costs nothing. */
const quick = await builtScript('src/host/child.ts', {
  '#adapters/node/vault/scrypt': join(process.cwd(), 'tests', 'durability', 'quick-scrypt.ts'),
})
afterAll(() => quick.remove())

/** kill -9 while the host does each of these; the numbers add up to 300. */
const TABLE: readonly (readonly [Activity<Acknowledged>, number])[] = [
  [saving(), 90],
  [importingFiles(), 40],
  [changingPassword('vault.setPassword', quick.path), 50],
  [changingPassword('vault.renewKeys', quick.path), 50],
  [migrating(), 30],
]

test.each(TABLE.map(([activity, kills]) => [activity.name, kills, activity] as const))(
  'kill -9 during %s, %i times: nothing acknowledged is lost, and it always opens',
  { timeout: 240_000 },
  async (name, kills, activity) => {
    const { acknowledged, lost, seconds } = await killDuring(activity, kills)
    console.log(
      `kill -9 during ${name}: ${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${seconds.toFixed(0)} s`,
    )
    // On a slow machine most kills come before the first answer; some must come after one.
    expect(acknowledged).toBeGreaterThan(kills / 25)
    expect(lost).toBe(0)
  },
)

test.each(['early', 'overwrite'])(
  'the same kills show what a careless writer loses (control: %s)',
  { timeout: 120_000 },
  async (version) => {
    const script = await builtScript('tests/durability/careless-host.ts')
    try {
      const host = { script: script.path, version }
      // Whether one kill hits a write is luck: until one has, at most so many times.
      const { acknowledged, lost, kills } = await killDuring(saving(host), 200, (state) => state.lost > 0)
      console.log(`control "${version}": ${kills} kills, ${acknowledged} acknowledged, ${lost} lost`)
      expect(lost).toBeGreaterThan(0)
    } finally {
      script.remove()
    }
  },
)

test('a careless host left alone saves: what it loses it loses to the kill (control of the controls)', async () => {
  const script = await builtScript('tests/durability/careless-host.ts')
  try {
    const host = { script: script.path, version: 'overwrite' }
    const { lost } = await killDuring({ ...saving(host), act: resting }, 3)
    expect(lost).toBe(0)
  } finally {
    script.remove()
  }
})

/** Saves once and is at rest long before any kill. */
async function resting(host: HostDriver, state: Acknowledged): Promise<never> {
  const saved = await host.good<{ revision: number }>('budget.save', { expectedRevision: state.revision })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  state.revision = saved.revision
  await host.exited
  throw new Error('killed')
}
