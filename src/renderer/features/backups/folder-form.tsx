import type { BackupsState } from '#contract/dto/backups'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp, useInfo } from '../../state/app-context'
import { Disclosure } from '../../ui/disclosure'
import { useInstantText } from '../../ui/use-instant-text'
import type { Accept } from './accept'

interface FolderFormProps {
  readonly folder: BackupsState['folder']
  readonly isBusy: boolean
  readonly accept: Accept
}

/** Where each backup is copied, on another disk; a folder that is gone is said calmly, with the date of the last copy. */
export function FolderForm({ folder, isBusy, accept }: FolderFormProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const instantText = useInstantText()
  const { capabilities } = useInfo()
  const [path, setPath] = useState('')
  const use = async () => {
    if (await accept(client.call('backups.setFolder', { path: path.trim() }))) setPath('')
  }
  const pick = async () => {
    const reply = await client.call('backups.pickFolder', {})
    if (reply.ok && reply.value.path !== null) setPath(reply.value.path)
  }
  if (folder) {
    const { lastCopyAt, problem } = folder
    const at = lastCopyAt === null ? t('backups.folder.never') : instantText(lastCopyAt, 'minute')
    return (
      <div className="backup-folder stack tight">
        <p>
          {t('backups.folder.title')}: <code className="path-text">{folder.path}</code>
        </p>
        <p className={problem === null ? 'small muted' : 'small'} role={problem === null ? undefined : 'status'}>
          {problem !== null
            ? t(`backups.folder.${problem}`, { at })
            : lastCopyAt === null
              ? t('backups.folder.waiting')
              : t('backups.folder.ok', { at })}
        </p>
        <div className="row">
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={isBusy}
            onClick={() => void accept(client.call('backups.setFolder', { path: null }))}
          >
            {t('backups.folder.stop')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <Disclosure summary={t('backups.folder.title')}>
      <p>{t('backups.folder.explain')}</p>
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault()
          void use()
        }}
      >
        <TextInput
          className="backup-path"
          label={t('backups.folder.label')}
          description={t('backups.folder.hint')}
          autoComplete="off"
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        {capabilities.pickFolder ? (
          <Button variant="default" disabled={isBusy} onClick={() => void pick()}>
            {t('backups.folder.pick')}
          </Button>
        ) : null}
        <Button type="submit" variant="default" disabled={path.trim() === '' || isBusy}>
          {t('backups.folder.use')}
        </Button>
      </form>
    </Disclosure>
  )
}
