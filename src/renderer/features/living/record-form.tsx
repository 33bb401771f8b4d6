import { Button, Checkbox } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Budget } from '#domain/budget/budget'
import type { LocalDate } from '#domain/calendar/local-date'
import { maxFen, minFen, subtractFen, ZERO_FEN, type Fen } from '#domain/money/fen'
import type { PayItem } from '#domain/plan/living/pay-list'
import { useRun } from '../../state/app-context'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import { useMoneyText } from '../../ui/money-text'
import { newId } from '../../ui/new-id'

const payment = (amountFen: Fen, on: LocalDate, purpose: 'due' | 'prepay') => ({
  kind: 'payment' as const,
  id: newId(),
  on,
  amountFen,
  note: '',
  purpose,
})

interface RecordFormProps {
  readonly item: PayItem
  readonly today: LocalDate
  readonly budget: Budget
  readonly onDone: () => void
}

/** A real payment: how much, which day, and whether it came out of the cash the budget counts on. */
export function RecordForm({ item, today, budget, onDone }: RecordFormProps) {
  const { t } = useTranslation()
  const run = useRun()
  const money = useMoneyText()
  const [amountFen, setAmount] = useState<Fen | null>(item.payFen)
  const [on, setOn] = useState<LocalDate | null>(today)
  const [takesCash, setTakesCash] = useState(budget.cashNowFen > 0)
  const [isTried, setTried] = useState(false)
  const isAmount = amountFen !== null && amountFen > 0
  const isDay = on !== null && on <= today
  const cashAfter = maxFen(ZERO_FEN, subtractFen(budget.cashNowFen, amountFen ?? ZERO_FEN))
  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isAmount || !isDay) return
    // Beyond what is asked it is paid early, as the plan counts on: paid on the next instalment it would save nothing.
    const dueFen = minFen(amountFen, item.requiredFen)
    const reply = await run('ledger.recordEvent', {
      loanId: item.loan.id,
      event: payment(dueFen > 0 ? dueFen : amountFen, on, dueFen > 0 ? 'due' : 'prepay'),
      ...(dueFen > 0 && amountFen > dueFen ? { also: payment(subtractFen(amountFen, dueFen), on, 'prepay') } : {}),
      ...(takesCash && budget.cashNowFen > 0 ? { cashNowFen: cashAfter } : {}),
    })
    if (reply.ok) onDone()
  }
  return (
    <form className="stack tight" noValidate onSubmit={(event) => void save(event)}>
      <MoneyInput
        label={t('living.record.amount')}
        required
        value={amountFen}
        onChange={setAmount}
        error={isTried && !isAmount ? t('living.record.needAmount') : undefined}
      />
      <DateInput
        label={t('living.record.on')}
        required
        value={on}
        onChange={setOn}
        error={isTried && !isDay ? t('living.record.needDay') : undefined}
      />
      {budget.cashNowFen > 0 ? (
        <Checkbox
          checked={takesCash}
          onChange={(event) => setTakesCash(event.currentTarget.checked)}
          label={t('living.record.cash', { before: money(budget.cashNowFen), after: money(cashAfter) })}
        />
      ) : null}
      <div className="row">
        <Button type="submit">{t('living.record.save')}</Button>
        <Button variant="default" onClick={onDone}>
          {t('living.record.cancel')}
        </Button>
      </div>
    </form>
  )
}
