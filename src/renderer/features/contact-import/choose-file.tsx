import { Button, FileButton, Textarea } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../ui/disclosure'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import type { ContactReading } from './use-contact-reading'

interface ChooseFileProps {
  readonly reading: ContactReading
  readonly refusal: string | null
}

/** Which files can be read, where they come from, and what they will not hold. */
export function ChooseFile({ reading, refusal }: ChooseFileProps) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) reading.read(file)
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
      <Panel title={t('contactImport.title')}>
        {refusal === null ? null : (
          <p role="alert" className="card amber">
            {refusal}
          </p>
        )}
        <p>{t('contactImport.text')}</p>
        <ul className="import-kinds">
          {(['phone', 'carrier', 'wechat', 'chat'] as const).map((kind) => (
            <li key={kind}>{t(`contactImport.kinds.${kind}`)}</li>
          ))}
        </ul>
        <p className="small muted">{t('contactImport.limits')}</p>
        <div className="row">
          <FileButton
            accept=".xml,.csv,.xls,.xlsx,.json,.txt"
            onChange={(file) => {
              if (file) reading.read(file)
            }}
          >
            {(props) => (
              <Button {...props} leftSection={<Icon name="upload" />}>
                {t('contactImport.choose')}
              </Button>
            )}
          </FileButton>
          <span className="small muted">{t('files.drop')}</span>
        </div>
        <Disclosure summary={t('contactImport.paste')}>
          <Textarea
            label={t('contactImport.pasteLabel')}
            autosize
            minRows={4}
            maxRows={14}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <div>
            <Button variant="default" disabled={pasted.trim() === ''} onClick={() => reading.read(pasted)}>
              {t('contactImport.readPasted')}
            </Button>
          </div>
        </Disclosure>
      </Panel>
    </div>
  )
}
