import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { MoneyInput } from '../../ui/money-input'
import { Panel } from '../../ui/panel'
import { RateInput } from '../../ui/rate-input'
import { LateMore } from './late-more'
import { lateField, type LoanForm } from './loan-fields'

const PENALTY_WAYS = ['multiple', 'rate', 'none'] as const
const PENALTY_BASES = ['overduePrincipal', 'overdueInstalment'] as const
const FEE_WAYS = ['none', 'fixed', 'share'] as const
const CHARGED = ['once', 'daily', 'monthly'] as const

/** What a late payment costs by the contract: penalty interest, days of grace, late fee; rarer clauses behind one line. */
export function LateSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('loan.form.section.late')}>
      <div className="grid two top">
        <PenaltyFields form={form} />
      </div>
      <div className="grid two top">
        <LateFeeFields form={form} />
        <Figure form={form} name="graceDays" max={90} />
      </div>
      <LateMore form={form} />
    </Panel>
  )
}

function PenaltyFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { penaltyBy } = form.values.late
  return (
    <>
      <ChoiceInput
        label={t('loan.form.late.penaltyBy')}
        choices={PENALTY_WAYS}
        words={(value) => t(`loan.form.late.penaltyWay.${value}`)}
        {...lateField(form, 'penaltyBy')}
      />
      {penaltyBy === 'multiple' ? <Figure form={form} name="penaltyMultiple" max={100} decimals={4} /> : null}
      {penaltyBy === 'rate' ? (
        <RateInput label={t('loan.form.late.penaltyRate')} required {...lateField(form, 'penaltyRate')} />
      ) : null}
      {penaltyBy === 'none' ? null : (
        <ChoiceInput
          label={t('loan.form.late.penaltyBase')}
          choices={PENALTY_BASES}
          words={(value) => t(`loan.form.late.base.${value}`)}
          {...lateField(form, 'penaltyBase')}
        />
      )}
    </>
  )
}

function LateFeeFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { lateFeeBy } = form.values.late
  const charged = lateField(form, 'lateFeeCharged')
  const cap = lateField(form, 'lateFeeCapFen')
  return (
    <>
      <ChoiceInput
        label={t('loan.form.late.lateFeeBy')}
        choices={FEE_WAYS}
        words={(value) => t(`loan.form.late.feeWay.${value}`)}
        {...lateField(form, 'lateFeeBy')}
      />
      {lateFeeBy === 'fixed' ? (
        <MoneyInput label={t('loan.form.late.lateFeeFen')} required {...lateField(form, 'lateFeeFen')} />
      ) : null}
      {lateFeeBy === 'share' ? (
        <>
          <Figure form={form} name="lateFeePercent" max={100} decimals={2} />
          <MoneyInput label={t('loan.form.late.lateFeeMinFen')} {...lateField(form, 'lateFeeMinFen')} />
          <MoneyInput label={t('loan.form.late.lateFeeMaxFen')} {...lateField(form, 'lateFeeMaxFen')} />
        </>
      ) : null}
      {lateFeeBy === 'none' ? null : (
        <>
          <ChoiceInput
            label={t('contract.late.charged')}
            choices={CHARGED}
            words={(value) => t(`contract.late.chargedValue.${value}`)}
            value={charged.value ?? 'once'}
            onChange={charged.onChange}
          />
          <MoneyInput label={t('contract.late.cap')} {...cap} value={cap.value ?? null} />
        </>
      )}
    </>
  )
}

interface FigureProps {
  readonly form: LoanForm
  readonly name: 'penaltyMultiple' | 'lateFeePercent' | 'graceDays'
  readonly max: number
  readonly decimals?: number
}

function Figure({ form, name, max, decimals = 0 }: FigureProps) {
  const { t } = useTranslation()
  return (
    <CountInput
      label={t(`loan.form.late.${name}`)}
      required={name !== 'graceDays'}
      max={max}
      decimals={decimals}
      {...lateField(form, name)}
    />
  )
}
