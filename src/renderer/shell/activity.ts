import type { Client } from '#contract/client'

/**
 * At most one message in so many milliseconds. What a person does in between is not told, so the vault may shut this much
 * early; the bar allows five seconds.
 */
const QUIET_MS = 4_000

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells the shell that a person is there (`vault.touch`), never what they did. Answers with what stops it. */
export function watchActivity(client: Client, target: EventTarget, now: () => number): () => void {
  let toldAt = Number.NEGATIVE_INFINITY
  const tell = (): void => {
    if (now() - toldAt < QUIET_MS) return
    toldAt = now()
    void client.call('vault.touch', {})
  }
  for (const sign of SIGNS) target.addEventListener(sign, tell, { capture: true, passive: true })
  return () => {
    for (const sign of SIGNS) target.removeEventListener(sign, tell, { capture: true })
  }
}
