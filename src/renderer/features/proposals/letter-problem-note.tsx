import type { LoanId } from '#domain/loan/loan'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import type { LetterProblem } from '#domain/letter/letter-input'

interface LetterProblemNoteProps {
  readonly problem: LetterProblem
  readonly loanId: LoanId
}

/** Why a letter cannot be written as things stand, and where to mend it. */
export function LetterProblemNote({ problem, loanId }: LetterProblemNoteProps) {
  const { t } = useTranslation()
  if (problem.code === 'loanGone') return <p className="card amber">{t('proposals.desk.loanGone')}</p>
  const isContract = problem.code === 'loanUnreadable'
  return (
    <div className="card amber stack tight">
      <h2>{t('proposals.desk.problem')}</h2>
      <p>{isContract ? t('proposals.desk.loanUnreadable') : t(`plan.ask.problem.${problem.code}`, { ...problem })}</p>
      <a className="text-link" href={isContract ? hrefOf('loans', loanId) : hrefOf('plan', loanId)}>
        {t(isContract ? 'proposals.desk.openLoan' : 'proposals.form.termsEdit')}
      </a>
    </div>
  )
}
