import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { ActionIcon, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { MoneyText, useMoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { EventForm } from './event-form'

type Adding = 'payment' | 'balanceStated' | 'interruption'
const ADD_KEYS = { payment: 'addPayment', balanceStated: 'addStated', interruption: 'addInterruption' } as const

/** Dated events of one loan, newest first; each can be removed, which undo brings back. */
export function EventsPanel({ loan, today }: { readonly loan: Loan; readonly today: LocalDate }) {
  const { t } = useTranslation()
  const run = useRun()
  const [adding, setAdding] = useState<Adding | null>(null)
  const events = [...loan.events].sort((left, right) => right.on.localeCompare(left.on))
  const save = async (event: LoanEvent) => {
    const reply = await run('ledger.recordEvent', { loanId: loan.id, event })
    if (reply.ok) setAdding(null)
  }
  return (
    <Panel title={t('loan.page.events.title')}>
      <div className="row">
        {(['payment', 'balanceStated', 'interruption'] as const).map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            aria-expanded={adding === kind}
            onClick={() => setAdding(adding === kind ? null : kind)}
          >
            {t(`loan.page.${ADD_KEYS[kind]}`)}
          </Button>
        ))}
      </div>
      {adding === null ? null : (
        <EventForm key={adding} kind={adding} loan={loan} today={today} onSave={(event) => void save(event)} />
      )}
      {events.length === 0 ? <p className="muted">{t('loan.page.events.empty')}</p> : null}
      <ul className="event-list">
        {events.map((event) => (
          <li key={event.id} className="row between">
            <span>
              <span className="num muted">{event.on}</span> {t(`loan.page.events.${event.kind}`)}{' '}
              <EventDetail event={event} />
              {event.note === '' ? null : <span className="small muted"> {event.note}</span>}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('loan.page.events.remove', { on: event.on, kind: t(`loan.page.events.${event.kind}`) })}
              onClick={() => void run('ledger.removeEvent', { loanId: loan.id, eventId: event.id })}
            >
              <Icon name="trash" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function EventDetail({ event }: { readonly event: LoanEvent }) {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  switch (event.kind) {
    case 'payment':
      return <MoneyText fen={event.amountFen} />
    case 'balanceStated':
      return (
        <span className="small muted">
          {t('loan.page.events.stated', { principal: moneyText(event.principalFen), days: event.daysLate })}
          {event.source === '' ? '' : ` · ${event.source}`}
        </span>
      )
    case 'interruption':
      return <span className="small muted">{t(`loan.page.events.cause.${event.cause}`)}</span>
    case 'correction':
    case 'drawdown':
    case 'charge':
    case 'settlementQuoted':
      return <MoneyText fen={event.amountFen} />
    case 'subrogated':
      return <MoneyText fen={event.paidOutFen} />
    case 'accelerated':
    case 'assigned':
    case 'reversal':
      return null
  }
}
