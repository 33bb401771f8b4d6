import { readFileSync } from 'node:fs'

/** Whether a process runs. One that ended but was not yet waited for does not. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Milliseconds until a process is gone, at most `limitMs` (then infinity). */
export async function goneAfter(pid: number, limitMs = 5_000): Promise<number> {
  const started = performance.now()
  while (isAlive(pid)) {
    if (performance.now() - started > limitMs) return Number.POSITIVE_INFINITY
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - started
}
