import { useEffect, useRef, useState } from 'react'
import { useApp } from './app-context'

export interface KeptDraft<T> {
  /** What was typed before this form was opened, and when; null when there is nothing, or it no longer fits the form. */
  readonly found: { readonly value: T; readonly savedAt: number } | null
  /** Forgets what was kept: it was saved for good, or is not wanted. */
  readonly drop: () => void
}

/**
 * Keeps what is typed into a form until it is saved for good. `initial` is the form without anything typed: a draft of
 * another shape (an older program's) is left aside.
 */
export function useFoundDraft<T extends object>(form: string, initial: T): KeptDraft<T> {
  const drafts = useApp((state) => state.drafts)
  const dropDraft = useApp((state) => state.dropDraft)
  const [found] = useState(() => {
    const draft = drafts.find((each) => each.form === form)
    return draft && fits(initial, draft.value) ? { value: draft.value as T, savedAt: draft.savedAt } : null
  })
  return { found, drop: () => dropDraft(form) }
}

/** Tells what is typed, each time it changes from what the form began with. */
export function useKeepDraft(form: string, value: object): void {
  const keepDraft = useApp((state) => state.keepDraft)
  const typed = JSON.stringify(value)
  const last = useRef(typed)
  useEffect(() => {
    if (typed === last.current) return
    last.current = typed
    keepDraft(form, JSON.parse(typed) as never, performance.now())
  }, [form, typed, keepDraft])
}

/** The same fields, each of the same sort: a missing one, a new one or a text where a list was means another program. */
function fits(shape: object, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(JSON.parse(JSON.stringify(shape)) as object)
  return (
    keys.length === Object.keys(value).length &&
    keys.every((key) => {
      const [wanted, got] = [(shape as Record<string, unknown>)[key], (value as Record<string, unknown>)[key]]
      return Object.hasOwn(value, key) && (wanted === null || got === null || sortOf(wanted) === sortOf(got))
    })
  )
}

const sortOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)
