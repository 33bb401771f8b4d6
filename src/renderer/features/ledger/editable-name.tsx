import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A name that becomes a field on click or Enter. Enter and Tab keep the change, Escape leaves it. */
export function EditableName({ name, onSave }: { readonly name: string; readonly onSave: (name: string) => void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  const isCancelled = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const isEditing = draft !== null
  useEffect(() => {
    if (isEditing) input.current?.select()
  }, [isEditing])
  if (draft === null) {
    return (
      <button
        type="button"
        className="cell-button"
        aria-label={t('ledger.editName', { name })}
        onClick={() => setDraft(name)}
      >
        {name}
      </button>
    )
  }
  const finish = () => {
    const next = draft.trim()
    setDraft(null)
    if (!isCancelled.current && next !== '' && next !== name) onSave(next)
    isCancelled.current = false
  }
  return (
    <input
      ref={input}
      className="cell-input"
      aria-label={t('ledger.newName', { name })}
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
