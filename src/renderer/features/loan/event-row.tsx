import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { EventDetail } from './event-detail'
import { PaymentAmend } from './payment-amend'

interface EventRowProps {
  readonly event: LoanEvent
  readonly loan: Loan
  readonly today: LocalDate
}

/** One event on record; a payment can be corrected, or marked as returned by the bank, where it stands. */
export function EventRow({ event, loan, today }: EventRowProps) {
  const { t } = useTranslation()
  const run = useRun()
  const [isAmending, setAmending] = useState(false)
  const isReturned = loan.events.some((other) => other.kind === 'reversal' && other.paymentId === event.id)
  const name = { on: event.on, kind: t(`loan.page.events.${event.kind}`) }
  return (
    <li>
      <div className="row between">
        <span>
          <span className="num muted">{event.on}</span> {name.kind} <EventDetail event={event} loan={loan} />
          {isReturned ? <span className="pill"> {t('contract.event.returned')}</span> : null}
          {event.note === '' ? null : <span className="small muted"> {event.note}</span>}
        </span>
        <span className="row">
          {event.kind === 'payment' && !isReturned ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-expanded={isAmending}
              aria-label={t('contract.event.amend', { on: event.on })}
              onClick={() => setAmending(!isAmending)}
            >
              <Icon name="edit" />
            </ActionIcon>
          ) : null}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('loan.page.events.remove', name)}
            onClick={() => void run('ledger.removeEvent', { loanId: loan.id, eventId: event.id })}
          >
            <Icon name="trash" />
          </ActionIcon>
        </span>
      </div>
      {isAmending && event.kind === 'payment' ? (
        <PaymentAmend payment={event} loan={loan} today={today} onDone={() => setAmending(false)} />
      ) : null}
    </li>
  )
}
