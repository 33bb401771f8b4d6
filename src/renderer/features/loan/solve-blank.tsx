import { solveBlank, type SolvableKind } from '#domain/loan/solve-blank'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../ui/money-input'
import { moneyText } from '../../ui/money-text'
import { field, type LoanForm } from './loan-fields'

interface SolveBlankProps {
  readonly form: LoanForm
  readonly kind: SolvableKind
}

/** "Leave one blank": amount, rate, instalments and one instalment; three give the fourth. */
export function SolveBlank({ form, kind }: SolveBlankProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<string | null>(null)
  const solve = () => {
    const { cadence, principalFen, rate, periods, instalmentFen } = form.values
    const solved = solveBlank({ kind, cadence, principalFen, rate, periods, instalmentFen })
    if (!solved.ok) {
      const { error } = solved
      setSaid(
        t(`loan.form.solveError.${error.code}`, {
          blanks: error.code === 'not_one_blank' ? error.blanks : 0,
          interest: error.code === 'instalment_below_interest' ? moneyText(error.interestFen) : '',
        }),
      )
      return
    }
    const { solved: which, ...figures } = solved.value
    form.setValues(figures)
    setSaid(t(`loan.form.solved.${which}`))
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
          {said}
        </span>
      </div>
    </div>
  )
}
