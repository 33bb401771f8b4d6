import type { BackupEntry, BackupKind, BackupsState } from '#contract/dto/backups'
import { backupDay, backupsToKeep } from '#domain/vault/backups-to-keep'
import type { CaseStore } from '../document/case-store'
import type { CaseState } from '../document/case-text'
import type { BackupKey, BackupsPort, ClockPort, FoundBackup } from '../ports'
import type { BackupRecord, BackupRecords } from './backup-records'
import { backupText, documentHashOf, isEmptyCase, readBackupText, type Sha256 } from './backup-text'

/** A drill is due again after a year. */
const YEAR = 365 * 86_400_000
/** A backup is pruned only when so many newer ones open. */
const NEWER_WHOLE = 3

export interface KeeperParts {
  readonly files: BackupsPort
  readonly records: BackupRecords
  readonly clock: ClockPort
  readonly sha256: Sha256
}

/** Makes backups, copies them where the person wants them, and lets go of old automatic ones. One caller at a time. */
export class BackupKeeper {
  readonly #parts: KeeperParts
  #copyProblem: 'missing' | 'failed' | null = null

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** Rejects with a coded error unless the backup is on disk and opens. Under the keys of another backup where given. */
  async make(kind: BackupKind, state: CaseState, under?: BackupKey): Promise<string> {
    const { files, records, clock, sha256 } = this.#parts
    const savedAt = clock.instant()
    const documentHash = documentHashOf(state.document, sha256)
    const isRight = (text: string): boolean => this.#holds(text, documentHash)
    const name = await files.write({ savedAt, text: backupText(kind, state) }, isRight, under)
    if (under) return name
    const record = { name, kind, savedAt, documentHash, verifiedAt: savedAt }
    // The backup says all this itself: a record that cannot be written costs nothing.
    await records.change((known) => ({ ...known, backups: [...known.backups, record] })).catch(() => undefined)
    return name
  }

  /** Once a day, when the case is not the one backed up last; then the copy and the pruning that are due. */
  async automatically(store: CaseStore): Promise<void> {
    const { opened, readOnly } = store.get()
    const state = store.state()
    if (readOnly !== null || opened.state !== 'opened' || isEmptyCase(state.document)) return
    const now = this.#parts.clock.instant()
    const known = (await this.#known()).filter(({ found }) => found.opensNow)
    const today = known.some(
      ({ record }) => record.kind === 'automatic' && backupDay(record.savedAt) === backupDay(now),
    )
    if (!today && known[0]?.record.documentHash !== documentHashOf(state.document, this.#parts.sha256)) {
      await this.make('automatic', state)
      await this.#prune()
    }
    await this.copyNewest()
  }

  async state(): Promise<BackupsState> {
    const known = await this.#known()
    const { folder, lastCopy, lastDrill } = await this.#parts.records.read()
    return {
      backups: known.map(({ found, record }): BackupEntry => ({
        name: found.name,
        bytes: found.bytes,
        kind: record.kind,
        savedAt: record.savedAt,
        verifiedAt: record.verifiedAt,
        slots: [...found.slots],
        opensNow: found.opensNow,
      })),
      folder: folder === null ? null : { path: folder, lastCopyAt: lastCopy?.at ?? null, problem: this.#copyProblem },
      lastDrill,
      drillDueAt: lastDrill && lastDrill.at + YEAR,
    }
  }

  /** The newest backup goes to the chosen folder, unless it is there already. A folder that is gone is remembered, no more. */
  async copyNewest(): Promise<void> {
    const { files, records, clock } = this.#parts
    const { folder, lastCopy } = await records.read()
    const newest = (await this.#known()).find(({ found }) => found.opensNow)
    if (folder === null) this.#copyProblem = null
    if (folder === null || !newest) return
    const problem = await files.folderProblem(folder)
    if (problem) {
      this.#copyProblem = problem === 'missing' ? 'missing' : 'failed'
      return
    }
    this.#copyProblem = null
    const { name, documentHash } = newest.record
    if (lastCopy?.name === name) return
    try {
      await files.copy(name, folder, (text) => this.#holds(text, documentHash))
      await records.change((known) => ({ ...known, lastCopy: { name, at: clock.instant() } }))
    } catch {
      this.#copyProblem = 'failed'
    }
  }

  /** Notes whether a backup was found whole. */
  async noteChecked(name: string, isWhole: boolean): Promise<void> {
    const verifiedAt = isWhole ? this.#parts.clock.instant() : null
    await this.#parts.records.change((known) => ({
      ...known,
      backups: known.backups.map((record) => (record.name === name ? { ...record, verifiedAt } : record)),
    }))
  }

  /** Deletes backups of this computer; copies elsewhere stay. */
  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await this.#parts.files.remove(name)
    await this.#parts.records.change((known) => ({
      ...known,
      backups: known.backups.filter(({ name }) => !names.includes(name)),
    }))
  }

  async removeAll(): Promise<void> {
    await this.remove((await this.#parts.files.list()).map(({ name }) => name))
    await this.#parts.records.destroyEarlier()
  }

  /** What lies there, newest first, each with what is known of it; one nobody recorded is asked itself. */
  async #known(): Promise<{ found: FoundBackup; record: BackupRecord }[]> {
    const { files, records } = this.#parts
    const recorded = new Map((await records.read()).backups.map((record) => [record.name, record]))
    const known: { found: FoundBackup; record: BackupRecord }[] = []
    const learned: BackupRecord[] = []
    for (const found of await files.list()) {
      const record = recorded.get(found.name) ?? (await this.#ask(found))
      if (!recorded.has(found.name)) learned.push(record)
      known.push({ found, record })
    }
    if (learned.length > 0 || known.length < recorded.size)
      await records
        .change((before) => ({ ...before, backups: known.map(({ record }) => record) }))
        .catch(() => undefined)
    return known.sort((left, right) => right.record.savedAt - left.record.savedAt)
  }

  async #ask({ name, nameSavedAt, opensNow }: FoundBackup): Promise<BackupRecord> {
    const unknown = { name, kind: 'manual' as const, savedAt: nameSavedAt, documentHash: '', verifiedAt: null }
    if (!opensNow) return unknown
    const content = await this.#read(name)
    return content ? { name, ...content, verifiedAt: this.#parts.clock.instant() } : unknown
  }

  async #read(name: string): Promise<Pick<BackupRecord, 'kind' | 'savedAt' | 'documentHash'> | null> {
    const { files, sha256 } = this.#parts
    const unlocked = await files.unlock({ in: 'vault', name }, 'presentKeys')
    const saved = unlocked.state === 'unlocked' ? await files.open(unlocked.key) : null
    if (!saved) return null
    const read = readBackupText(saved.text, sha256)
    return read.ok ? { kind: read.value.kind, savedAt: saved.savedAt, documentHash: read.value.documentHash } : null
  }

  /** Old automatic backups go, each only when three newer ones open. A failed removal costs space, no more. */
  async #prune(): Promise<void> {
    const known = await this.#known()
    const sound = known.filter(({ record }) => record.kind === 'automatic' && record.verifiedAt !== null)
    const keep = backupsToKeep(sound.map(({ record }) => record))
    const { folder } = await this.#parts.records.read()
    const whole = new Map<string, boolean>()
    for (const { record } of sound) {
      if (keep.has(record.name)) continue
      const newer = known.filter((other) => other.found.opensNow && other.record.savedAt > record.savedAt)
      if (
        !(await this.#enoughWhole(
          newer.map(({ found }) => found.name),
          whole,
        ))
      )
        continue
      try {
        await this.remove([record.name])
        if (folder !== null) await this.#parts.files.removeCopy(record.name, folder)
      } catch {
        return
      }
    }
  }

  /** Whether three of these open, read from the disk now; what was read is remembered in `whole`. */
  async #enoughWhole(names: readonly string[], whole: Map<string, boolean>): Promise<boolean> {
    let count = 0
    for (const name of names) {
      const isWhole = whole.get(name) ?? (await this.#read(name)) !== null
      whole.set(name, isWhole)
      if (isWhole) count += 1
      if (count === NEWER_WHOLE) return true
    }
    return false
  }

  #holds(text: string, documentHash: string): boolean {
    const read = readBackupText(text, this.#parts.sha256)
    return read.ok && read.value.documentHash === documentHash
  }
}
