import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'

interface CountInputProps {
  readonly label: string
  readonly value: number | null | undefined
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max: number
  readonly decimals?: number
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
}

/** A plain figure: days, periods, a day of the month, per cent. Empty is null. */
export function CountInput({
  label,
  value,
  onChange,
  min = 0,
  max,
  decimals = 0,
  description,
  error,
  required = false,
}: CountInputProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      withAsterisk={required}
      hideControls
      allowNegative={false}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      min={min}
      max={max}
      value={value ?? ''}
      error={error}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  )
}
