import type { Key } from '#contract/dto/vault'
import { useTranslation } from 'react-i18next'
import { KeyInput } from './key-input'
import type { Security } from './security-panel'

/** The key a vault without a password is proven by: nothing to type. */
export const initialKey = ({ ways }: Security): Key | null => (ways.includes('device') ? { way: 'device' } : null)

/** Asks for the present key, where there is one to ask for. */
export function PresentKey({
  security,
  onChange,
}: {
  readonly security: Security
  readonly onChange: (key: Key | null) => void
}) {
  const { t } = useTranslation()
  return security.ways.includes('device') ? null : (
    <KeyInput ways={security.ways} onChange={onChange} passwordLabel={t('vault.dialog.present')} autoFocus />
  )
}
