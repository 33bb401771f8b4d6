import { solveBlank, type SolvableKind } from '#domain/loan/solve-blank'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../ui/money-input'
import { useMoneyText } from '../../ui/money-text'
import { field, type LoanForm } from './loan-fields'

interface SolveBlankProps {
  readonly form: LoanForm
  readonly kind: SolvableKind
}

/** "Leave one blank": amount, rate, instalments and one instalment; three give the fourth. */
export function SolveBlank({ form, kind }: SolveBlankProps) {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  const [answer, setAnswer] = useState<ReturnType<typeof solveBlank> | null>(null)
  const solve = () => {
    const { cadence, principalFen, rate, periods, instalmentFen } = form.values
    const solved = solveBlank({ kind, cadence, principalFen, rate, periods, instalmentFen })
    setAnswer(solved)
    if (!solved.ok) return
    const { value } = solved
    form.setValues({
      principalFen: value.principalFen,
      rate: value.rate,
      periods: value.periods,
      instalmentFen: value.instalmentFen,
    })
  }
  const said = () => {
    if (answer === null) return null
    if (answer.ok) return t(`loan.form.solved.${answer.value.solved}`)
    const { error } = answer
    return t(`loan.form.solveError.${error.code}`, {
      blanks: error.code === 'not_one_blank' ? error.blanks : 0,
      interest: error.code === 'instalment_below_interest' ? moneyText(error.interestFen) : '',
    })
  }
  return (
    <div className="solve">
      <MoneyInput
        label={t('loan.form.instalmentFen')}
        description={t('loan.form.solveHint')}
        {...field(form, 'instalmentFen')}
      />
      <div className="row">
        <Button size="xs" variant="default" onClick={solve}>
          {t('loan.form.solve')}
        </Button>
        <span className="small" role="status">
          {said()}
        </span>
      </div>
    </div>
  )
}
