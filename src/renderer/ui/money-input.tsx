import type { Fen } from '#domain/money/fen'
import { amountInWords } from '#domain/money/amount-in-words'
import { plainYuan } from '#domain/money/format-yuan'
import { parseAmount, type AmountError } from '#domain/money/parse-amount'
import { TextInput } from '@mantine/core'
import { useState, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../state/app-context'
import { echoProps } from './echo'
import { moneyText } from './money-text'

export interface MoneyInputProps {
  readonly label: ReactNode
  readonly value: Fen | null
  /** Called while typing: the amount, or null while the text is empty or not yet an amount. */
  readonly onChange: (value: Fen | null) => void
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly error?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  /** For cells of a table: the label is there for readers only. */
  readonly isLabelHidden?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

const textOf = (value: Fen | null): string => (value === null ? '' : plainYuan(value).replace(/\.00$/, ''))

/** An amount as people write it (`3万`, `1,234.56`, `1200+350`), echoed in full below as it was understood. */
export function MoneyInput({ value, onChange, isLabelHidden, inputRef, ...props }: MoneyInputProps) {
  const { t } = useTranslation()
  const hidden = useApp((state) => state.numbersHidden)
  const [draft, setDraft] = useState<{ text: string; value: Fen | null } | null>(null)
  // What was typed stands until the value is changed from outside (undo, a solved blank).
  const text = draft?.value === value ? draft.text : textOf(value)
  const parsed = parseAmount(text)
  const inWords = (value: Fen) => {
    const { digits, power } = amountInWords(value, t('echo.grouping') === '4' ? 4 : 3)
    // A small plain figure says itself.
    if (power === 0 && text === textOf(value)) return null
    return t(`echo.amount.p${power}`, { amount: moneyText(value), digits })
  }
  const unreadable = (problem: AmountError) =>
    problem.code === 'amount_ambiguous'
      ? t('errors.amount.amount_ambiguous', {
          text: problem.text,
          spoken: moneyText(problem.spokenFen),
          literal: moneyText(problem.literalFen),
        })
      : t(`errors.amount.${problem.code}`)
  const isEmpty = text.trim() === ''
  const error = props.error ?? (isEmpty || parsed.ok ? undefined : unreadable(parsed.error))
  const echo = !isEmpty && parsed.ok && !hidden ? inWords(parsed.value) : null
  const type = (next: string) => {
    const result = parseAmount(next)
    const nextValue = result.ok ? result.value : null
    setDraft({ text: next, value: nextValue })
    onChange(nextValue)
  }
  return (
    <TextInput
      label={isLabelHidden ? undefined : props.label}
      aria-label={isLabelHidden && typeof props.label === 'string' ? props.label : undefined}
      description={props.description}
      placeholder={props.placeholder}
      error={error}
      disabled={props.disabled ?? false}
      withAsterisk={props.required ?? false}
      ref={inputRef}
      type={hidden ? 'password' : 'text'}
      inputMode="decimal"
      autoComplete="off"
      leftSection={<span aria-hidden="true">{'¥'}</span>}
      leftSectionWidth={28}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      {...echoProps(echo)}
    />
  )
}
