import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { Disclosure } from '../../ui/disclosure'
import { Panel } from '../../ui/panel'
import { prepayField, type LoanForm } from './loan-fields'
import { remainingFeesOf } from './prepay-draft'

const ALLOWED = ['anytime', 'fullOnly', 'no'] as const
const REMAINING = ['unknown', 'waived', 'due', 'share'] as const
const EFFECTS = ['shortens', 'lowers'] as const

/** What paying early does by the contract; what nobody knows is asked of the lender. */
export function PrepaySection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { prepay, kind } = form.values
  const remaining = remainingFeesOf(prepay, kind)
  const remainingField = prepayField(form, 'remainingFees')
  const share = prepayField(form, 'remainingFeesPer10000')
  const fee = prepayField(form, 'feePer10000')
  return (
    <Panel title={t('contract.prepay.title')}>
      <p className="small muted">
        {t(remaining === 'unknown' ? 'contract.prepay.defaultFlat' : 'contract.prepay.default')}
      </p>
      <Disclosure summary={t('contract.prepay.more')} mustBeOpen={share.error !== undefined}>
        <div className="grid two top">
          <ChoiceInput
            label={t('contract.prepay.allowedLabel')}
            choices={ALLOWED}
            words={(value) => t(`contract.prepay.allowed.${value}`)}
            {...prepayField(form, 'allowed')}
          />
          <ChoiceInput
            label={t('contract.prepay.effectLabel')}
            choices={EFFECTS}
            words={(value) => t(`contract.prepay.effect.${value}`)}
            {...prepayField(form, 'effect')}
          />
          <ChoiceInput
            label={t('contract.prepay.remainingLabel')}
            description={t('contract.prepay.remainingHint')}
            choices={REMAINING}
            words={(value) => t(`contract.prepay.remaining.${value}`)}
            value={remaining}
            onChange={(value) => {
              form.setValues({
                prepay: {
                  ...prepay,
                  remainingFees: value,
                  remainingFeesPer10000: value === 'share' ? prepay.remainingFeesPer10000 : undefined,
                },
              })
              if (remainingField.error === undefined) form.clearFieldError('prepay.remainingFeesPer10000')
            }}
          />
          {remaining === 'share' ? (
            <Percent label={t('contract.prepay.share')} required {...share} onChange={share.onChange} />
          ) : null}
          <Percent
            label={t('contract.prepay.fee')}
            description={t('contract.prepay.feeHint')}
            {...fee}
            onChange={fee.onChange}
          />
        </div>
      </Disclosure>
    </Panel>
  )
}

interface PercentProps extends Pick<Parameters<typeof CountInput>[0], 'label' | 'description' | 'error' | 'required'> {
  /** Parts of ten thousand, or undefined. */
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
}

function Percent({ value, onChange, ...rest }: PercentProps) {
  return (
    <CountInput
      {...rest}
      max={100}
      decimals={2}
      value={value === undefined ? null : value / 100}
      onChange={(percent) => onChange(percent === null ? undefined : Math.round(percent * 100))}
    />
  )
}
