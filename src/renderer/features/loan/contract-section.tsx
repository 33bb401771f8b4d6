import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import { Panel } from '../../ui/panel'
import { RateInput } from '../../ui/rate-input'
import { CardFields } from './card-fields'
import { ContractMore } from './contract-more'
import { FeeRows } from './fee-rows'
import { PlanPaste } from './plan-paste'
import { RepaymentRows } from './repayment-rows'
import { SolveBlank } from './solve-blank'
import { field, type LoanForm } from './loan-fields'

const REPAYMENTS = ['level', 'equalPrincipal', 'interestFirst'] as const
const FEE_TIMINGS = ['everyPeriod', 'withFirst'] as const

/** The contract in the fields everybody knows; what few contracts have waits behind one line. */
export function ContractSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { kind, cadence } = form.values
  const hasOwnDates = cadence.every === 'ownDates'
  const canSolve =
    kind === 'levelInstalment' || kind === 'equalPrincipal' || kind === 'interestFirst' || kind === 'flatFee'
  return (
    <Panel title={t('loan.form.section.contract')}>
      <div className="grid two top">
        {kind === 'revolving' ? <CardBalance form={form} /> : <AmountAndDate form={form} />}
        <ContractRate form={form} />
        <TermFields form={form} />
        {kind === 'bullet' ? (
          <DateInput label={t('loan.form.maturesOn')} required {...field(form, 'maturesOn')} />
        ) : null}
        {kind === 'flatFee' ? (
          <ChoiceInput
            label={t('loan.form.feeTiming')}
            choices={FEE_TIMINGS}
            words={(value) => t(`loan.form.feeTimingValue.${value}`)}
            {...field(form, 'feeTiming')}
          />
        ) : null}
        {kind === 'dailyBalance' ? (
          <ChoiceInput
            label={t('contract.repayment.label')}
            choices={REPAYMENTS}
            words={(value) => t(`contract.repayment.${value}`)}
            {...field(form, 'repayment')}
          />
        ) : null}
      </div>
      {kind === 'revolving' ? <CardFields form={form} /> : null}
      {canSolve && !hasOwnDates ? <SolveBlank form={form} kind={kind} /> : null}
      {kind === 'informal' ? <RepaymentRows form={form} /> : null}
      {kind === 'lenderSchedule' ? <PlanPaste form={form} /> : null}
      {/* What a card charges is recorded on its page. */}
      {kind === 'revolving' && form.values.fees.length === 0 ? null : <FeeRows form={form} />}
      <ContractMore form={form} />
    </Panel>
  )
}

function AmountAndDate({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  return (
    <>
      <MoneyInput label={t('loan.form.principalFen')} required {...field(form, 'principalFen')} />
      <MoneyInput
        label={t('loan.form.receivedFen')}
        description={t('loan.form.receivedHint')}
        {...field(form, 'receivedFen')}
      />
      <DateInput label={t('loan.form.drawnOn')} required {...field(form, 'drawnOn')} />
    </>
  )
}

function CardBalance({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  return (
    <>
      <DateInput
        label={t('contract.card.since')}
        description={t('contract.card.sinceHint')}
        required
        {...field(form, 'drawnOn')}
      />
      <MoneyInput
        label={t('contract.card.owed')}
        description={t('contract.card.owedHint')}
        {...field(form, 'principalFen')}
      />
    </>
  )
}

function ContractRate({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { kind } = form.values
  if (kind === 'lenderSchedule') return null
  const per = kind === 'flatFee' ? 'month' : kind === 'dailyBalance' || kind === 'revolving' ? 'day' : 'year'
  const label = per === 'month' ? t('loan.form.feeRate') : per === 'day' ? t('contract.dailyRate') : t('loan.form.rate')
  return (
    <RateInput
      key={per}
      label={label}
      description={per === 'day' ? t('contract.dailyRateHint') : t('loan.form.rateHint')}
      required={kind !== 'informal'}
      defaultPer={per}
      {...field(form, 'rate')}
    />
  )
}

/** How many instalments and from when; own dates say both. */
function TermFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { kind, cadence } = form.values
  const hasTerm = kind !== 'revolving' && kind !== 'bullet' && kind !== 'lenderSchedule' && kind !== 'informal'
  if (!hasTerm || cadence.every === 'ownDates') return null
  return (
    <>
      <CountInput label={t('loan.form.periods')} required min={1} max={600} {...field(form, 'periods')} />
      <DateInput label={t('loan.form.firstDueOn')} required {...field(form, 'firstDueOn')} />
    </>
  )
}
