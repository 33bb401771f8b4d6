import type { ContractError } from '#contract/errors'
import type { VaultStatus } from '#contract/dto/vault'
import type { Input, Output } from '#contract/procedures'
import { err, ok, type Result } from '#domain/result'
import { bytesOf } from '../base64'
import { caseText, readCaseText, type CaseState } from '../document/case-text'
import type { BackupKey, BackupsPort } from '../ports'
import { storageError } from '../storage-error'
import type { VaultService } from '../vault-service'
import type { BackupKeeper } from './backup-keeper'
import { isEmptyCase, previewOf } from './backup-text'
import { BackupUnlock, type UnlockParts } from './backup-unlock'

export interface RestoreDoorParts extends UnlockParts {
  readonly keeper: Pick<BackupKeeper, 'make'>
}

/**
 * What may be done with backups before any key is there: a file may be brought (it is ciphertext), and a vault that has no
 * keys, or lost what says how it is locked, takes over those of a backup.
 */
export class RestoreDoor {
  readonly #files: BackupsPort
  readonly #vault: VaultService
  readonly #keeper: Pick<BackupKeeper, 'make'>
  readonly #unlock: BackupUnlock

  constructor(parts: RestoreDoorParts) {
    this.#files = parts.files
    this.#vault = parts.vault
    this.#keeper = parts.keeper
    this.#unlock = new BackupUnlock(parts)
  }

  handlers() {
    const files = this.#files
    return {
      'backups.begin': () => answered(() => files.begin()),
      'backups.discard': () => answered(() => files.discard()),
      'backups.append': (input: Input<'backups.append'>) => this.#append(input),
      'backups.found': () => this.#found(),
      'backups.look': (input: Input<'backups.look'>) => this.#look(input),
      'backups.takeOver': (input: Input<'backups.takeOver'>) => this.#takeOver(input),
    }
  }

  async #append(input: Input<'backups.append'>): Promise<Result<Output<'backups.append'>, ContractError>> {
    const bytes = bytesOf(input.base64)
    try {
      const isTaken = await this.#files.append(input.offset, bytes)
      return isTaken
        ? ok({ received: input.offset + bytes.length })
        : err({ code: 'backup_refused', reason: 'notABackup' })
    } catch (cause) {
      return err(storageError(cause))
    }
  }

  async #found(): Promise<Result<Output<'backups.found'>, ContractError>> {
    if (!(await this.#vault.isWithoutKeys())) return err({ code: 'vault_exists' })
    const found = await this.#files.list()
    const readable = found.filter(({ slots }) => slots.length > 0)
    return ok({
      backups: readable.map(({ name, nameSavedAt, slots }) => ({ name, savedAt: nameSavedAt, slots: [...slots] })),
    })
  }

  async #look({ place, key }: Input<'backups.look'>): Promise<Result<Output<'backups.look'>, ContractError>> {
    if (!(await this.#vault.isWithoutKeys())) return err({ code: 'vault_exists' })
    const unlocked = await this.#unlock.tryKey(place, key)
    if (!unlocked.ok) return unlocked
    const read = await this.#unlock.read(unlocked.value)
    if (!read.ok) return read
    const onDisk = await this.#onDisk(unlocked.value)
    // That the keys open what lies on the disk is the only proof that it is the same vault.
    const isThisVault = onDisk !== null
    return ok({
      backup: previewOf(read.value.savedAt, read.value.state, isThisVault),
      onDisk: onDisk && previewOf(onDisk.savedAt, onDisk.state, true),
    })
  }

  async #takeOver({ place, key, use }: Input<'backups.takeOver'>): Promise<Result<VaultStatus, ContractError>> {
    const behind: BackupKey[] = []
    return this.#vault.takeOver(
      key,
      async (secret) => {
        const opened = await this.#unlock.keyBehind(place, secret)
        if (opened) behind.push(opened)
        return opened ? 'there' : 'no'
      },
      async () => (behind[0] ? this.#take(behind[0], use) : err({ code: 'backup_refused', reason: 'damaged' })),
    )
  }

  /** The state on the disk is saved as a backup before that of the backup takes its place. */
  async #take(key: BackupKey, use: 'backup' | 'disk'): Promise<Result<null, ContractError>> {
    const read = await this.#unlock.read(key)
    if (!read.ok) return read
    const onDisk = await this.#onDisk(key)
    if (use === 'disk' && !onDisk) return err({ code: 'not_found', id: 'disk' })
    if (use === 'backup' && onDisk && !isEmptyCase(onDisk.state.document))
      await this.#keeper.make('beforeRestore', onDisk.state, key)
    await this.#files.takeOver(key, caseText(use === 'disk' && onDisk ? onDisk.state : read.value.state))
    return ok(null)
  }

  async #onDisk(key: BackupKey): Promise<{ savedAt: number; state: CaseState } | null> {
    const saved = await this.#files.caseOnDisk(key)
    if (!saved) return null
    const state = readCaseText(saved.text)
    return state.ok ? { savedAt: saved.savedAt, state: state.value } : null
  }
}

async function answered(work: () => Promise<void>): Promise<Result<Record<string, never>, ContractError>> {
  try {
    await work()
    return ok({})
  } catch (cause) {
    return err(storageError(cause))
  }
}
