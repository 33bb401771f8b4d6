import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#domain/attachment/attachment'
import { shownName } from '#domain/attachment/file-name'
import { notIndexed } from '#domain/evidence/index-of-evidence'
import { useDocument, useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import { sizeText } from '../files'
import { newExhibit } from './exhibits-of-intake'
import { MoreRows, PAGE_ROWS } from './more-rows'
import { RemoveFileDialog } from './remove-file-dialog'

/** Files of the case that are in no exhibit yet. */
export function LoosePanel() {
  const { t } = useTranslation()
  const run = useRun()
  const { attachments, exhibits } = useDocument()
  const [shown, setShown] = useState(PAGE_ROWS)
  const [removing, setRemoving] = useState<Attachment | null>(null)
  const loose = notIndexed(attachments, exhibits)
  return (
    <>
      {loose.length === 0 ? null : (
        <Panel title={t('evidence.loose.title')} tone="amber">
          <ul className="plain-list">
            {loose.slice(0, shown).map((file) => (
              <li key={file.id} className="row between">
                <span>
                  {shownName(file.name)} <span className="muted num">{sizeText(file.sizeBytes)}</span>
                </span>
                <span className="row tight">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('evidence.loose.addOf', { name: shownName(file.name) })}
                    onClick={() => void run('evidence.saveExhibit', { exhibit: newExhibit(newId(), [file]) })}
                  >
                    {t('evidence.loose.add')}
                  </Button>
                  <Button
                    size="xs"
                    variant="subtle"
                    color="gray"
                    aria-label={t('evidence.removal.of', { name: shownName(file.name) })}
                    onClick={() => setRemoving(file)}
                  >
                    {t('evidence.removal.ask')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
          <MoreRows shown={shown} count={loose.length} onMore={setShown} />
        </Panel>
      )}
      <RemoveFileDialog file={removing} onClose={() => setRemoving(null)} />
    </>
  )
}
