/** Two presses within this time are one wish. */
const TWICE_MS = 500

/**
 * Esc twice hides and locks, wherever the focus is and whatever is open. Listens before everything else, so that no dialog
 * can swallow it. Answers with what stops it.
 */
export function listenForQuickHide(hide: () => void): () => void {
  let lastAt = Number.NEGATIVE_INFINITY
  const listener = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.repeat) return
    const isSecond = event.timeStamp - lastAt < TWICE_MS
    lastAt = isSecond ? Number.NEGATIVE_INFINITY : event.timeStamp
    if (isSecond) hide()
  }
  window.addEventListener('keydown', listener, { capture: true })
  return () => window.removeEventListener('keydown', listener, { capture: true })
}
