import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../state/app-context'
import { MoneyText, useMoneyText } from '../../ui/money-text'

/** What an event says beside its day and kind. */
export function EventDetail({ event, loan }: { readonly event: LoanEvent; readonly loan: Loan }) {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  const { parties } = useDocument()
  const nameOf = (partyId: string) => parties.find(({ id }) => id === partyId)?.name ?? t('common.unknown')
  const paymentOn = (paymentId: string) => loan.events.find(({ id }) => id === paymentId)?.on ?? ''
  const said = (text: string) => <span className="small muted">{text}</span>
  switch (event.kind) {
    case 'payment':
      return (
        <>
          <MoneyText fen={event.amountFen} />{' '}
          {event.purpose === undefined || event.purpose === 'due'
            ? null
            : said(t(`contract.event.purpose.${event.purpose}`))}
        </>
      )
    case 'balanceStated': {
      const stated = t('loan.page.events.stated', { principal: moneyText(event.principalFen), days: event.daysLate })
      return said(event.source === '' ? stated : `${stated} · ${event.source}`)
    }
    case 'interruption':
      return said(t(`loan.page.events.cause.${event.cause}`))
    case 'drawdown':
      return (
        <>
          <MoneyText fen={event.amountFen} /> {said(t(`contract.event.drawn.${event.what}`))}
        </>
      )
    case 'charge':
      return (
        <>
          <MoneyText fen={event.amountFen} /> {said(t(`contract.event.charged.${event.what}`))}
        </>
      )
    case 'correction':
      return said(
        t('contract.event.corrected', {
          on: paymentOn(event.paymentId),
          paidOn: event.paidOn,
          amount: moneyText(event.amountFen),
        }),
      )
    case 'reversal':
      return said(t('contract.event.reversedOf', { on: paymentOn(event.paymentId) }))
    case 'assigned':
      return said(t('contract.event.to', { name: nameOf(event.toPartyId) }))
    case 'subrogated':
      return (
        <>
          <MoneyText fen={event.paidOutFen} /> {said(t('contract.event.by', { name: nameOf(event.byPartyId) }))}
        </>
      )
    case 'settlementQuoted': {
      const until = event.validUntil === null ? '' : t('contract.event.until', { on: event.validUntil })
      return (
        <>
          <MoneyText fen={event.amountFen} /> {said([until, event.source].filter((text) => text !== '').join(' · '))}
        </>
      )
    }
    case 'rearranged':
      return said(
        t('agreed.detail', {
          count: event.rows.length,
          means: t(`proposals.reply.means_${event.means}`),
          first: event.rows[0]?.dueOn ?? '',
          last: event.rows.at(-1)?.dueOn ?? '',
        }),
      )
    case 'rearrangementEnded':
      return said(t('agreed.endedDetail'))
    case 'accelerated':
      return null
  }
}
