import { solveBlank, type LoanFigures } from '#domain/loan/solve-blank'
import type { SolvableKind } from '#domain/loan/solve-plan'
import { sumFen, ZERO_FEN, type Fen } from '#domain/money/fen'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../ui/money-input'
import { newId } from '../../ui/new-id'
import { field, type LoanForm } from './loan-fields'
import { useSolveWords } from './solve-words'
import { solvedDraft } from './solved-draft'

interface SolveBlankProps {
  readonly form: LoanForm
  readonly kind: SolvableKind
}

type FeeChoice = 'none' | LoanFigures['feeTiming']
const FEE_CHOICES: readonly FeeChoice[] = ['none', 'everyInstalment', 'upfront']

/** "Leave one blank": amount, rate, instalments, one instalment and a fee in it; four give the fifth. */
export function SolveBlank({ form, kind }: SolveBlankProps) {
  const { t } = useTranslation()
  const say = useSolveWords()
  const [answer, setAnswer] = useState<ReturnType<typeof solveBlank> | null>(null)
  const recurringFen = sumFen(form.values.fees, (fee) => (fee.timing === 'everyInstalment' ? fee.amountFen : ZERO_FEN))
  const [feeChoice, setFeeChoice] = useState<FeeChoice>(recurringFen > 0 ? 'everyInstalment' : 'none')
  const [feeFen, setFeeFen] = useState<Fen | null>(recurringFen > 0 ? recurringFen : null)
  const solve = () => {
    const { cadence, principalFen, receivedFen, rate, periods, instalmentFen } = form.values
    const isUpfront = feeChoice === 'upfront'
    const deductedFen = principalFen !== null && receivedFen !== null ? ((principalFen - receivedFen) as Fen) : null
    const solved = solveBlank({
      kind,
      cadence,
      amountFen: isUpfront ? receivedFen : principalFen,
      rate,
      periods,
      instalmentFen,
      feeFen: feeChoice === 'none' ? ZERO_FEN : isUpfront ? (feeFen ?? deductedFen) : feeFen,
      feeTiming: isUpfront ? 'upfront' : 'everyInstalment',
    })
    setAnswer(solved)
    if (!solved.ok) return
    if (feeChoice !== 'none') setFeeFen(solved.value.feeFen)
    form.setValues(solvedDraft(form.values, solved.value, feeChoice, newId, t('solve.feeName')))
  }
  return (
    <div className="solve">
      <p className="small muted">{t('solve.hint')}</p>
      <div className="grid two top">
        <MoneyInput
          label={t(kind === 'interestFirst' ? 'solve.instalmentInterestFirst' : 'solve.instalment')}
          {...field(form, 'instalmentFen')}
        />
        <NativeSelect
          label={t('solve.feeTiming')}
          value={feeChoice}
          onChange={(event) => {
            setFeeChoice(event.currentTarget.value as FeeChoice)
            setFeeFen(null)
          }}
          data={FEE_CHOICES.map((value) => ({ value, label: t(`solve.feeTimingValue.${value}`) }))}
        />
        {feeChoice === 'none' ? null : (
          <MoneyInput
            label={t('solve.fee')}
            description={t(`solve.feeHint.${feeChoice}`)}
            value={feeFen}
            onChange={setFeeFen}
          />
        )}
      </div>
      <div className="row">
        <Button size="xs" variant="default" onClick={solve}>
          {t('solve.button')}
        </Button>
        <span className="small" role="status">
          {answer === null ? null : say(answer)}
        </span>
      </div>
    </div>
  )
}
