import type { Key, Way } from '#contract/dto/vault'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecoveryCodeInput } from './recovery-code-input'
import { SecretInput } from './secret-input'
import { useCapsLock } from './use-caps-lock'

interface KeyInputProps {
  readonly ways: readonly Way[]
  /** Null while nothing complete is typed. */
  readonly onChange: (key: Key | null) => void
  readonly autoFocus?: boolean
  readonly passwordLabel?: string
}

/** The present key: the password, or the recovery code in its place. */
export function KeyInput({ ways, onChange, autoFocus = false, passwordLabel }: KeyInputProps) {
  const { t } = useTranslation()
  const [way, setWay] = useState<'password' | 'recovery'>(ways.includes('password') ? 'password' : 'recovery')
  const capsLock = useCapsLock()
  const change = (next: 'password' | 'recovery') => {
    setWay(next)
    onChange(null)
  }
  const canChange = ways.includes('password') && ways.includes('recovery')
  return (
    <div className="stack tight">
      {way === 'password' ? (
        <SecretInput
          label={passwordLabel ?? t('vault.shut.password')}
          autoFocus={autoFocus}
          onChange={(typed) => onChange(typed === '' ? null : { way: 'password', password: typed })}
          capsLock={capsLock}
        />
      ) : (
        <RecoveryCodeInput onChange={(code) => onChange(code === null ? null : { way: 'recovery', code })} />
      )}
      {capsLock.isOn && way === 'password' ? (
        <p className="small" role="status">
          {t('vault.password.capsLock')}
        </p>
      ) : null}
      {canChange ? (
        <button
          type="button"
          className="link-button"
          onClick={() => change(way === 'password' ? 'recovery' : 'password')}
        >
          {t(way === 'password' ? 'vault.shut.useRecovery' : 'vault.shut.usePassword')}
        </button>
      ) : null}
    </div>
  )
}
