import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { Disclosure } from '../../ui/disclosure'
import { MoneyInput } from '../../ui/money-input'
import { cardField, type LoanForm } from './loan-fields'

const DUE_WAYS = ['daysAfter', 'dayOfMonth'] as const
const MINIMUM_WAYS = ['shareAndCharges', 'share', 'fixed'] as const
const INTEREST_WAYS = ['wholeStatement', 'unpaidPart'] as const

/** The rules of a card account: when the statement comes, when it is due, what the least payment is, how interest runs. */
export function CardFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { dueBy } = form.values.card
  const isMinimumAsked = form.errors['card.minimumFen'] ?? form.errors['card.minimumPer10000']
  return (
    <>
      <div className="grid two top">
        <CountInput
          label={t('contract.card.statementDay')}
          required
          min={1}
          max={31}
          {...cardField(form, 'statementDay')}
        />
        <ChoiceInput
          label={t('contract.card.due')}
          choices={DUE_WAYS}
          words={(value) => t(`contract.card.dueBy.${value}`)}
          {...cardField(form, 'dueBy')}
        />
        {dueBy === 'daysAfter' ? (
          <CountInput label={t('contract.card.dueDays')} required min={1} max={60} {...cardField(form, 'dueDays')} />
        ) : (
          <CountInput label={t('contract.card.dueDay')} required min={1} max={31} {...cardField(form, 'dueDay')} />
        )}
      </div>
      <Disclosure summary={t('contract.card.more')} mustBeOpen={isMinimumAsked !== undefined}>
        <p className="small muted">{t('contract.card.moreHint')}</p>
        <div className="grid two top">
          <MinimumFields form={form} />
          <ChoiceInput
            label={t('contract.card.interest')}
            description={t('contract.card.interestHint')}
            choices={INTEREST_WAYS}
            words={(value) => t(`contract.card.interestOn.${value}`)}
            {...cardField(form, 'interestOn')}
          />
          <MoneyInput label={t('contract.card.limit')} {...cardField(form, 'limitFen')} />
        </div>
        <Compounds form={form} />
      </Disclosure>
    </>
  )
}

function MinimumFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { minimumBy } = form.values.card
  const share = cardField(form, 'minimumPer10000')
  return (
    <>
      <ChoiceInput
        label={t('contract.card.minimum')}
        choices={MINIMUM_WAYS}
        words={(value) => t(`contract.card.minimumBy.${value}`)}
        {...cardField(form, 'minimumBy')}
      />
      {minimumBy === 'fixed' ? (
        <MoneyInput label={t('contract.card.minimumFen')} required {...cardField(form, 'minimumFen')} />
      ) : (
        <>
          <CountInput
            label={t('contract.card.minimumShare')}
            required
            max={100}
            decimals={2}
            value={share.value === null ? null : share.value / 100}
            error={share.error}
            onChange={(percent) => share.onChange(percent === null ? null : Math.round(percent * 100))}
          />
          <MoneyInput label={t('contract.card.minimumFloor')} {...cardField(form, 'minimumFloorFen')} />
        </>
      )}
    </>
  )
}

function Compounds({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { value, onChange } = cardField(form, 'compounds')
  return (
    <Checkbox
      label={t('contract.card.compounds')}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
