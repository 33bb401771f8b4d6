import { useEffect, useState, type ReactNode } from 'react'

interface StagedProps<T> {
  readonly value: T
  /** Turn in the row: 0 is next. */
  readonly turn: number
  readonly children: (value: T) => ReactNode
}

const TURN_MS = 40

/** Draws a new value in a turn of its own, so that several charts never hold the page in one long task. */
export function Staged<T>({ value, turn, children }: StagedProps<T>) {
  const [shown, setShown] = useState<{ readonly value: T } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setShown({ value }), turn * TURN_MS)
    return () => clearTimeout(timer)
  }, [value, turn])
  return shown === null ? null : children(shown.value)
}
