import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: ReactNode
  readonly text: ReactNode
  readonly action?: ReactNode
}

/** Nothing here yet: says what would stand here and the one next step. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <section className="card empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </section>
  )
}
