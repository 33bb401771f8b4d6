import { AUDIT_ITEMS, type AuditItem, type AuditScope, type Claim } from '#domain/audit/claim'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'
import { Button, NativeSelect } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../state/app-context'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import { Panel } from '../../ui/panel'

interface ClaimFormProps {
  readonly loan: Loan
  readonly initial: { readonly on: LocalDate; readonly claim: Claim } | null
  readonly onAsk: (on: LocalDate, claim: Claim) => void
}

const SCOPES: readonly AuditScope[] = ['arrears', 'owed', 'settle']
type Amounts = Partial<Record<AuditItem, Fen | null>>

/** What the lender says is owed: on which day, of what, in total or part by part. */
export function ClaimForm({ loan, initial, onAsk }: ClaimFormProps) {
  const { t } = useTranslation()
  const today = useToday()
  const [on, setOn] = useState<LocalDate | null>(initial?.on ?? today)
  const [scope, setScope] = useState<AuditScope>(initial?.claim.scope ?? 'arrears')
  const [totalFen, setTotal] = useState<Fen | null>(initial?.claim.totalFen ?? null)
  const [items, setItems] = useState<Amounts>(initial?.claim.items ?? {})
  const [isTried, setTried] = useState(false)
  const { drawnOn } = loan.terms
  const named = Object.fromEntries(
    AUDIT_ITEMS.flatMap((item) => (typeof items[item] === 'number' ? [[item, items[item]]] : [])),
  ) as Claim['items']
  const isEmpty = totalFen === null && Object.keys(named).length === 0
  const dateError =
    on === null
      ? t('contract.event.error.date_missing')
      : on < drawnOn
        ? t('contract.event.error.date_before_loan', { on, drawnOn })
        : undefined
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (on !== null && dateError === undefined && !isEmpty) onAsk(on, { scope, totalFen, items: named })
  }
  return (
    <Panel title={t('audit.form.title')}>
      <form className="stack tight" onSubmit={submit} noValidate>
        <div className="grid two top">
          <DateInput
            label={t('audit.form.on')}
            required
            value={on}
            onChange={setOn}
            error={isTried ? dateError : undefined}
          />
          <NativeSelect
            label={t('audit.form.scope')}
            description={t(`audit.form.scopeHint.${scope}`)}
            value={scope}
            onChange={(event) => setScope(event.currentTarget.value as AuditScope)}
            data={SCOPES.map((value) => ({ value, label: t(`audit.scope.${value}`) }))}
          />
          <MoneyInput
            label={t('audit.form.total')}
            description={t('audit.form.totalHint')}
            value={totalFen}
            onChange={setTotal}
            error={isTried && isEmpty ? t('audit.form.needsAmount') : undefined}
          />
        </div>
        <fieldset className="audit-items">
          <legend>{t('audit.form.items')}</legend>
          <div className="grid two top">
            {AUDIT_ITEMS.map((item) => (
              <MoneyInput
                key={item}
                label={t(`audit.item.${item}`)}
                value={items[item] ?? null}
                onChange={(value) => setItems({ ...items, [item]: value })}
              />
            ))}
          </div>
          <p className="small muted">{t('audit.form.itemsHint')}</p>
        </fieldset>
        <div>
          <Button type="submit">{t('audit.form.check')}</Button>
        </div>
      </form>
    </Panel>
  )
}
