import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { nextDebit } from './next-debit'

interface DebitPanelProps {
  readonly debit: NonNullable<Loan['debit']>
  readonly today: LocalDate
  /** Nothing is debited for a loan that is paid off. */
  readonly isSettled: boolean
}

/** Which account the lender debits and when next, and what can be asked when wages arrive there. */
export function DebitPanel({ debit, today, isSettled }: DebitPanelProps) {
  const { t } = useTranslation()
  const { day, accountTail, isWageAccount, cutOffHour } = debit
  const { on, moneyThereOn } = nextDebit(debit, today)
  return (
    <Panel title={t('loan.form.section.debit')}>
      <p>
        {accountTail === ''
          ? t('loan.page.debit.day', { day })
          : t('loan.page.debit.dayAndTail', { day, tail: accountTail })}
      </p>
      {isSettled ? null : (
        <>
          <p>
            {cutOffHour === undefined
              ? t('contract.debit.next', { on })
              : t('contract.debit.nextBy', { on, hour: cutOffHour })}{' '}
            {moneyThereOn < today ? t('contract.debit.thereNow') : t('contract.debit.thereOn', { on: moneyThereOn })}
          </p>
          <p className="small muted">{t('contract.debit.holidays')}</p>
        </>
      )}
      {isWageAccount ? <p className="small">{t('loan.form.debit.wageNote')}</p> : null}
    </Panel>
  )
}
