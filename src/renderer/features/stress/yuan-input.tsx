import type { Fen } from '#domain/money/fen'
import { useState } from 'react'
import { MoneyInput } from '../../ui/money-input'

interface YuanInputProps {
  readonly label: string
  readonly value: Fen
  readonly isCompact?: boolean
  readonly onChange: (value: Fen) => void
}

/** An amount of an assumption: while it cannot be read, the last one that could stands. */
export function YuanInput({ label, value, isCompact = false, onChange }: YuanInputProps) {
  const [typed, setTyped] = useState<Fen | null>(value)
  return (
    <div className={isCompact ? 'stress-amount' : ''}>
      <MoneyInput
        label={label}
        isLabelHidden={isCompact}
        value={typed}
        onChange={(next) => {
          setTyped(next)
          if (next !== null && next >= 0) onChange(next)
        }}
      />
    </div>
  )
}
