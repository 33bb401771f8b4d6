import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HostDriver } from './host-driver'

/** Something a host does over and over while the test kills it. */
export interface Activity<State> {
  readonly name: string
  /** Longest time before the kill, in milliseconds: long enough for several rounds of the activity. */
  readonly withinMs: number
  /** The host to run; the built one when absent. */
  readonly host?: { readonly script: string; readonly version: string }
  /** Prepares an empty data folder once. */
  prepare(dataDir: string): Promise<State>
  /** Starts a host and opens the case; throws when that is not possible. Counts in `state` what it finds lost. */
  open(dataDir: string, state: State): Promise<HostDriver>
  /** Acts without end, writing into `state` what was acknowledged. */
  act(host: HostDriver, state: State): Promise<never>
}

export interface KillFigures {
  readonly kills: number
  readonly seconds: number
}

/** Kills with SIGKILL at a random moment of the activity, so many times over one folder; opens again after each. */
export async function killDuring<State>(
  activity: Activity<State>,
  kills: number,
  enough: (state: State) => boolean = () => false,
): Promise<State & KillFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-'))
  const started = performance.now()
  let done = 0
  try {
    const state = await activity.prepare(dataDir)
    while (done < kills && !enough(state)) {
      const host = await activity.open(dataDir, state)
      const acting = activity.act(host, state).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * activity.withinMs))
      await host.kill()
      await acting
      done += 1
    }
    await (await activity.open(dataDir, state)).kill()
    return { ...state, kills: done, seconds: (performance.now() - started) / 1000 }
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}
