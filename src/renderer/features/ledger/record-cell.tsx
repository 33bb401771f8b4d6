import type { Loan } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun, useToday } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { EventForm } from '../loan'

interface RecordCellProps {
  readonly loan: Loan
  readonly fen: Fen
  /** What is recorded when the figure is clicked: a payment made, or what the lender's app says today. */
  readonly kind: 'payment' | 'balanceStated'
}

/** A figure of the ledger that is changed by recording what happened, never by overtyping it. */
export function RecordCell({ loan, fen, kind }: RecordCellProps) {
  const { t } = useTranslation()
  const run = useRun()
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const label = t(kind === 'payment' ? 'ledger.recordPayment' : 'ledger.recordStated', { name: loan.name })
  return (
    <>
      <button type="button" className="cell-button figure" aria-label={label} onClick={() => setOpen(true)}>
        <MoneyText fen={fen} />
      </button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={label}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isOpen ? (
          <EventForm
            kind={kind}
            loan={loan}
            today={today}
            onSave={(event) => {
              setOpen(false)
              void run('ledger.recordEvent', { loanId: loan.id, event })
            }}
          />
        ) : null}
      </Modal>
    </>
  )
}
