import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { useCapsLock } from './use-caps-lock'

interface SecretInputProps {
  readonly label: string
  readonly description?: string
  readonly error?: string | undefined
  /** Left out where nobody else needs to know what stands in the field. */
  readonly value?: string
  readonly autoFocus?: boolean
  readonly capsLock: ReturnType<typeof useCapsLock>
  readonly onChange: (typed: string) => void
}

/** A field for a secret: hidden until the eye beside it is pressed, by mouse or keyboard; pasting is allowed. */
export function SecretInput({ capsLock, onChange, autoFocus = false, ...field }: SecretInputProps) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      {...field}
      autoComplete="off"
      autoFocus={autoFocus}
      data-autofocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('vault.password.show') }}
      {...capsLock.handlers}
    />
  )
}
