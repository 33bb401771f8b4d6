import type { LocalDate } from '#domain/calendar/local-date'
import type { LprEntry } from '#domain/rate/lpr-entry'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../state/app-context'
import { DateInput } from '../../ui/date-input'
import { RateInput } from '../../ui/rate-input'
import { EMPTY_LPR_DRAFT, lprFromDraft, type LprDraftErrors } from './lpr-draft'

interface LprFormProps {
  /** The first day there was an LPR. */
  readonly firstOn: LocalDate
  readonly onAdd: (entry: LprEntry) => Promise<boolean>
}

/** A published LPR typed in: a day and a yearly rate. */
export function LprForm({ firstOn, onAdd }: LprFormProps) {
  const { t } = useTranslation()
  const today = useToday()
  const [draft, setDraft] = useState(EMPTY_LPR_DRAFT)
  const [errors, setErrors] = useState<LprDraftErrors>({})
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const entry = lprFromDraft(draft, today, firstOn)
    setErrors(entry.ok ? {} : entry.error)
    if (!entry.ok || !(await onAdd(entry.value))) return
    setDraft(EMPTY_LPR_DRAFT)
    notifications.show({ message: t('rights.lpr.added', { on: entry.value.from }), autoClose: 4000 })
  }
  return (
    <form className="lpr-form" noValidate onSubmit={(event) => void submit(event)}>
      <DateInput
        label={t('rights.lpr.newFrom')}
        value={draft.from}
        onChange={(from) => setDraft({ ...draft, from })}
        error={errors.from === undefined ? undefined : t(`rights.lpr.error.from.${errors.from}`, { firstOn })}
      />
      <RateInput
        label={t('rights.lpr.newRate')}
        value={draft.rate}
        onChange={(rate) => setDraft({ ...draft, rate })}
        error={errors.rate === undefined ? undefined : t(`rights.lpr.error.rate.${errors.rate}`)}
      />
      <Button type="submit" variant="default">
        {t('rights.lpr.add')}
      </Button>
    </form>
  )
}
