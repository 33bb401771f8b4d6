import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { DateInput } from '../../ui/date-input'
import { Disclosure } from '../../ui/disclosure'
import { MoneyInput } from '../../ui/money-input'
import { RateInput } from '../../ui/rate-input'
import { CadenceFields } from './cadence-fields'
import type { LoanDraft } from './loan-draft'
import { field, traitField, type LoanForm } from './loan-fields'
import { RateSteps } from './rate-steps'

const FIRST_PERIODS = ['whole', 'days'] as const
const DAY_COUNTS = ['actual', 'thirty'] as const

/** What few contracts have: promotions, months of interest only, a balloon, own dates, another way to count days. */
export function ContractMore({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { kind } = form.values
  const isRegular = kind === 'levelInstalment' || kind === 'equalPrincipal' || kind === 'interestFirst'
  const isRated = isRegular || kind === 'dailyBalance'
  const hasCadence = isRated || kind === 'flatFee'
  const count = filledCount(form.values, { isRated, hasCadence })
  const hasError = Object.keys(form.errors).some(
    (key) => key.startsWith('traits.') || key === 'cadence' || key === 'ownDates',
  )
  return (
    <Disclosure
      summary={count === 0 ? t('contract.more.title') : t('contract.more.filled', { count })}
      mustBeOpen={hasError}
    >
      <div className="grid two top">
        <RateInput label={t('loan.form.advertisedRate')} {...field(form, 'advertisedRate')} />
        <DateInput label={t('loan.form.contractedOn')} {...field(form, 'contractedOn')} />
        {hasCadence ? <CadenceFields form={form} /> : null}
        {isRegular ? (
          <ChoiceInput
            label={t('loan.form.firstPeriod')}
            choices={FIRST_PERIODS}
            words={(value) => t(`loan.form.firstPeriodValue.${value}`)}
            {...field(form, 'firstPeriod')}
          />
        ) : null}
        {isRated || kind === 'bullet' ? <DayCountField form={form} /> : null}
        {isRated ? <HeadAndBalloon form={form} /> : null}
      </div>
      {isRated ? <RateSteps form={form} /> : null}
    </Disclosure>
  )
}

function DayCountField({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const dayCount = traitField(form, 'dayCount')
  return (
    <ChoiceInput
      label={t('contract.dayCount.label')}
      choices={DAY_COUNTS}
      words={(value) => t(`contract.dayCount.${value}`)}
      value={dayCount.value ?? 'actual'}
      onChange={dayCount.onChange}
    />
  )
}

function HeadAndBalloon({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const head = traitField(form, 'interestOnlyPeriods')
  const balloon = traitField(form, 'balloonFen')
  return (
    <>
      <CountInput
        label={t('contract.head')}
        description={t('contract.headHint')}
        max={599}
        value={head.value}
        error={head.error}
        onChange={(periods) => head.onChange(periods ?? undefined)}
      />
      <MoneyInput
        label={t('contract.balloon')}
        description={t('contract.balloonHint')}
        value={balloon.value ?? null}
        error={balloon.error}
        onChange={(amountFen) => balloon.onChange(amountFen ?? undefined)}
      />
    </>
  )
}

/** How many of the hidden fields say something: an edited loan shows that there is more without opening it. */
function filledCount(
  { kind, advertisedRate, contractedOn, cadence, traits }: LoanDraft,
  shown: { readonly isRated: boolean; readonly hasCadence: boolean },
): number {
  return [
    advertisedRate !== null,
    contractedOn !== null,
    shown.hasCadence && cadence.every !== 'month',
    shown.isRated && (traits.rateSteps ?? []).length > 0,
    shown.isRated && (traits.interestOnlyPeriods ?? 0) > 0,
    shown.isRated && (traits.balloonFen ?? 0) > 0,
    (shown.isRated || kind === 'bullet') && traits.dayCount === 'thirty',
  ].filter(Boolean).length
}
