import type { BackupPlace } from '#contract/dto/backups'
import type { Key, Way } from '#contract/dto/vault'
import type { Output } from '#contract/procedures'
import { Button, FileButton, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'
import { KeyInput } from '../vault/key-input'
import { KeyProblem } from '../vault/key-problem'
import { useKeyChange } from '../vault/use-key-change'
import { sendPicked } from './backup-bytes'
import { DoorChoice } from './door-choice'
import './backups.css'

type Found = Output<'backups.found'>['backups']

/** In the file itself stands what opens it; before that is known, both are offered. */
const TYPED: readonly Way[] = ['password', 'recovery']

/** Before a vault that is not there yet, or has lost what says how it is locked: a backup brings it back. */
export function RestoreDoor() {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const instantText = useInstantText()
  const [found, setFound] = useState<Found>([])
  const [fileName, setFileName] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [place, setPlace] = useState<BackupPlace | null>(null)
  const [key, setKey] = useState<Key | null>(null)
  const [look, setLook] = useState<Output<'backups.look'> | null>(null)
  const { isBusy, problem, waitSeconds, send } = useKeyChange<Output<'backups.look'>>(setLook)
  useEffect(() => {
    void client.call('backups.found', {}).then((reply) => {
      if (!reply.ok) return
      setFound(reply.value.backups)
      const [newest] = reply.value.backups
      if (newest) setPlace({ in: 'vault', name: newest.name })
    })
  }, [client])
  const pick = async (file: File | null) => {
    if (!file) return
    setSending(true)
    const error = await sendPicked(client, file)
    setSending(false)
    if (error) {
      reportError(t, error)
      return
    }
    setFileName(file.name)
    setPlace({ in: 'picked' })
  }
  const chosen = place?.in === 'vault' ? found.find(({ name }) => name === place.name) : undefined
  const ways = chosen?.slots.map(({ way }) => way) ?? TYPED
  const byKeyFile = ways.every((way) => way === 'device')
  const given: Key | null = byKeyFile ? { way: 'device' } : key
  if (look && place && given)
    return <DoorChoice look={look} place={place} givenKey={given} onBack={() => setLook(null)} />
  return (
    <Panel title={t('backups.door.choose')}>
      <form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault()
          if (place && given) void send(client.call('backups.look', { place, key: given }))
        }}
      >
        <p>{t(found.length > 0 ? 'backups.door.lostText' : 'backups.door.text')}</p>
        {found.length > 0 ? (
          <NativeSelect
            label={t('backups.door.which')}
            value={place?.in === 'vault' ? place.name : ''}
            onChange={(event) => {
              const { value } = event.currentTarget
              setPlace(value === '' ? { in: 'picked' } : { in: 'vault', name: value })
            }}
            data={[
              ...found.map(({ name, savedAt }) => ({ value: name, label: instantText(savedAt, 'minute') })),
              ...(fileName === null ? [] : [{ value: '', label: fileName }]),
            ]}
          />
        ) : null}
        <div className="row">
          <FileButton accept=".brbackup" onChange={(file) => void pick(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={isSending} leftSection={<Icon name="upload" />}>
                {t('backups.door.pick')}
              </Button>
            )}
          </FileButton>
          {fileName === null ? null : (
            <span className="small muted">{t('backups.door.picked', { name: fileName })}</span>
          )}
        </div>
        {place ? (
          <>
            <KeyProblem problem={problem} waitSeconds={waitSeconds} />
            {byKeyFile ? (
              <p>{t('backups.door.keyFile')}</p>
            ) : (
              <KeyInput ways={ways} onChange={setKey} passwordLabel={t('backups.restore.password')} />
            )}
            <div className="row">
              <Button type="submit" loading={isBusy} disabled={given === null || waitSeconds > 0}>
                {t('backups.restore.look')}
              </Button>
            </div>
          </>
        ) : null}
      </form>
    </Panel>
  )
}
