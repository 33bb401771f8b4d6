import { Button } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { LocalDate } from '#domain/calendar/local-date'
import { agreedOn } from '#domain/loan/agreed-contract'
import type { Loan } from '#domain/loan/loan'
import { useRun } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'

interface AgreedPanelProps {
  readonly loan: Loan
  readonly today: LocalDate
}

/** The agreed terms a loan is under, with their condition and what breaking them means; null for the others. */
export function AgreedPanel({ loan, today }: AgreedPanelProps) {
  const { t } = useTranslation()
  const run = useRun()
  const agreed = agreedOn(loan, today)
  if (!agreed) return null
  const { id, on, means, reference, condition, breach, waivedFen } = agreed.rearranged
  const end = () =>
    void run('ledger.recordEvent', {
      loanId: loan.id,
      event: { kind: 'rearrangementEnded', id: newId(), on: today, note: '', rearrangedId: id },
    })
  return (
    <Panel title={t('agreed.title')} tone="calm">
      <p>
        {t('agreed.text', {
          on,
          means: t(`proposals.reply.means_${means}`),
          reference: reference === '' ? '' : t('agreed.reference', { text: reference }),
        })}
      </p>
      {waivedFen > 0 ? (
        <p>
          <Trans t={t} i18nKey="agreed.waived" components={{ waived: <MoneyText fen={waivedFen} /> }} />
        </p>
      ) : null}
      {condition === '' ? null : <p className="preserve">{t('agreed.condition', { text: condition })}</p>}
      {breach === '' ? null : <p className="preserve">{t('agreed.breach', { text: breach })}</p>}
      <p className="small muted">{t('agreed.credit')}</p>
      <div className="row">
        <Button variant="default" size="xs" onClick={end}>
          {t('agreed.end')}
        </Button>
        <span className="small muted">{t('agreed.endHint')}</span>
      </div>
    </Panel>
  )
}
