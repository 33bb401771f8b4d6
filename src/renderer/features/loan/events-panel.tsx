import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { Party } from '#domain/loan/party'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { DesignationOffer } from './designation-offer'
import { eventKindsFor, type EventKind } from './event-draft'
import { EventForm } from './event-form'
import { EventRow } from './event-row'

/** Dated events of one loan, newest first; each can be removed, which undo brings back. */
export function EventsPanel({ loan, today }: { readonly loan: Loan; readonly today: LocalDate }) {
  const { t } = useTranslation()
  const run = useRun()
  const [adding, setAdding] = useState<EventKind | null>(null)
  const [hasMore, setMore] = useState(false)
  const [paidNow, setPaidNow] = useState<string | null>(null)
  const { usual, others } = eventKindsFor(loan)
  const events = [...loan.events].sort((left, right) => right.on.localeCompare(left.on))
  const save = async (event: LoanEvent, parties: readonly Party[]) => {
    const reply = await run('ledger.recordEvent', { loanId: loan.id, event, parties: [...parties] })
    if (!reply.ok) return
    setAdding(null)
    setPaidNow(event.kind === 'payment' ? event.id : null)
  }
  const adder = (kind: EventKind) => (
    <Button
      key={kind}
      size="xs"
      variant="default"
      aria-expanded={adding === kind}
      onClick={() => setAdding(adding === kind ? null : kind)}
    >
      {t(`contract.event.add.${kind}`)}
    </Button>
  )
  return (
    <Panel title={t('loan.page.events.title')}>
      <div className="row">
        {usual.map(adder)}
        <Button size="xs" variant="subtle" aria-expanded={hasMore} onClick={() => setMore(!hasMore)}>
          {t('contract.event.more')}
        </Button>
      </div>
      {hasMore ? (
        <div className="row" role="group" aria-label={t('contract.event.more')}>
          {others.map(adder)}
        </div>
      ) : null}
      {adding === null ? null : (
        <EventForm
          key={adding}
          kind={adding}
          loan={loan}
          today={today}
          onSave={(event, parties) => void save(event, parties)}
        />
      )}
      {paidNow === null ? null : <DesignationOffer loan={loan} paymentId={paidNow} today={today} />}
      {events.length === 0 ? <p className="muted">{t('loan.page.events.empty')}</p> : null}
      <ul className="event-list">
        {events.map((event) => (
          <EventRow key={event.id} event={event} loan={loan} today={today} />
        ))}
      </ul>
    </Panel>
  )
}
