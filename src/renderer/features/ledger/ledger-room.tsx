import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { goTo } from '../../app/router'
import { useDocument, useToday } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { MoneyText } from '../../ui/money-text'
import { PageHeader } from '../../ui/page-header'
import { AuditPage } from '../audit'
import { AddLoanPage, LoanPage } from '../loan'
import { ledgerRows, ledgerTotals, matchesFilter } from './ledger-selectors'
import { LedgerTable } from './ledger-table'

/** `#/loans` the table, `#/loans/new` the form, `#/loans/<id>` one loan, `#/loans/<id>/edit` its form, `#/loans/<id>/audit` its audit. */
export function LedgerRoom({ rest }: RoomProps) {
  const [id, mode, part] = rest
  if (id === 'new') return <AddLoanPage loanId={null} />
  if (id !== undefined && mode === 'audit') return <AuditPage key={id} loanId={id} isWriting={part === 'note'} />
  if (id !== undefined)
    return mode === 'edit' ? <AddLoanPage key={id} loanId={id} /> : <LoanPage key={id} loanId={id} />
  return <Ledger />
}

function Ledger() {
  const { t } = useTranslation()
  const document = useDocument()
  const today = useToday()
  const [filter, setFilter] = useState('')
  const [isArchived, setArchived] = useState(false)
  const rows = useMemo(() => ledgerRows(document, today, isArchived), [document, today, isArchived])
  const shown = useMemo(() => rows.filter((row) => matchesFilter(row, filter)), [rows, filter])
  const totals = ledgerTotals(rows)
  const addButton = <Button onClick={() => goTo('loans', 'new')}>{t('ledger.add')}</Button>
  if (document.loans.length === 0) {
    return (
      <>
        <PageHeader title={t('ledger.title')} />
        <EmptyState title={t('ledger.empty.title')} text={t('ledger.empty.text')} action={addButton} />
      </>
    )
  }
  const cards = [
    { id: 'owed', fen: totals.owedFen },
    { id: 'arrears', fen: totals.arrearsFen },
    { id: 'required', fen: totals.requiredFen },
  ] as const
  return (
    <div className="stack">
      <PageHeader title={t('ledger.title')} sub={t('ledger.sub')} actions={addButton} />
      <div className="grid four">
        {cards.map((card) => (
          <div className="card" key={card.id}>
            <div className="muted small">{t(`ledger.card.${card.id}`)}</div>
            <div className="big">
              <MoneyText fen={card.fen} />
            </div>
          </div>
        ))}
      </div>
      <div className="row between">
        <TextInput
          className="filter"
          aria-label={t('ledger.filter')}
          placeholder={t('ledger.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => setArchived((now) => !now)}>
          {t(isArchived ? 'ledger.notArchived' : 'ledger.archived')}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="muted">{t(rows.length === 0 ? 'ledger.emptyArchived' : 'ledger.noMatch')}</p>
      ) : (
        <LedgerTable rows={shown} />
      )}
      <p className="small muted">
        {t('ledger.card.trueRateNote')}{' '}
        {totals.estimateCount > 0 ? t('ledger.estimateNote', { count: totals.estimateCount }) : null}
      </p>
    </div>
  )
}
