import type { InterestRate } from '#domain/rate/interest-rate'
import { parseRate } from '#domain/rate/parse-rate'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { echoProps } from './echo'
import { ratePercent } from './rate-text'
import { useRateWords } from './rate-words'

export interface RateInputProps {
  readonly label: string
  readonly value: InterestRate | null
  readonly onChange: (value: InterestRate | null) => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly defaultPer?: InterestRate['per']
}

/** A rate with its period always beside it; understands what people are told (`日息万五`, `月费率 0.6%`) and says it back. */
export function RateInput({
  label,
  value,
  onChange,
  description,
  error,
  required,
  defaultPer = 'year',
}: RateInputProps) {
  const { t } = useTranslation()
  const rateWords = useRateWords()
  const [per, setPer] = useState<InterestRate['per']>(value?.per ?? defaultPer)
  const [draft, setDraft] = useState<{ text: string; value: InterestRate | null } | null>(null)
  const isDraft = draft !== null && sameRate(draft.value, value)
  const text = isDraft ? draft.text : value ? ratePercent(value) : ''
  const shownPer = value?.per ?? per
  const parsed = parseRate(text, shownPer)
  const textError = text.trim() === '' || parsed.ok ? undefined : t(`errors.rate.${parsed.error.code}`)
  const accept = (nextText: string, nextPer: InterestRate['per']) => {
    const result = parseRate(nextText, nextPer)
    const next = result.ok ? result.value : null
    setDraft({ text: nextText, value: next })
    setPer(next?.per ?? nextPer)
    onChange(next)
  }
  // A bare figure changes its period; words that name one are rewritten as the figure first.
  const changePer = (nextPer: InterestRate['per']) => accept(value ? ratePercent(value) : text, nextPer)
  return (
    <TextInput
      label={label}
      description={description}
      error={error ?? textError}
      {...echoProps(parsed.ok ? rateWords(parsed.value) : null)}
      withAsterisk={required ?? false}
      autoComplete="off"
      value={text}
      placeholder={t('common.ratePlaceholder')}
      onChange={(event) => accept(event.currentTarget.value, shownPer)}
      rightSectionWidth={104}
      rightSection={
        <NativeSelect
          variant="unstyled"
          className="rate-period"
          aria-label={t('common.ratePeriodOf', { label })}
          value={shownPer}
          onChange={(event) => changePer(event.currentTarget.value as InterestRate['per'])}
          data={[
            { value: 'year', label: t('common.per.year') },
            { value: 'month', label: t('common.per.month') },
            { value: 'day', label: t('common.per.day') },
          ]}
        />
      }
    />
  )
}

const sameRate = (left: InterestRate | null, right: InterestRate | null): boolean =>
  left === right ||
  (left !== null &&
    right !== null &&
    left.partsPerTenMillion === right.partsPerTenMillion &&
    left.per === right.per &&
    left.dayBasis === right.dayBasis)
