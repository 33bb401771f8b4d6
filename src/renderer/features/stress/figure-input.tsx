import { NumberInput } from '@mantine/core'

interface FigureInputProps {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly max: number
  readonly min?: number
  readonly decimals?: number
  /** In a table: the label is there for readers only. */
  readonly isCompact?: boolean
  readonly onChange: (value: number) => void
}

/** A figure of an assumption. What is out of range or empty changes nothing until it is a figure again. */
export function FigureInput(props: FigureInputProps) {
  const { label, unit, value, max, min = 0, decimals = 0, isCompact = false, onChange } = props
  return (
    <NumberInput
      label={isCompact ? undefined : label}
      aria-label={isCompact ? label : undefined}
      className={isCompact ? 'stress-figure' : ''}
      size={isCompact ? 'xs' : 'sm'}
      hideControls
      allowNegative={false}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      clampBehavior="blur"
      suffix={unit === '' ? '' : ` ${unit}`}
      min={min}
      max={max}
      value={value}
      onChange={(next) => {
        if (typeof next === 'number' && next >= min && next <= max) onChange(next)
      }}
    />
  )
}
