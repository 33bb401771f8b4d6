import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LimitationInterrupted, LoanEvent } from '#domain/loan/loan-event'
import { ZERO_FEN, type Fen } from '#domain/money/fen'
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import { newId } from '../../ui/new-id'

interface EventFormProps {
  readonly kind: 'payment' | 'balanceStated' | 'interruption'
  readonly loan: Loan
  readonly today: LocalDate
  readonly onSave: (event: LoanEvent) => void
}

const CAUSES = ['demand', 'autoDebit', 'assignmentNotice', 'coDebtorAct', 'lawsuit', 'promise'] as const
const PARTS = ['interestFen', 'penaltyFen', 'lateFeeFen', 'otherFeeFen', 'overduePrincipalFen'] as const
type Part = (typeof PARTS)[number]

/** One dated event of a loan: a payment, what the app says, or something that restarts the limitation period. */
export function EventForm({ kind, loan, today, onSave }: EventFormProps) {
  const { t } = useTranslation()
  const [on, setOn] = useState<LocalDate | null>(today)
  const [amountFen, setAmount] = useState<Fen | null>(null)
  const [parts, setParts] = useState<Partial<Record<Part, Fen | null>>>({})
  const [daysLate, setDaysLate] = useState(0)
  const [nextDueOn, setNextDueOn] = useState<LocalDate | null>(null)
  const [cause, setCause] = useState<LimitationInterrupted['cause']>('demand')
  const [words, setWords] = useState('')
  const [isTried, setTried] = useState(false)
  const { drawnOn } = loan.terms

  const dateError =
    on === null
      ? t('loan.page.errorNeedsDate')
      : on > today
        ? t('loan.page.errorFuture')
        : on < drawnOn
          ? t('loan.page.errorBeforeLoan', { on, drawnOn })
          : null
  const amountError = kind !== 'interruption' && amountFen === null ? t('loan.page.errorNeedsAmount') : null

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (on === null || dateError !== null || amountError !== null) return
    const base = { id: newId(), on }
    if (kind === 'interruption') onSave({ ...base, kind, cause, note: words })
    else if (kind === 'payment') onSave({ ...base, kind, amountFen: amountFen ?? ZERO_FEN, note: words })
    else {
      onSave({
        ...base,
        kind,
        note: '',
        source: words,
        principalFen: amountFen ?? ZERO_FEN,
        interestFen: parts.interestFen ?? ZERO_FEN,
        penaltyFen: parts.penaltyFen ?? ZERO_FEN,
        lateFeeFen: parts.lateFeeFen ?? ZERO_FEN,
        otherFeeFen: parts.otherFeeFen ?? ZERO_FEN,
        overduePrincipalFen: parts.overduePrincipalFen ?? null,
        nextDueOn,
        daysLate,
      })
    }
  }
  return (
    <form className="solve" onSubmit={submit} noValidate>
      <div className="grid two top">
        {kind === 'interruption' ? (
          <NativeSelect
            label={t('loan.page.interruptionKind')}
            value={cause}
            onChange={(event) => setCause(event.currentTarget.value as LimitationInterrupted['cause'])}
            data={CAUSES.map((value) => ({ value, label: t(`loan.page.events.cause.${value}`) }))}
          />
        ) : (
          <MoneyInput
            label={t(kind === 'payment' ? 'loan.page.paymentAmount' : 'loan.form.stated.principalFen')}
            required
            value={amountFen}
            onChange={setAmount}
            error={isTried ? amountError : undefined}
          />
        )}
        <DateInput
          label={t('loan.page.on')}
          required
          value={on}
          onChange={setOn}
          error={isTried ? dateError : undefined}
        />
        {kind === 'balanceStated' ? (
          <>
            {PARTS.map((part) => (
              <MoneyInput
                key={part}
                label={t(`loan.form.stated.${part}`)}
                value={parts[part] ?? null}
                onChange={(value) => setParts({ ...parts, [part]: value })}
              />
            ))}
            <NumberInput
              label={t('loan.form.stated.daysLate')}
              hideControls
              allowDecimal={false}
              min={0}
              max={20000}
              value={daysLate}
              onChange={(value) => setDaysLate(typeof value === 'number' ? value : 0)}
            />
            <DateInput label={t('loan.form.stated.nextDueOn')} value={nextDueOn} onChange={setNextDueOn} />
          </>
        ) : null}
        <TextInput
          label={t(kind === 'balanceStated' ? 'loan.form.stated.source' : 'loan.page.note')}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <div className="row">
        <Button type="submit" size="xs">
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
