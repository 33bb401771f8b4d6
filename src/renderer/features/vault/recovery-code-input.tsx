import { GROUP_LENGTH, isRecoveryGroup, RECOVERY_GROUPS } from '#domain/vault/recovery-code'
import { TextInput } from '@mantine/core'
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

const EMPTY: readonly string[] = Array.from({ length: RECOVERY_GROUPS }, () => '')

/** Eight fields of five symbols, each checked as soon as it is full; a whole code pasted into any of them fills all. */
export function RecoveryCodeInput({ onChange }: { readonly onChange: (code: string | null) => void }) {
  const { t } = useTranslation()
  const [groups, setGroups] = useState(EMPTY)
  const hintId = useId()
  const fields = useRef<(HTMLInputElement | null)[]>([])
  const put = (next: readonly string[]) => {
    setGroups(next)
    onChange(next.every(isRecoveryGroup) ? next.join('-') : null)
  }
  const type = (index: number, text: string) => {
    put(groups.map((group, at) => (at === index ? text : group)))
    if (isRecoveryGroup(text, index)) fields.current[index + 1]?.focus()
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text').replaceAll(/[\s-]/g, '')
    if (pasted.length !== RECOVERY_GROUPS * GROUP_LENGTH) return
    event.preventDefault()
    put(EMPTY.map((_group, at) => pasted.slice(at * GROUP_LENGTH, (at + 1) * GROUP_LENGTH)))
  }
  /** Backspace in an empty field goes on in the one before. */
  const goBack = (index: number, { key }: KeyboardEvent) => {
    if (key === 'Backspace' && groups[index] === '') fields.current[index - 1]?.focus()
  }
  const isWrong = (group: string, index: number) => group.length >= GROUP_LENGTH && !isRecoveryGroup(group, index)
  const wrong = groups.flatMap((group, index) => (isWrong(group, index) ? [index + 1] : []))
  return (
    <fieldset className="code-fields" aria-describedby={hintId}>
      <legend>{t('vault.shut.recovery')}</legend>
      <p className="small muted" id={hintId}>
        {t('vault.shut.recoveryHint')}
      </p>
      <div className="code-grid">
        {groups.map((group, index) => (
          <TextInput
            key={index}
            ref={(field) => {
              fields.current[index] = field
            }}
            aria-label={t('vault.shut.group', { n: index + 1 })}
            autoComplete="off"
            autoFocus={index === 0}
            maxLength={GROUP_LENGTH}
            classNames={{ input: 'code-field' }}
            value={group}
            onChange={(event) => type(index, event.currentTarget.value)}
            onPaste={paste}
            onKeyDown={(event) => goBack(index, event)}
            error={isWrong(group, index)}
          />
        ))}
      </div>
      <p className="small door-problem" role="status">
        {wrong.length === 0 ? null : t('vault.shut.groupWrong', { groups: wrong.join(t('vault.shut.and')) })}
      </p>
    </fieldset>
  )
}
