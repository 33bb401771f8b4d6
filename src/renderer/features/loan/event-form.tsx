import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent, PaymentMade } from '#domain/loan/loan-event'
import type { Party } from '#domain/loan/party'
import { Button, TextInput } from '@mantine/core'
import type { ParseKeys } from 'i18next'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../state/app-context'
import { useFoundDraft, useKeepDraft } from '../../state/use-kept-draft'
import { DateInput } from '../../ui/date-input'
import { DraftNote } from '../../ui/draft-note'
import { MoneyInput } from '../../ui/money-input'
import { newId } from '../../ui/new-id'
import { emptyEvent, eventErrors, hasAmount, type EventErrors, type EventKind } from './event-draft'
import { EventFields } from './event-fields'
import { eventFromDraft } from './event-from-draft'
import { NOBODY } from './loan-draft'
import { otherLoansOfCreditor } from './transfer'

interface EventFormProps {
  readonly kind: EventKind
  readonly loan: Loan
  readonly today: LocalDate
  /** The payment that is corrected or was returned. */
  readonly payment?: PaymentMade
  readonly onSave: (event: LoanEvent, parties: readonly Party[]) => void
}

const AMOUNT_LABELS: Partial<Record<EventKind, ParseKeys>> = {
  payment: 'loan.page.paymentAmount',
  balanceStated: 'loan.form.stated.principalFen',
  correction: 'contract.event.amount.correction',
  drawdown: 'contract.event.amount.drawdown',
  subrogated: 'contract.event.amount.subrogated',
  settlementQuoted: 'contract.event.amount.settlementQuoted',
}

/** One dated event of a loan: a payment, what the app says, a new creditor, something that restarts the limitation period. */
export function EventForm({ kind, loan, today, payment, onSave }: EventFormProps) {
  const { t } = useTranslation()
  const { parties, loans } = useDocument()
  const [initial] = useState(() => {
    const guarantor = kind === 'subrogated' ? parties.find(({ id }) => id === loan.parties.creditEnhancerId) : undefined
    const empty = emptyEvent(today, guarantor ?? NOBODY)
    return kind === 'correction' && payment ? { ...empty, on: payment.on, amountFen: payment.amountFen } : empty
  })
  const formName = `event/${loan.id}/${kind}`
  const kept = useFoundDraft(formName, initial)
  const [draft, setDraft] = useState(kept.found?.value ?? initial)
  useKeepDraft(formName, draft)
  const [isContinued, setContinued] = useState(kept.found !== null)
  const [isTried, setTried] = useState(false)
  const context = { kind, loan, today, payment: payment ?? null }
  const errors = isTried ? eventErrors(draft, context) : {}
  const errorWord = (field: keyof EventErrors) => {
    const code = errors[field]
    if (code === undefined) return undefined
    return t(`contract.event.error.${code}`, {
      on: draft.on ?? '',
      drawnOn: loan.terms.drawnOn,
      paidOn: payment?.on ?? '',
    })
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    const made = eventFromDraft(draft, context, newId)
    if (!made.ok) return
    kept.drop()
    onSave(made.value.event, made.value.parties)
  }
  const hasSource = kind === 'balanceStated' || kind === 'settlementQuoted'
  const others = kind === 'payment' ? otherLoansOfCreditor(loan, loans, today) : []
  const restart = () => {
    setDraft(initial)
    setContinued(false)
    kept.drop()
  }
  return (
    <form className="solve" onSubmit={submit} noValidate>
      {isContinued && kept.found ? <DraftNote savedAt={kept.found.savedAt} onRestart={restart} /> : null}
      <div className="grid two top">
        {hasAmount(kind) ? (
          <MoneyInput
            label={t(AMOUNT_LABELS[kind] ?? 'contract.event.amount.other')}
            required
            value={draft.amountFen}
            onChange={(amountFen) => setDraft({ ...draft, amountFen })}
            error={errorWord('amountFen')}
          />
        ) : null}
        <DateInput
          label={t(kind === 'correction' ? 'contract.event.paidOn' : 'loan.page.on')}
          required
          value={draft.on}
          onChange={(on) => setDraft({ ...draft, on })}
          error={errorWord('on')}
        />
        <EventFields
          kind={kind}
          loanKind={loan.terms.kind}
          draft={draft}
          errorWord={errorWord}
          parties={parties}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        <TextInput
          label={t(hasSource ? 'loan.form.stated.source' : 'loan.page.note')}
          maxLength={200}
          value={draft.words}
          onChange={(event) => setDraft({ ...draft, words: event.currentTarget.value })}
        />
      </div>
      {others.length === 0 ? null : (
        <p className="small muted">{t('contract.designation.before', { count: others.length })}</p>
      )}
      <div className="row">
        <Button type="submit" size="xs">
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
