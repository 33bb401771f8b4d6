import { useEffect, useRef, useState, type ReactNode } from 'react'

interface EditableCellProps {
  /** What stands in the field when it opens. */
  readonly text: string
  readonly shown: ReactNode
  readonly editLabel: string
  readonly fieldLabel: string
  /** Takes the typed text; false when it cannot be read, and the field stays open. */
  readonly onSave: (text: string) => boolean
}

/** A cell that becomes a field on click or Enter. Enter and Tab keep the change, Escape leaves it. */
export function EditableCell({ text, shown, editLabel, fieldLabel, onSave }: EditableCellProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  const isCancelled = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const isEditing = draft !== null
  useEffect(() => {
    if (isEditing) input.current?.select()
  }, [isEditing])
  if (draft === null) {
    return (
      <button type="button" className="cell-button" aria-label={editLabel} onClick={() => setDraft(text)}>
        {shown}
      </button>
    )
  }
  const finish = () => {
    const next = draft.trim()
    const isDone = isCancelled.current || next === text || onSave(next)
    isCancelled.current = false
    setRefused(!isDone)
    if (isDone) setDraft(null)
  }
  return (
    <input
      autoComplete="off"
      ref={input}
      className="cell-input"
      aria-label={fieldLabel}
      aria-invalid={isRefused}
      value={draft}
      maxLength={200}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') isCancelled.current = true
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
