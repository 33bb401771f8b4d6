import { useEffect, useRef, useState } from 'react'
import type { Escalation } from '#domain/escalation/escalation'
import { useRun } from '../../state/app-context'

/** How long typing rests before a draft is saved, in milliseconds. */
const REST_MS = 500

/** A step as it is typed: shown at once, saved when typing rests and when the page is left. */
export function useEscalationDraft(escalation: Escalation) {
  const run = useRun()
  const [draft, setDraft] = useState(escalation)
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly value: Escalation } | null>(null)
  const save = useRef((value: Escalation) => run('escalation.save', { escalation: value }))
  /** Nothing is saved any more of what was just typed: it was saved for good, or removed. */
  const stopWaiting = (): void => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
  }
  useEffect(
    () => () => {
      if (!waiting.current) return
      clearTimeout(waiting.current.timer)
      void save.current(waiting.current.value)
    },
    [],
  )
  return {
    draft,
    set: (part: Partial<Escalation>): void => {
      const value = { ...draft, ...part }
      setDraft(value)
      stopWaiting()
      const timer = setTimeout(() => {
        waiting.current = null
        void save.current(value)
      }, REST_MS)
      waiting.current = { timer, value }
    },
    /** Saves what stands there now; false when it could not be. */
    saveNow: async (): Promise<boolean> => {
      stopWaiting()
      return (await save.current(draft)).ok
    },
    stopWaiting,
  }
}
