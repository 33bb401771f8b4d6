import { createHash } from 'node:crypto'
import { BackupFiles, type BackupFilesParts } from '#adapters/node/backup/backup-files'
import { ATTACHMENTS } from '#adapters/node/backup/attachments'
import { sealedText } from '#adapters/node/vault/sealed-text'
import { BackupKeeper } from '#services/backup/backup-keeper'
import { BackupRecords } from '#services/backup/backup-records'
import { BackupService, type BackupServiceParts } from '#services/backup/backup-service'
import { RestoreDoor } from '#services/backup/restore-door'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

type BackupSurroundings = Omit<BackupFilesParts, 'savedFiles'> & Pick<BackupServiceParts, 'clock' | 'later' | 'store'>

/** Backups on a disk: what the vault needs of them before it opens, and the services once there is one. */
export function composeBackups({ clock, later, store, ...disk }: BackupSurroundings) {
  const files = new BackupFiles({ ...disk, savedFiles: ATTACHMENTS })
  const records = new BackupRecords(sealedText(disk, 'backup-settings'))
  return {
    /** Removes what a page sent to an earlier start; it is ciphertext, so a disk that refuses keeps nobody out. */
    begin: () => files.discard().catch(() => undefined),
    services(vault: BackupServiceParts['vault']) {
      const keeper = new BackupKeeper({ files, records, clock, sha256 })
      const service = new BackupService({ files, records, keeper, clock, sha256, vault, store, later })
      return { service, door: new RestoreDoor({ files, keeper, vault, sha256 }) }
    },
  }
}
