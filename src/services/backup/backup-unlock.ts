import type { BackupPlace } from '#contract/dto/backups'
import type { Key } from '#contract/dto/vault'
import type { ContractError } from '#contract/errors'
import { err, ok, type Result } from '#domain/result'
import type { BackupKey, BackupsPort, UnlockedBackup, VaultSecret } from '../ports'
import { storageError } from '../storage-error'
import type { VaultService } from '../vault-service'
import { readBackupText, type BackupContent, type Sha256 } from './backup-text'

export interface UnlockParts {
  readonly files: BackupsPort
  readonly vault: VaultService
  readonly sha256: Sha256
}

/** Opens backups: by the keys of the open vault where they fit, else by what the person gives, counted like any try. */
export class BackupUnlock {
  readonly #parts: UnlockParts

  constructor(parts: UnlockParts) {
    this.#parts = parts
  }

  async openKey(place: BackupPlace, key: Key | null): Promise<Result<BackupKey, ContractError>> {
    const found = await this.#unlock(place, 'presentKeys')
    if (!found.ok) return found
    if (found.value.state === 'unlocked') return ok(found.value.key)
    if (found.value.state === 'refused') return err({ code: 'backup_refused', reason: found.value.reason })
    return key === null ? err({ code: 'backup_locked', ways: [...found.value.ways] }) : this.tryKey(place, key)
  }

  /** Only by what the person gives, whatever keys are in memory. */
  async tryKey(place: BackupPlace, key: Key): Promise<Result<BackupKey, ContractError>> {
    const found = await this.#unlock(place, 'presentKeys')
    if (!found.ok) return found
    if (found.value.state === 'refused') return err({ code: 'backup_refused', reason: found.value.reason })
    const behind: BackupKey[] = []
    const wrong = await this.#parts.vault.prove(key, async (secret) => {
      const opened = await this.keyBehind(place, secret)
      if (!opened) return 'no'
      behind.push(opened)
      return opened.isVaultsOwn ? 'vault' : 'there'
    })
    const [opened] = behind
    return opened ? ok(opened) : err(wrong ?? { code: 'backup_refused', reason: 'damaged' })
  }

  async keyBehind(place: BackupPlace, secret: VaultSecret): Promise<BackupKey | null> {
    const unlocked = await this.#parts.files.unlock(place, secret)
    return unlocked.state === 'unlocked' ? unlocked.key : null
  }

  /** What a backup holds, once every byte of it was found right. */
  async read(key: BackupKey): Promise<Result<BackupContent & { savedAt: number }, ContractError>> {
    const saved = await this.#parts.files.open(key)
    if (!saved) return err({ code: 'backup_refused', reason: 'damaged' })
    const content = readBackupText(saved.text, this.#parts.sha256)
    return content.ok ? ok({ ...content.value, savedAt: saved.savedAt }) : content
  }

  async #unlock(place: BackupPlace, by: 'presentKeys'): Promise<Result<UnlockedBackup, ContractError>> {
    try {
      return ok(await this.#parts.files.unlock(place, by))
    } catch (cause) {
      const isGone = (cause as { code?: unknown }).code === 'ENOENT'
      return err(isGone ? { code: 'not_found', id: place.in } : storageError(cause))
    }
  }
}
