import type { Output } from '#contract/procedures'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useApp } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { DropPasswordDialog } from './drop-password-dialog'
import { NewPasswordDialog } from './new-password-dialog'
import { RecoverySheetDialog } from './recovery-sheet-dialog'
import { useInstantText } from '../../ui/use-instant-text'

export type Security = Output<'vault.security'>

type Dialog = 'set' | 'renew' | 'drop' | 'code'

/** Settings: the password, the recovery code, and what to do when somebody knew it. */
export function SecurityPanel({ onChanged }: { readonly onChanged?: () => void }) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const instantText = useInstantText()
  const [security, setSecurity] = useState<Security | null>(null)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  useEffect(() => {
    void client.call('vault.security', {}).then((reply) => {
      if (reply.ok) setSecurity(reply.value)
    })
  }, [client])
  if (!security) return null
  const { passwordSince, recoverySince } = security
  const done = (changed: Security, how: Dialog) => {
    setSecurity(changed)
    setDialog(null)
    onChanged?.()
    notifications.show({ message: t(`vault.panel.done.${how}`), autoClose: 8000 })
  }
  const close = () => setDialog(null)
  return (
    <Panel title={t('vault.panel.title')} aside={<a href={hrefOf('security')}>{t('vault.panel.what')}</a>}>
      <p>
        {passwordSince === null
          ? t('vault.panel.none')
          : t('vault.panel.has', { since: instantText(passwordSince, 'day') })}
      </p>
      <p className={recoverySince === null ? '' : 'muted'}>
        {recoverySince === null
          ? t('vault.panel.noCode')
          : t('vault.panel.hasCode', { since: instantText(recoverySince, 'day') })}
      </p>
      <div className="row">
        <Button variant={passwordSince === null ? 'filled' : 'default'} onClick={() => setDialog('set')}>
          {t(passwordSince === null ? 'vault.panel.set' : 'vault.panel.change')}
        </Button>
        <Button variant="default" onClick={() => setDialog('code')}>
          {t(recoverySince === null ? 'vault.panel.code' : 'vault.panel.newCode')}
        </Button>
        {passwordSince === null ? null : (
          <>
            <Button variant="default" onClick={() => setDialog('renew')}>
              {t('vault.panel.renew')}
            </Button>
            <Button variant="subtle" onClick={() => setDialog('drop')}>
              {t('vault.panel.drop')}
            </Button>
          </>
        )}
      </div>
      {dialog === 'set' || dialog === 'renew' ? (
        <NewPasswordDialog
          security={security}
          procedure={dialog === 'set' ? 'vault.setPassword' : 'vault.renewKeys'}
          onClose={close}
          onDone={(changed) => done(changed, dialog)}
        />
      ) : null}
      {dialog === 'drop' ? (
        <DropPasswordDialog security={security} onClose={close} onDone={(changed) => done(changed, 'drop')} />
      ) : null}
      {dialog === 'code' ? (
        <RecoverySheetDialog security={security} onClose={close} onDone={(changed) => done(changed, 'code')} />
      ) : null}
    </Panel>
  )
}
