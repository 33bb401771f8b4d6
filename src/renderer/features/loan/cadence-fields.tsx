import type { Cadence } from '#domain/calendar/cadence'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { field, type LoanForm } from './loan-fields'
import { MAX_CADENCE_DAYS, readOwnDates } from './traits-draft'

const CADENCES = ['month', 'quarter', 'week', 'twoWeeks', 'days', 'ownDates'] as const

/** How often an instalment falls due, every so many days and own dates among it. */
export function CadenceFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { cadence, firstDueOn } = form.values
  const choose = (every: Cadence['every']) => {
    form.clearFieldError('cadence')
    if (every === 'days') form.setValues({ cadence: { every, days: 30 } })
    else if (every === 'ownDates') setOwnDates(form, firstDueOn ?? '')
    else form.setValues({ cadence: { every } })
  }
  return (
    <>
      <ChoiceInput
        label={t('loan.form.cadence')}
        value={cadence.every}
        choices={CADENCES}
        words={(every) =>
          every === 'days' || every === 'ownDates'
            ? t(`contract.cadence.${every}`)
            : t(`loan.form.cadenceValue.${every}`)
        }
        onChange={choose}
      />
      {cadence.every === 'days' ? (
        <CountInput
          label={t('contract.cadence.everyDays')}
          required
          min={1}
          max={MAX_CADENCE_DAYS}
          value={cadence.days === 0 ? null : cadence.days}
          error={form.errors['cadence']}
          onChange={(days) => field(form, 'cadence').onChange({ every: 'days', days: days ?? 0 })}
        />
      ) : null}
      {cadence.every === 'ownDates' ? <OwnDates form={form} /> : null}
    </>
  )
}

function OwnDates({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { ownDates } = form.values
  const { dates, unread } = readOwnDates(ownDates)
  return (
    <div>
      <Textarea
        label={t('contract.ownDates.label')}
        description={t('contract.ownDates.hint')}
        withAsterisk
        autosize
        minRows={4}
        maxRows={12}
        value={ownDates}
        error={form.errors['ownDates']}
        onChange={(event) => setOwnDates(form, event.currentTarget.value)}
      />
      <p className="small muted" role="status">
        {t('contract.ownDates.read', { count: dates.length })}
        {unread.length === 0 ? '' : ` ${t('contract.ownDates.unread', { pieces: unread.slice(0, 5).join(' · ') })}`}
      </p>
    </div>
  )
}

/** Own dates say how many instalments there are and when the first falls due. */
function setOwnDates(form: LoanForm, text: string): void {
  const { dates } = readOwnDates(text)
  form.setValues({
    ownDates: text,
    cadence: { every: 'ownDates', dates },
    periods: dates.length === 0 ? null : dates.length,
    firstDueOn: dates[0] ?? null,
  })
  form.clearFieldError('ownDates')
}
