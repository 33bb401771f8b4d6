import type { BackupEntry } from '#contract/dto/backups'
import { Button } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useInstantText } from '../../ui/use-instant-text'

const ACTIONS = ['check', 'restore', 'copy', 'remove'] as const

interface BackupTableProps {
  readonly label: string
  readonly backups: readonly BackupEntry[]
  readonly actions: Readonly<Record<(typeof ACTIONS)[number], (backup: BackupEntry) => void>>
}

export function BackupTable({ label, backups, actions }: BackupTableProps) {
  const { t } = useTranslation()
  const instantText = useInstantText()
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="plain small backup-table">
        <thead>
          <tr>
            <th scope="col">{t('backups.list.at')}</th>
            <th scope="col">{t('backups.list.kind')}</th>
            <th scope="col">{t('backups.list.opens')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('backups.list.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const at = instantText(backup.savedAt, 'minute')
            return (
              <tr key={backup.name}>
                <th scope="row">{at}</th>
                <td>{t(`backups.list.${backup.kind}`)}</td>
                <td>{opensWith(t, backup)}</td>
                <td className="r">
                  {ACTIONS.map((action) => (
                    <Button
                      key={action}
                      size="compact-xs"
                      variant="default"
                      aria-label={t(`backups.list.${action}Of`, { at })}
                      onClick={() => actions[action](backup)}
                    >
                      {t(`backups.list.${action}`)}
                    </Button>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What a person needs to have or know to open it; a damaged one says so. */
function opensWith(t: TFunction, { slots, opensNow, verifiedAt }: BackupEntry): string {
  if (slots.length === 0 || (opensNow && verifiedAt === null)) return t('backups.list.damaged')
  return slots
    .map(({ way, isPresent }) => (isPresent ? t(`backups.list.${way}`) : t(`backups.list.${way}Then`)))
    .join(' / ')
}
