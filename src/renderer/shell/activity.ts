import type { Client } from '#contract/client'

/**
 * At most one message in so many milliseconds. What a person does in between is not told, so the vault may shut this much
 * early; the bar allows five seconds.
 */
const QUIET_MS = 4_000

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Whether the pointer is at another place of the screen than it was. A window that opens or closes under a resting pointer
 * makes the browser send a move without one: nobody is there because a message popped up.
 */
function moves(): (event: Event) => boolean {
  let last: string | null = null
  return (event) => {
    if (event.type !== 'pointermove') return true
    const { screenX, screenY } = event as PointerEvent
    const place = `${screenX},${screenY}`
    const isElsewhere = last !== null && last !== place
    last = place
    return isElsewhere
  }
}

/** Tells the shell that a person is there (`vault.touch`), never what they did. Answers with what stops it. */
export function watchActivity(client: Client, target: EventTarget, now: () => number): () => void {
  let toldAt = Number.NEGATIVE_INFINITY
  const isMove = moves()
  const tell = (event: Event): void => {
    if (!isMove(event)) return
    if (now() - toldAt < QUIET_MS) return
    toldAt = now()
    void client.call('vault.touch', {})
  }
  for (const sign of SIGNS) target.addEventListener(sign, tell, { capture: true, passive: true })
  return () => {
    for (const sign of SIGNS) target.removeEventListener(sign, tell, { capture: true })
  }
}
