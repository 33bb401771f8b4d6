import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#domain/attachment/attachment'
import { shownName } from '#domain/attachment/file-name'
import { shownAs } from '#domain/attachment/media-type'
import type { Exhibit } from '#domain/evidence/exhibit'
import { notIndexed } from '#domain/evidence/index-of-evidence'
import { useApp, useDocument, useRun } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { Shown, sizeText, useFile, useFiles } from '../files'
import { FileFacts } from './file-facts'
import { MoreRows, PAGE_ROWS } from './more-rows'
import { RemoveFileDialog } from './remove-file-dialog'

/** The files of an exhibit, seen and heard here: a viewer of our own, so that no other program gets them. */
export function ExhibitFiles({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation()
  const { attachments, exhibits } = useDocument()
  const run = useRun()
  const { isHere } = useFiles(null)
  const files = exhibit.attachmentIds.flatMap((id) => attachments.find((file) => file.id === id) ?? [])
  const [shown, setShown] = useState(PAGE_ROWS)
  const [removing, setRemoving] = useState<Attachment | null>(null)
  const loose = notIndexed(attachments, exhibits)
  const holdOnly = (attachmentIds: readonly string[]) =>
    void run('evidence.saveExhibit', { exhibit: { ...exhibit, attachmentIds } })
  return (
    <Panel title={exhibit.title === '' ? t('evidence.index.untitled') : shownName(exhibit.title)}>
      {files.length === 0 ? <p className="muted">{t('evidence.page.noFiles')}</p> : null}
      {files.map((file) => (
        <ExhibitFile
          key={file.id}
          file={file}
          isHere={isHere(file.id)}
          onTakeOut={
            files.length > 1 ? () => holdOnly(exhibit.attachmentIds.filter((id) => id !== file.id)) : undefined
          }
          onRemove={() => setRemoving(file)}
        />
      ))}
      <RemoveFileDialog file={removing} onClose={() => setRemoving(null)} />
      {loose.slice(0, shown).map((file) => (
        <div key={file.id} className="row between">
          <span className="muted">{shownName(file.name)}</span>
          <Button
            size="xs"
            variant="default"
            aria-label={t('evidence.page.putInOf', { name: shownName(file.name) })}
            onClick={() => holdOnly([...exhibit.attachmentIds, file.id])}
          >
            {t('evidence.page.putIn')}
          </Button>
        </div>
      ))}
      <MoreRows shown={shown} count={loose.length} onMore={setShown} />
    </Panel>
  )
}

interface ExhibitFileProps {
  readonly file: Attachment
  readonly isHere: boolean | null
  /** Out of this item, back among the files that are in none; the only file of an item stays. */
  readonly onTakeOut: (() => void) | undefined
  readonly onRemove: () => void
}

function ExhibitFile({ file, isHere, onTakeOut, onRemove }: ExhibitFileProps) {
  const { t } = useTranslation()
  const { granted, save } = useFile(file)
  const client = useApp((state) => state.client)
  const [address, setAddress] = useState<string | null>(null)
  const kind = shownAs(file.mediaType)
  const name = shownName(file.name)
  useEffect(() => {
    if (kind !== 'image' || isHere !== true) return undefined
    let isCurrent = true
    void client.call('files.grant', { attachmentId: file.id }).then((reply) => {
      if (isCurrent && reply.ok) setAddress(`/media/${reply.value.token}`)
    })
    return () => {
      isCurrent = false
    }
  }, [client, file.id, kind, isHere])
  return (
    <div className="exhibit-file">
      <div className="row between">
        <span>
          {name} <span className="muted num">{sizeText(file.sizeBytes)}</span>
        </span>
        <span className="row tight">
          {kind !== null && address === null && isHere === true ? (
            <Button
              size="xs"
              onClick={() => void granted().then(setAddress)}
              aria-label={t('evidence.page.playOf', { name })}
            >
              {t(kind === 'image' ? 'evidence.page.look' : 'evidence.page.play')}
            </Button>
          ) : null}
          {isHere === true ? (
            <Button
              size="xs"
              variant="default"
              onClick={() => void save()}
              aria-label={t('evidence.page.saveOf', { name })}
            >
              {t('evidence.page.save')}
            </Button>
          ) : null}
          {onTakeOut ? (
            <Button size="xs" variant="subtle" onClick={onTakeOut} aria-label={t('evidence.page.takeOutOf', { name })}>
              {t('evidence.page.takeOut')}
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={onRemove}
            aria-label={t('evidence.removal.of', { name })}
          >
            {t('evidence.removal.ask')}
          </Button>
          {isHere === false ? <span className="pill a">{t('files.notHere')}</span> : null}
        </span>
      </div>
      {kind === null ? <p className="small muted">{t('evidence.page.notShown')}</p> : null}
      {address !== null && kind !== null ? <Shown kind={kind} address={address} name={name} /> : null}
      <FileFacts file={file} />
    </div>
  )
}
