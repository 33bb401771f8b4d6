import type { BackupKind, BackupPlace, BackupPreview, BackupsState } from '#contract/dto/backups'
import type { ContractError } from '#contract/errors'
import type { CommandOutput, Input, Output } from '#contract/procedures'
import { err, ok, type Result } from '#domain/result'
import { base64 } from '../base64'
import type { CaseStore } from '../document/case-store'
import type { BackupKey, ClockPort } from '../ports'
import { storageError } from '../storage-error'
import type { BackupKeeper } from './backup-keeper'
import type { BackupRecords } from './backup-records'
import { isEmptyCase, previewOf } from './backup-text'
import { BackupUnlock, type UnlockParts } from './backup-unlock'

const PART_BYTES = 256 * 1024

export interface BackupServiceParts extends UnlockParts {
  readonly keeper: BackupKeeper
  readonly records: BackupRecords
  readonly clock: ClockPort
  /** The case; asked only once the vault is open. */
  readonly store: () => CaseStore
  /** Runs later, when nobody waits for an answer. */
  readonly later: (work: () => void) => void
}

/**
 * Backups of an open vault. Work on them is done in turn. A turn here may wait for the case but never for the vault's own
 * turn: that one waits for this (`saveAgain`), so keys are proven before a turn is taken.
 */
export class BackupService {
  readonly #parts: BackupServiceParts
  readonly #keeper: BackupKeeper
  readonly #unlock: BackupUnlock
  #queue: Promise<unknown> = Promise.resolve()
  #isComing = false

  constructor(parts: BackupServiceParts) {
    this.#parts = parts
    this.#keeper = parts.keeper
    this.#unlock = new BackupUnlock(parts)
  }

  /** The case was saved or opened: a backup may be due. Never part of an answer; a disk that refuses is tried next time. */
  readonly caseIsThere = (): void => {
    if (this.#isComing) return
    this.#isComing = true
    this.#parts.later(() => {
      this.#isComing = false
      void this.#inTurn(() => this.#keeper.automatically(this.#parts.store())).catch(() => undefined)
    })
  }

  saveAgain(): Promise<void> {
    return this.#inTurn(() => this.#parts.records.saveAgain())
  }

  destroyEarlier(): Promise<void> {
    return this.#inTurn(() => this.#parts.records.destroyEarlier())
  }

  /** With the case its backups go as well, unless the case could not be read: then they are what is left of it. */
  async wipe(expectedRevision: number): Promise<Result<CommandOutput, ContractError>> {
    const wasReadable = this.#parts.store().get().readOnly === null
    const wiped = await this.#parts.store().wipe(expectedRevision)
    if (!wiped.ok || !wasReadable) return wiped
    return this.#onDisk(async () => {
      await this.#keeper.removeAll()
      return wiped
    })
  }

  handlers() {
    const { files, records } = this.#parts
    return {
      'backups.state': () => this.#onDisk(() => this.#state()),
      'backups.make': () => this.#onDisk(() => this.#make()),
      'backups.remove': ({ names }: Input<'backups.remove'>) =>
        this.#onDisk(async () => {
          await this.#keeper.remove(names)
          return this.#state()
        }),
      'backups.readPart': ({ name, offset }: Input<'backups.readPart'>) =>
        this.#onDisk(async () => {
          const { bytes, total } = await files.readPart(name, offset, PART_BYTES)
          return ok({ base64: base64(bytes), total })
        }),
      'backups.setFolder': ({ path }: Input<'backups.setFolder'>) =>
        this.#onDisk(async () => {
          const problem = path === null ? null : await files.folderProblem(path)
          if (problem) return err<ContractError>({ code: 'backup_folder', problem })
          await records.change((known) => ({ ...known, folder: path, lastCopy: null }))
          await this.#keeper.copyNewest()
          return this.#state()
        }),
      'backups.preview': (input: Input<'backups.preview'>) => this.#preview(input),
      'backups.restore': (input: Input<'backups.restore'>) => this.#restore(input),
      'backups.drill': (input: Input<'backups.drill'>) => this.#drill(input.key),
    }
  }

  async #state(): Promise<Result<BackupsState, ContractError>> {
    return ok(await this.#keeper.state())
  }

  async #make(): Promise<Result<BackupsState, ContractError>> {
    const refused = await this.#save('manual')
    if (refused) return err(refused)
    await this.#keeper.copyNewest()
    return this.#state()
  }

  /** A backup of the present state; what could not be read or was written by a newer program is none. */
  async #save(kind: BackupKind): Promise<ContractError | null> {
    const { readOnly } = this.#parts.store().get()
    if (readOnly === 'unreadable' || readOnly === 'newer_version') return { code: 'read_only', reason: readOnly }
    const state = this.#parts.store().state()
    if (isEmptyCase(state.document)) return { code: 'nothing_to_back_up' }
    await this.#keeper.make(kind, state)
    return null
  }

  async #preview({ place, key }: Input<'backups.preview'>): Promise<Result<BackupPreview, ContractError>> {
    const unlocked = await this.#unlock.openKey(place, key)
    if (!unlocked.ok) return this.#noting(place, unlocked)
    return this.#onDisk(async () => {
      const read = await this.#unlock.read(unlocked.value)
      if (place.in === 'vault') await this.#keeper.noteChecked(place.name, read.ok)
      return read.ok ? ok(previewOf(read.value.savedAt, read.value.state, unlocked.value.isThisVault)) : read
    })
  }

  /** A damaged backup is remembered as one. */
  async #noting(place: BackupPlace, refused: { ok: false; error: ContractError }) {
    if (place.in === 'vault' && refused.error.code === 'backup_refused')
      await this.#inTurn(() => this.#keeper.noteChecked(place.name, false)).catch(() => undefined)
    return refused
  }

  async #restore({
    expectedRevision,
    place,
    key,
  }: Input<'backups.restore'>): Promise<Result<CommandOutput, ContractError>> {
    const unlocked = await this.#unlock.openKey(place, key)
    if (!unlocked.ok) return unlocked
    return this.#onDisk(async () => {
      const read = await this.#unlock.read(unlocked.value)
      if (!read.ok) return read
      const { document, readOnly } = this.#parts.store().get()
      if (readOnly === 'write_failed') return err<ContractError>({ code: 'read_only', reason: readOnly })
      if (document.revision !== expectedRevision)
        return err<ContractError>({ code: 'conflict', revision: document.revision })
      const refused = readOnly === 'unreadable' ? null : await this.#save('beforeRestore')
      if (refused && refused.code !== 'nothing_to_back_up') return err(refused)
      return this.#parts.store().restore(expectedRevision, read.value.state)
    })
  }

  async #drill(key: Input<'backups.drill'>['key']): Promise<Result<Output<'backups.drill'>, ContractError>> {
    const listed = await this.#onDisk(() => this.#state())
    if (!listed.ok) return listed
    const newest = listed.value.backups.find(({ slots }) => slots.some(({ way }) => way === key.way))
    if (!newest) return err({ code: 'not_found', id: key.way })
    const unlocked = await this.#unlock.tryKey({ in: 'vault', name: newest.name }, key)
    if (!unlocked.ok) return this.#noting({ in: 'vault', name: newest.name }, unlocked)
    return this.#onDisk(() => this.#rehearse(newest.name, key.way, unlocked.value))
  }

  async #rehearse(
    name: string,
    way: 'password' | 'recovery',
    key: BackupKey,
  ): Promise<Result<Output<'backups.drill'>, ContractError>> {
    const { records, clock } = this.#parts
    const read = await this.#unlock.read(key)
    await this.#keeper.noteChecked(name, read.ok)
    if (!read.ok) return read
    const recorded = (await records.read()).backups.find((record) => record.name === name)?.documentHash ?? ''
    // A backup made elsewhere or before its record was lost has only itself to be compared with.
    const isSame = recorded === '' || recorded === read.value.documentHash
    const drill = { at: clock.instant(), name, way, isSame }
    await records.change((known) => ({ ...known, lastDrill: drill }))
    return ok({ drill, state: await this.#keeper.state() })
  }

  /** In turn; what the disk refuses becomes an answer. */
  #onDisk<T>(work: () => Promise<Result<T, ContractError>>): Promise<Result<T, ContractError>> {
    return this.#inTurn(async () => {
      try {
        return await work()
      } catch (cause) {
        return err(storageError(cause))
      }
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}
