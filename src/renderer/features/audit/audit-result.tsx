import type { StatementAudit } from '#domain/audit/audit-statement'
import { absFen, type Fen } from '#domain/money/fen'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { ComparisonTable } from './comparison-table'
import { ExplanationList } from './explanation-list'
import { LineTable } from './line-table'

interface AuditResultProps {
  readonly audit: StatementAudit
  readonly onWrite: () => void
}

/** Both figures, the difference, what might bridge it, and where ours comes from. Never who is right. */
export function AuditResult({ audit, onWrite }: AuditResultProps) {
  const { t } = useTranslation()
  const { claimedFen, oursFen, differenceFen, on } = audit
  const ref = useRef<HTMLDivElement>(null)
  // A new answer is read out: the focus goes to it.
  useEffect(() => ref.current?.focus(), [audit])
  const verdict = differenceFen > 0 ? 'more' : differenceFen < 0 ? 'less' : 'same'
  return (
    <div className="stack" ref={ref} tabIndex={-1} role="region" aria-label={t('audit.result.title')}>
      <div className="grid two">
        <Figure label={t('audit.result.claimed', { on })} fen={claimedFen} />
        <Figure label={t('audit.result.ours')} fen={oursFen} />
        <Figure label={t(`audit.result.${verdict}`)} fen={absFen(differenceFen)} />
      </div>
      <ComparisonTable audit={audit} />
      <ExplanationList audit={audit} />
      <div>
        <Button onClick={onWrite}>{t('audit.result.write')}</Button>
      </div>
      <LineTable audit={audit} />
      <p className="small muted">{t('audit.result.limits')}</p>
    </div>
  )
}

function Figure({ label, fen }: { readonly label: string; readonly fen: Fen }) {
  return (
    <Panel title={label}>
      <div className="big">
        <MoneyText fen={fen} />
      </div>
    </Panel>
  )
}
