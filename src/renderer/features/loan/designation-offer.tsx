import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { otherLoansOfCreditor } from './transfer'

interface DesignationOfferProps {
  readonly loan: Loan
  readonly paymentId: string
  readonly today: LocalDate
}

/** One creditor, several debts: the payer may say which one the money is for (民法典 560). */
export function DesignationOffer({ loan, paymentId, today }: DesignationOfferProps) {
  const { t } = useTranslation()
  const { loans } = useDocument()
  const others = otherLoansOfCreditor(loan, loans, today)
  if (others.length === 0) return null
  return (
    <p className="card calm small" role="status">
      {t('contract.designation.offer', { names: others.map(({ name }) => name).join('、') })}{' '}
      <a href={hrefOf('note', 'designation', loan.id, paymentId)}>{t('contract.designation.link')}</a>
    </p>
  )
}
