import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'

interface ChoiceInputProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly T[]
  readonly words: (choice: T) => string
  readonly onChange: (value: T) => void
  readonly description?: ReactNode
}

/** One of a few named ways. */
export function ChoiceInput<T extends string>({
  label,
  value,
  choices,
  words,
  onChange,
  description,
}: ChoiceInputProps<T>) {
  return (
    <NativeSelect
      label={label}
      description={description}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
      data={choices.map((choice) => ({ value: choice, label: words(choice) }))}
    />
  )
}
