import { ActionIcon, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { Icon } from '../../ui/icon'
import { RateInput } from '../../ui/rate-input'
import { traitField, type LoanForm } from './loan-fields'
import type { StepDraft } from './traits-draft'

/** A promotion that ends, a rate that is repriced: from which day which rate. */
export function RateSteps({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { value, error, onChange } = traitField(form, 'rateSteps')
  const steps = value ?? []
  const defaultPer = form.values.rate?.per ?? (form.values.kind === 'dailyBalance' ? 'day' : 'year')
  const change = (at: number, part: Partial<StepDraft>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)))
  return (
    <fieldset className="plain-fieldset stack tight">
      <legend className="small muted">{t('contract.steps.title')}</legend>
      <p className="small muted">{t('contract.steps.hint')}</p>
      {steps.map((step, at) => (
        // The place in the list is the identity of a row being typed.
        <div className="row bottom" key={at}>
          <DateInput
            label={t('contract.steps.from', { n: at + 1 })}
            value={step.from}
            onChange={(from) => change(at, { from })}
          />
          <RateInput
            label={t('contract.steps.rate', { n: at + 1 })}
            value={step.rate}
            defaultPer={defaultPer}
            onChange={(rate) => change(at, { rate })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('contract.steps.remove', { n: at + 1 })}
            onClick={() => onChange(steps.filter((_, index) => index !== at))}
          >
            <Icon name="trash" />
          </ActionIcon>
        </div>
      ))}
      {error === undefined ? null : <p className="card amber small">{error}</p>}
      <div>
        <Button
          size="xs"
          variant="default"
          disabled={steps.length >= 100}
          onClick={() => onChange([...steps, { from: null, rate: null }])}
        >
          {t('contract.steps.add')}
        </Button>
      </div>
    </fieldset>
  )
}
