import { Button, FileButton } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import { FileRow } from './file-row'
import { SendingLine } from './sending-line'
import { useFiles } from './use-files'
import './files.css'

/** Contract, screenshots and recordings of one loan, kept sealed in the vault. */
export function FilesPanel({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation()
  const { attachments, isHere, sending, add, stop } = useFiles(loanId)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (sending === null) void add([...event.dataTransfer.files])
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
      <Panel title={t('files.title')}>
        <p className="small muted">{t('files.text')}</p>
        {attachments.length === 0 ? (
          <p className="muted">{t('files.empty')}</p>
        ) : (
          <div className="table-scroll">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('files.name')}</th>
                  <th scope="col">{t('files.size')}</th>
                  <th scope="col">{t('files.addedAt')}</th>
                  <th scope="col">{t('files.actions')}</th>
                </tr>
              </thead>
              <tbody>
                {attachments.map((attachment) => (
                  <FileRow key={attachment.id} attachment={attachment} isHere={isHere(attachment.id)} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {sending === null ? (
          <div className="row">
            <FileButton multiple onChange={(files) => void add(files)}>
              {(props) => (
                <Button {...props} variant="default" leftSection={<Icon name="plus" />}>
                  {t('files.add')}
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
