import { performance } from 'node:perf_hooks'
import type { Timers } from '#contract/timers'

/** The computer's own clocks. A waiting timer keeps no program alive. */
export const nodeTimers: Timers = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
