import { useState, type ReactNode } from 'react'

interface DisclosureProps {
  readonly summary: ReactNode
  /** Something inside needs the person: it stands open until that is settled. */
  readonly mustBeOpen?: boolean
  readonly children: ReactNode
}

/** Fields most people never need, behind one line. Closed at first. */
export function Disclosure({ summary, mustBeOpen = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className="disclosure"
      open={isOpen || mustBeOpen}
      onToggle={(event) => setOpen(event.currentTarget.open || mustBeOpen)}
    >
      <summary>{summary}</summary>
      <div className="stack tight">{children}</div>
    </details>
  )
}
