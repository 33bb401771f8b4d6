import type { Loan } from '#domain/loan/loan'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'

/** Which account the lender debits and when, and what can be asked when wages arrive there. */
export function DebitPanel({ debit }: { readonly debit: NonNullable<Loan['debit']> }) {
  const { t } = useTranslation()
  const { day, accountTail, isWageAccount } = debit
  return (
    <Panel title={t('loan.form.section.debit')}>
      <p>
        {accountTail === ''
          ? t('loan.page.debit.day', { day })
          : t('loan.page.debit.dayAndTail', { day, tail: accountTail })}
      </p>
      {isWageAccount ? <p className="small">{t('loan.form.debit.wageNote')}</p> : null}
    </Panel>
  )
}
