import type { MemoryFs } from '#adapters/memory/memory-fs'
import { CrashFs } from './crash-fs'

/** Tells the laboratory what was promised so far. Labels are whatever `reopen` can find again. */
export interface Ledger {
  /** From now on this may be found as well. */
  begins(label: string): void
  /** From now on nothing else may be found. */
  acknowledged(label: string): void
}

export interface Scenario {
  readonly name: string
  /** Works on the disk and tells what it begins and what is acknowledged. */
  run(fs: CrashFs, ledger: Ledger): Promise<void>
  /** What is found on a disk after a power cut: a label, or null when it cannot be opened. */
  reopen(fs: MemoryFs): Promise<string | null>
}

export interface Outcome {
  readonly states: number
  /** What was acknowledged is not there. */
  readonly lost: number
  /** Nothing opens. */
  readonly unopenable: number
}

/** A small generator with a seed, so that a failure can be seen again. */
export function seeded(seed: number): () => number {
  // Mulberry32: numbers that follow each other are not tied to each other, as a bare congruence's are.
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs a scenario and cuts the power after every single operation, in many ways each time. */
export async function cutEverywhere(scenario: Scenario, samples: number, seed = 1): Promise<Outcome> {
  const chance = seeded(seed)
  const fs = new CrashFs()
  let allowed: readonly string[] = []
  const cuts: { readonly disk: MemoryFs; readonly allowed: readonly string[] }[] = []
  fs.watch = () => {
    if (allowed.length === 0) return
    for (const disk of fs.afterPowerCut(chance, samples)) cuts.push({ disk, allowed })
  }
  const outcome = { states: 0, lost: 0, unopenable: 0 }
  const judge = async (): Promise<void> => {
    for (const { disk, allowed: may } of cuts.splice(0)) {
      const found = await scenario.reopen(disk)
      outcome.states += 1
      if (found === null) outcome.unopenable += 1
      else if (!may.includes(found)) outcome.lost += 1
    }
  }
  await scenario.run(fs, {
    begins: (label) => {
      allowed = [...allowed, label]
    },
    acknowledged: (label) => {
      allowed = [label]
    },
  })
  await judge()
  return outcome
}
