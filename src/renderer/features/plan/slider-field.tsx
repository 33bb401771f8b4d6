import { NumberInput, Slider } from '@mantine/core'
import type { ReactNode } from 'react'

interface SliderFieldProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly suffix?: string
  readonly decimals?: number
  readonly hint?: ReactNode
  readonly disabled?: boolean
  readonly onChange: (value: number) => void
}

/** A number that can be dragged or typed; both say the same. */
export function SliderField(props: SliderFieldProps) {
  const { label, value, min, max, step = 1, suffix = '', decimals = 0, hint, disabled = false, onChange } = props
  return (
    <div className="slider-field">
      <NumberInput
        label={label}
        size="xs"
        value={value}
        min={min}
        max={max}
        step={step}
        suffix={suffix}
        decimalScale={decimals}
        allowNegative={false}
        clampBehavior="blur"
        disabled={disabled}
        classNames={{ root: 'slider-number', label: 'slider-label' }}
        onChange={(next) => {
          if (typeof next === 'number' && next >= min && next <= max) onChange(next)
        }}
      />
      <Slider
        thumbLabel={label}
        label={null}
        size="sm"
        value={Math.min(max, Math.max(min, value))}
        min={min}
        max={Math.max(max, min + step)}
        step={step}
        disabled={disabled}
        onChange={onChange}
      />
      {hint === undefined ? null : <p className="small muted">{hint}</p>}
    </div>
  )
}
