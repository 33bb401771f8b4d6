import type { Key } from '#contract/dto/vault'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { PageHeader } from '../../ui/page-header'
import { KeyInput } from './key-input'
import { useWait } from './use-wait'

/** The vault is shut: the password or the recovery code opens it, or one press where there is no password. */
export function ShutDoor() {
  const { t } = useTranslation()
  const vault = useApp((state) => state.vault)
  const openVault = useApp((state) => state.openVault)
  const [key, setKey] = useState<Key | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [waitSeconds, waitFor] = useWait(vault?.waitMs ?? 0)
  if (!vault) return null
  const needsNoKey = vault.ways.includes('device')
  const open = async (chosen: Key) => {
    setBusy(true)
    setProblem(null)
    const reply = await openVault(chosen)
    setBusy(false)
    if (reply.ok) return
    const { error } = reply
    if (error.code === 'wrong_key' || error.code === 'too_soon') waitFor(error.waitMs)
    const { what, next } = errorText(t, error)
    setProblem(`${what} ${next}`)
  }
  return (
    <form
      className="stack door-narrow"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen: Key | null = needsNoKey ? { way: 'device' } : key
        if (chosen && waitSeconds === 0 && !isBusy) void open(chosen)
      }}
    >
      <PageHeader title={t('vault.shut.title')} sub={t(`vault.shut.because.${vault.shutReason ?? 'start'}`)} />
      {needsNoKey ? <p>{t('vault.shut.noPassword')}</p> : <KeyInput ways={vault.ways} onChange={setKey} autoFocus />}
      {problem === null ? null : (
        <p className="door-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button
          type="submit"
          autoFocus={needsNoKey}
          loading={isBusy}
          disabled={waitSeconds > 0 || (!needsNoKey && key === null)}
        >
          {t(needsNoKey ? 'vault.shut.continue' : 'vault.shut.open')}
        </Button>
        {waitSeconds > 0 ? (
          <span className="small muted" role="timer">
            {t('vault.shut.wait', { seconds: waitSeconds })}
          </span>
        ) : null}
      </div>
    </form>
  )
}
