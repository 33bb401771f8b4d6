import { useId, type ReactNode } from 'react'

interface PanelProps {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly tone?: 'plain' | 'calm' | 'amber'
  readonly children: ReactNode
}

/** A card with a heading: the unit every room is built of. */
export function Panel({ title, aside, tone = 'plain', children }: PanelProps) {
  const headingId = useId()
  return (
    <section className={tone === 'plain' ? 'card' : `card ${tone}`} aria-labelledby={headingId}>
      <div className="stack tight">
        <div className="row between">
          <h2 id={headingId}>{title}</h2>
          {aside}
        </div>
        {children}
      </div>
    </section>
  )
}
