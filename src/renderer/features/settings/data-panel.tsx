import { Button, FileButton } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useSaveCopy } from '../../app/use-save-copy'
import { useInfo, useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'

/** The text of a file, or null when it is no UTF-8: a letter guessed wrong would be kept for good. */
async function readUtf8(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}

export function DataPanel() {
  const { t } = useTranslation()
  const { dataDir } = useInfo()
  const run = useRun()
  const saveCopy = useSaveCopy()
  const resetFile = useRef<() => void>(null)
  const replaceWith = async (file: File) => {
    const text = await readUtf8(file)
    if (text === null) {
      reportError(t, { code: 'not_a_case_file', reason: 'not_json' })
      return
    }
    const reply = await run('case.import', { text })
    if (reply.ok) notifications.show({ message: t('settings.data.imported'), autoClose: 4000 })
  }
  const ask = (file: File | null) => {
    resetFile.current?.()
    if (!file) return
    modals.openConfirmModal({
      title: t('settings.data.importTitle'),
      children: t('settings.data.importText', { name: file.name }),
      labels: { confirm: t('settings.data.importConfirm'), cancel: t('common.cancel') },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void replaceWith(file),
    })
  }
  return (
    <Panel title={t('settings.data.title')}>
      <p>
        {t('settings.data.where')} <code className="path-text">{dataDir}</code>
      </p>
      <p className="small muted">{t('settings.data.exportText')}</p>
      <div className="row">
        <Button variant="default" leftSection={<Icon name="download" />} onClick={() => void saveCopy()}>
          {t('settings.data.export')}
        </Button>
        <FileButton accept=".json,application/json" onChange={ask} resetRef={resetFile}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<Icon name="upload" />}>
              {t('settings.data.import')}
            </Button>
          )}
        </FileButton>
      </div>
    </Panel>
  )
}
