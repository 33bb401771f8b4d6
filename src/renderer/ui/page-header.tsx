import type { ReactNode } from 'react'

interface PageHeaderProps {
  /** The room's one question. */
  readonly title: ReactNode
  readonly sub?: ReactNode
  /** At most one primary action. */
  readonly actions?: ReactNode
}

export function PageHeader({ title, sub, actions }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div>
        <h1>{title}</h1>
        {sub === undefined ? null : <p className="sub">{sub}</p>}
      </div>
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </div>
  )
}
