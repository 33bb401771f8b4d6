import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import { KeyProblem } from './key-problem'
import { NewPassword } from './new-password'
import { initialKey, PresentKey } from './present-key'
import type { Security } from './security-panel'
import { useKeyChange } from './use-key-change'

interface NewPasswordDialogProps {
  readonly security: Security
  readonly procedure: 'vault.setPassword' | 'vault.renewKeys'
  readonly onClose: () => void
  readonly onDone: (changed: Security) => void
}

/** A new password for the same keys, or for keys made anew because somebody knew the old one. */
export function NewPasswordDialog({ security, procedure, onClose, onDone }: NewPasswordDialogProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const [key, setKey] = useState(initialKey(security))
  const { isBusy, problem, waitSeconds, send } = useKeyChange(onDone)
  const isRenewal = procedure === 'vault.renewKeys'
  const title = isRenewal
    ? 'vault.dialog.renewTitle'
    : security.passwordSince === null
      ? 'vault.dialog.set'
      : 'vault.dialog.change'
  return (
    <Modal opened onClose={onClose} title={t(title)} closeButtonProps={{ 'aria-label': t('common.close') }} size="lg">
      <div className="stack tight">
        {isRenewal ? <p>{t('vault.dialog.renewText')}</p> : null}
        <KeyProblem problem={problem} waitSeconds={waitSeconds} />
        <NewPassword
          label={t(isRenewal ? 'vault.dialog.renewButton' : 'vault.dialog.save')}
          isBusy={isBusy}
          canSend={key !== null && waitSeconds === 0}
          onChosen={(password) => {
            if (key) void send(client.call(procedure, { key, password }))
          }}
        >
          <PresentKey security={security} onChange={setKey} />
        </NewPassword>
      </div>
    </Modal>
  )
}
