import { Button, Checkbox, FileButton } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useAppStore, useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import { SendingLine, useFiles } from '../files'
import { exhibitsOfIntake } from './exhibits-of-intake'

interface IntakePanelProps {
  /** What the new exhibits prove; the room takes files without knowing. */
  readonly contactIds?: readonly string[]
}

/** Takes originals in: each is hashed, kept as it is, and put into the index, several as one when the person says so. */
export function IntakePanel({ contactIds = [] }: IntakePanelProps) {
  const { t } = useTranslation()
  const run = useRun()
  const store = useAppStore()
  const { sending, add, stop } = useFiles(null)
  const [isOver, setOver] = useState(false)
  // Files beside one contact belong together; in the room only when the person says so.
  const [isOne, setOne] = useState(contactIds.length > 0)
  const take = async (files: readonly File[]) => {
    const fileIds = await add(files)
    const { caseCache } = store.getState()
    if (caseCache.status !== 'ready') return
    for (const exhibit of exhibitsOfIntake(caseCache.document, { fileIds, isOne, contactIds }, newId))
      await run('evidence.saveExhibit', { exhibit })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (sending === null) void take([...event.dataTransfer.files])
  }
  return (
    <div
      className={isOver ? 'files over' : 'files'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Panel title={t('evidence.intake.title')}>
        <p>{t('evidence.intake.text')}</p>
        <p className="small muted">
          {t('evidence.intake.keep')}{' '}
          <a className="text-link" href={hrefOf('rights', 'keep-originals')}>
            {t('findings.readRule')}
          </a>{' '}
          {t('evidence.intake.recording')}{' '}
          <a className="text-link" href={hrefOf('rights', 'recordings')}>
            {t('findings.readRule')}
          </a>
        </p>
        <Checkbox
          checked={isOne}
          onChange={(event) => setOne(event.currentTarget.checked)}
          label={t('evidence.intake.asOne')}
        />
        {sending === null ? (
          <div className="row">
            <FileButton multiple onChange={(files) => void take(files)}>
              {(props) => (
                <Button {...props} leftSection={<Icon name="plus" />}>
                  {t('evidence.intake.choose')}
                </Button>
              )}
            </FileButton>
            <span className="small muted">{t('files.drop')}</span>
          </div>
        ) : (
          <SendingLine sending={sending} stop={stop} />
        )}
      </Panel>
    </div>
  )
}
