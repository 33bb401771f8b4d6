import type { LocalDate } from '#domain/calendar/local-date'
import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../state/app-context'
import { Icon } from './icon'
import { parseDate } from './parse-date'

export interface DateInputProps {
  readonly label: ReactNode
  readonly value: LocalDate | null
  /** The date, or null while the text is empty or no date. */
  readonly onChange: (value: LocalDate | null) => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly isLabelHidden?: boolean
}

/** A date typed as text, or picked from a calendar. 30 February is told, not moved to March. */
export function DateInput({ label, value, onChange, description, error, required, isLabelHidden }: DateInputProps) {
  const { t } = useTranslation()
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState<{ text: string; value: LocalDate | null } | null>(null)
  const text = draft?.value === value ? draft.text : (value ?? '')
  const parsed = parseDate(text)
  const textError = text.trim() === '' || parsed.ok ? undefined : t(`errors.date.${parsed.error.code}`)
  const accept = (next: string) => {
    const result = parseDate(next)
    const nextValue = result.ok ? result.value : null
    setDraft({ text: next, value: nextValue })
    onChange(nextValue)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-end">
      <TextInput
        label={isLabelHidden ? undefined : label}
        aria-label={isLabelHidden && typeof label === 'string' ? label : undefined}
        description={description}
        error={error ?? textError}
        withAsterisk={required ?? false}
        value={text}
        placeholder={t('common.datePlaceholder')}
        autoComplete="off"
        onChange={(event) => accept(event.currentTarget.value)}
        onBlur={() => setDraft((now) => (now && parseDate(now.text).ok ? null : now))}
        rightSection={
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('common.openCalendar')}
              onClick={() => setOpen((open) => !open)}
            >
              <Icon name="calendar" />
            </ActionIcon>
          </Popover.Target>
        }
      />
      <Popover.Dropdown>
        <DatePicker
          value={value}
          defaultDate={value ?? today}
          onChange={(picked) => {
            accept(picked ?? '')
            setOpen(false)
          }}
          ariaLabels={{ previousMonth: t('common.previousMonth'), nextMonth: t('common.nextMonth') }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
