import { ActionIcon, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { Icon } from '../../ui/icon'
import { MoneyInput } from '../../ui/money-input'
import type { RepaymentDraft } from './loan-draft'
import type { LoanForm } from './loan-fields'

/** What was agreed with a friend: one repayment or several, or none. */
export function RepaymentRows({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { repayments, principalFen } = form.values
  const change = (at: number, part: Partial<RepaymentDraft>) =>
    form.setValues({ repayments: repayments.map((row, index) => (index === at ? { ...row, ...part } : row)) })
  const add = () =>
    form.setValues({
      // The first row offered is the whole sum: one repayment is the usual case.
      repayments: [...repayments, { dueOn: null, amountFen: repayments.length === 0 ? principalFen : null }],
    })
  const error = form.errors['repayments']
  return (
    <fieldset className="plain-fieldset stack tight">
      <legend className="small muted">{t('loan.form.repayments')}</legend>
      <p className="small muted">{t('loan.form.repaymentsHint')}</p>
      {repayments.map((row, at) => (
        // The place in the list is the identity of a row being typed.
        <div className="row" key={at}>
          <DateInput
            label={t('loan.form.repaymentOn', { n: at + 1 })}
            value={row.dueOn}
            onChange={(dueOn) => change(at, { dueOn })}
          />
          <MoneyInput
            label={t('loan.form.repaymentAmount', { n: at + 1 })}
            value={row.amountFen}
            onChange={(amountFen) => change(at, { amountFen })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('loan.form.removeRepayment', { n: at + 1 })}
            onClick={() => form.setValues({ repayments: repayments.filter((_, index) => index !== at) })}
          >
            <Icon name="trash" />
          </ActionIcon>
        </div>
      ))}
      {error === undefined ? null : <p className="card amber small">{error}</p>}
      <div>
        <Button size="xs" variant="default" onClick={add}>
          {t('loan.form.addRepayment')}
        </Button>
      </div>
    </fieldset>
  )
}
