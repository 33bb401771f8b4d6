import type { Protection } from '#contract/dto/vault'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { Disclosure } from '../../ui/disclosure'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { RestoreDoor } from '../backups'
import { NewPassword } from './new-password'

/** The first choice: a password now, or none after plain words about what that means. */
export function FreshDoor({ isPlain }: { readonly isPlain: boolean }) {
  const { t } = useTranslation()
  const createVault = useApp((state) => state.createVault)
  const [busy, setBusy] = useState<Protection['kind'] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const create = async (protection: Protection) => {
    setBusy(protection.kind)
    const reply = await createVault(protection)
    setBusy(null)
    if (reply.ok) return
    const { what, next } = errorText(t, reply.error)
    setProblem(`${what} ${next}`)
  }
  return (
    <>
      <PageHeader
        title={t(isPlain ? 'vault.fresh.plainTitle' : 'vault.fresh.title')}
        sub={t(isPlain ? 'vault.fresh.plainSub' : 'vault.fresh.sub')}
      />
      {problem === null ? null : (
        <p className="door-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="grid two">
        <Panel title={t('vault.fresh.without.title')} tone="calm">
          <p>{t('vault.fresh.without.text')}</p>
          <div className="row">
            <Button loading={busy === 'none'} onClick={() => void create({ kind: 'none' })}>
              {t('vault.fresh.without.button')}
            </Button>
          </div>
        </Panel>
        <Panel title={t('vault.fresh.with.title')}>
          <p>{t('vault.fresh.with.text')}</p>
          <NewPassword
            label={t('vault.fresh.with.button')}
            isBusy={busy === 'password'}
            onChosen={(password) => void create({ kind: 'password', password })}
          />
        </Panel>
      </div>
      {isPlain ? null : (
        <Disclosure summary={t('backups.door.title')}>
          <RestoreDoor />
        </Disclosure>
      )}
    </>
  )
}
