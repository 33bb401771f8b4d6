import { Button } from '@mantine/core'
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
  const client = useApp((app) => app.client)
  const save = async () => {
    const reply = await client.call('vault.untouched', {})
    if (!reply.ok) {
      reportError(t, reply.error)
      return
    }
    for (const { name, base64 } of reply.value.files) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      downloadBlob(name, new Blob([bytes], { type: 'application/octet-stream' }))
    }
  }
  return (
    <>
      <PageHeader title={t('vault.newer.title')} />
      <Panel title={t('vault.newer.next')} tone="amber">
        <p>{t('vault.newer.text', { found: newer?.found ?? '?', supported: newer?.supported ?? '?' })}</p>
        <div className="row">
          <Button variant="default" leftSection={<Icon name="download" />} onClick={() => void save()}>
            {t('vault.newer.save')}
          </Button>
        </div>
      </Panel>
    </>
  )
}

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
