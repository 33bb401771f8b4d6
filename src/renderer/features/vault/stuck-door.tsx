import type { Output } from '#contract/procedures'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { downloadBlob } from '../../ui/download-text'
import { Icon } from '../../ui/icon'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { RestoreDoor } from '../backups'

/** The vault cannot be opened here at all: what is safe, what is missing, what to do. */
export function StuckDoor({ state }: { readonly state: 'newer' | 'headerLost' }) {
  return state === 'newer' ? <NewerDoor /> : <HeaderLostDoor />
}

function NewerDoor() {
  const { t } = useTranslation()
  const newer = useApp((app) => app.vault?.newer)
  const dataDir = useApp((app) => app.info?.dataDir ?? '')
  const files = useUntouchedFiles()
  return (
    <>
      <PageHeader title={t('vault.newer.title')} />
      <Panel title={t('vault.newer.next')} tone="amber">
        <p>{t('vault.newer.text', { found: newer?.found ?? '?', supported: newer?.supported ?? '?' })}</p>
        <p>{t('vault.newer.copy')}</p>
        <code className="path-text">{dataDir}</code>
        <div className="row">
          {files.map(({ name, base64 }) => (
            <Button
              key={name}
              variant="default"
              leftSection={<Icon name="download" />}
              onClick={() => downloadBlob(name, blobOf(base64))}
            >
              {t('vault.newer.save', { name })}
            </Button>
          ))}
        </div>
      </Panel>
    </>
  )
}

/** What a newer program needs, byte for byte. One press saves one file: browsers ask before a second one. */
function useUntouchedFiles(): Output<'vault.untouched'>['files'] {
  const { t } = useTranslation()
  const client = useApp((app) => app.client)
  const [files, setFiles] = useState<Output<'vault.untouched'>['files']>([])
  useEffect(() => {
    void client.call('vault.untouched', {}).then((reply) => {
      if (reply.ok) setFiles(reply.value.files)
      else reportError(t, reply.error)
    })
  }, [client, t])
  return files
}

const blobOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], {
    type: 'application/octet-stream',
  })

function HeaderLostDoor() {
  const { t } = useTranslation()
  const dataDir = useApp((app) => app.info?.dataDir ?? '')
  return (
    <>
      <PageHeader title={t('vault.headerLost.title')} />
      <ul className="facts-list">
        <li>{t('vault.headerLost.safe')}</li>
        <li>{t('vault.headerLost.missing')}</li>
        <li>{t('vault.headerLost.next')}</li>
      </ul>
      <code className="path-text">{dataDir}</code>
      <RestoreDoor />
    </>
  )
}
