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
  const save = useRef((value: Escalation) => void run('escalation.save', { escalation: value }))
  useEffect(
    () => () => {
      if (!waiting.current) return
      clearTimeout(waiting.current.timer)
      save.current(waiting.current.value)
    },
    [],
  )
  return {
    draft,
    set: (part: Partial<Escalation>): void => {
      const value = { ...draft, ...part }
      setDraft(value)
      if (waiting.current) clearTimeout(waiting.current.timer)
      const timer = setTimeout(() => {
        waiting.current = null
        save.current(value)
      }, REST_MS)
      waiting.current = { timer, value }
    },
  }
}
