import type { BackupPreview } from '#contract/dto/backups'
import { useTranslation } from 'react-i18next'
import { useInstantText } from '../../ui/use-instant-text'

/** What is in a backup, before anything is decided. */
export function PreviewFacts({ preview }: { readonly preview: BackupPreview }) {
  const { t } = useTranslation()
  const instantText = useInstantText()
  return (
    <dl className="backup-facts">
      <dt>{t('backups.restore.savedAt')}</dt>
      <dd>{instantText(preview.savedAt, 'minute')}</dd>
      <dt>{t('backups.restore.holds')}</dt>
      <dd>{t('backups.restore.holdsText', { loans: preview.loans, letters: preview.letters })}</dd>
      {preview.files + preview.missing > 0 ? (
        <>
          <dt>{t('backups.restore.files')}</dt>
          <dd>
            {t('backups.restore.filesText', { count: preview.files })}
            {preview.missing > 0 ? ` ${t('backups.restore.missingText', { count: preview.missing })}` : ''}
          </dd>
        </>
      ) : null}
      <dt>{t('backups.restore.from')}</dt>
      <dd>{t(preview.isThisVault ? 'backups.restore.thisVault' : 'backups.restore.otherVault')}</dd>
    </dl>
  )
}
