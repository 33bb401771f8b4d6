import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { PaymentMade } from '#domain/loan/loan-event'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { ChoiceInput } from '../../ui/choice-input'
import { DesignationOffer } from './designation-offer'
import { EventForm } from './event-form'

interface PaymentAmendProps {
  readonly payment: PaymentMade
  readonly loan: Loan
  readonly today: LocalDate
  readonly onDone: () => void
}

const WAYS = ['correction', 'reversal'] as const

/** A payment recorded wrongly, or one the bank took back. The first record stays readable. */
export function PaymentAmend({ payment, loan, today, onDone }: PaymentAmendProps) {
  const { t } = useTranslation()
  const run = useRun()
  const [way, setWay] = useState<(typeof WAYS)[number]>('correction')
  return (
    <div className="stack tight">
      <DesignationOffer loan={loan} paymentId={payment.id} today={today} />
      <ChoiceInput
        label={t('contract.event.amendHow')}
        value={way}
        choices={WAYS}
        words={(value) => t(`contract.event.add.${value}`)}
        onChange={setWay}
      />
      <EventForm
        key={way}
        kind={way}
        loan={loan}
        today={today}
        payment={payment}
        onSave={(event) => {
          void run('ledger.recordEvent', { loanId: loan.id, event }).then((reply) => {
            if (reply.ok) onDone()
          })
        }}
      />
    </div>
  )
}
