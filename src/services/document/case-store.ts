import type { ContractError } from '#contract/errors'
import type { CommandOutput, Opened, Output } from '#contract/procedures'
import { SCHEMA_VERSION, type CaseDocument } from '#domain/case-document'
import { err, ok, type Result } from '#domain/result'
import type { GenerationsPort } from '../ports'
import { storageError } from '../storage-error'
import { caseText, readCaseText, type CaseState } from './case-text'
import { applyChanges, changesBetween, inverse } from './changes'
import { emptyDocument } from './empty-document'
import { after, EMPTY_HISTORY, type History, type Remembering } from './history'
import { NO_FILES, type StoredFiles } from './stored-files'

export type Change = (document: CaseDocument) => Result<CaseDocument, ContractError>

/** What the program itself adds to every change, undo and redo; it stands in no step of the history. */
export type Following = (before: CaseDocument, next: CaseDocument) => CaseDocument

type ReadOnlyReason = NonNullable<Output<'case.get'>['readOnly']>

/**
 * The document and its history in memory, with the disk behind it. One command at a time; an acknowledged one is on disk.
 * After a failed write nothing more is written: memory is kept so that it can be exported.
 */
export class CaseStore {
  readonly #disk: GenerationsPort
  #document: CaseDocument = emptyDocument(0)
  #history: History = EMPTY_HISTORY
  #files: StoredFiles = NO_FILES
  #opened: Opened = { state: 'fresh' }
  #readOnly: ReadOnlyReason | null = null
  #isRolledBack = false
  #queue: Promise<unknown> = Promise.resolve()
  readonly #onSaved: () => void
  readonly #following: Following

  private constructor(disk: GenerationsPort, onSaved: () => void, following: Following) {
    this.#disk = disk
    this.#onSaved = onSaved
    this.#following = following
  }

  /** Opens what is on disk; a generation that is whole but not ours goes to quarantine and the one before it is tried. */
  static async open(
    disk: GenerationsPort,
    isSettled = false,
    onSaved: () => void = () => undefined,
    following: Following = (_before, next) => next,
  ): Promise<CaseStore> {
    const store = new CaseStore(disk, onSaved, following)
    await store.#open(0)
    // Once a first generation was saved, an empty folder is a loss and not a beginning.
    if (isSettled && store.#opened.state === 'fresh') store.#refuse('unreadable', { state: 'unreadable', damaged: 0 })
    return store
  }

  async #open(setAside: number, setAsideSavedAt = 0): Promise<void> {
    const content = await this.#disk.open()
    switch (content.state) {
      case 'fresh':
        if (setAside > 0) this.#refuse('unreadable', { state: 'unreadable', damaged: setAside })
        return
      case 'unreadable': {
        this.#refuse('unreadable', { state: 'unreadable', damaged: content.damaged + setAside })
        return
      }
      case 'newer': {
        this.#refuse('newer_version', content)
        return
      }
      case 'keysRolledBack': {
        this.#isRolledBack = true
        return
      }
      case 'opened':
      case 'recovered': {
        const read = readCaseText(content.text)
        if (!read.ok && read.error.code === 'newer_version') {
          this.#refuse('newer_version', { state: 'newer', found: read.error.found, supported: SCHEMA_VERSION })
          return
        }
        if (!read.ok) {
          await this.#disk.quarantine(content.generation)
          return this.#open(setAside + 1, Math.max(setAsideSavedAt, content.savedAt))
        }
        const { generation, savedAt } = content
        const damaged = setAside + (content.state === 'recovered' ? content.damaged : 0)
        const damagedSavedAt = content.state === 'recovered' ? content.damagedSavedAt : 0
        this.#document = read.value.document
        this.#history = read.value.history
        this.#files = read.value.files
        this.#opened =
          damaged > 0
            ? {
                state: 'recovered',
                generation,
                damaged,
                savedAt,
                damagedSavedAt: Math.max(damagedSavedAt, setAsideSavedAt),
              }
            : { state: 'opened' }
      }
    }
  }

  #refuse(reason: ReadOnlyReason, opened: Opened): void {
    this.#readOnly = reason
    this.#opened = opened
  }

  /** The case was saved under later keys than those at hand: nothing of it may be used. */
  get isRolledBack(): boolean {
    return this.#isRolledBack
  }

  get(): Output<'case.get'> {
    return {
      document: this.#document,
      opened: this.#opened,
      canUndo: this.#history.undo.length > 0,
      canRedo: this.#history.redo.length > 0,
      readOnly: this.#readOnly,
    }
  }

  /** The last acknowledged state, for a backup. */
  state(): CaseState {
    return { document: this.#document, history: this.#history, files: this.#files }
  }

  /**
   * Puts the state of a backup in the place of the present one, with its own history, in one generation. Where nothing could
   * be read there is nothing to lose, and restoring is the way out.
   */
  restore(expectedRevision: number, state: CaseState): Promise<Result<CommandOutput, ContractError>> {
    if (this.#readOnly === 'unreadable') this.#readOnly = null
    return this.#inTurn(expectedRevision, () => ok({ ...state, files: { ...this.#files, ...state.files } })).then(
      (restored) => {
        if (restored.ok) this.#opened = { state: 'opened' }
        return restored
      },
    )
  }

  /** Runs one change against the expected revision and saves it; earlier calls finish first. */
  change(
    expectedRevision: number,
    make: Change,
    remembering: Remembering,
    /** Files the change names for the first time. */
    newFiles: StoredFiles = NO_FILES,
  ): Promise<Result<CommandOutput, ContractError>> {
    return this.#inTurn(expectedRevision, () => {
      const made = make(this.#document)
      if (!made.ok) return made
      const changes = changesBetween(this.#document, made.value)
      const history = changes.length === 0 ? this.#history : after(this.#history, changes, remembering)
      const files = remembering === 'forget' ? newFiles : { ...this.#files, ...newFiles }
      return ok({ document: made.value, history, files })
    })
  }

  undo(expectedRevision: number): Promise<Result<CommandOutput, ContractError>> {
    return this.#inTurn(expectedRevision, () => {
      const step = this.#history.undo.at(-1)
      if (!step) return err({ code: 'nothing_to_undo' })
      const history = { undo: this.#history.undo.slice(0, -1), redo: [...this.#history.redo, step] }
      return ok({ document: applyChanges(this.#document, inverse(step)), history, files: this.#files })
    })
  }

  redo(expectedRevision: number): Promise<Result<CommandOutput, ContractError>> {
    return this.#inTurn(expectedRevision, () => {
      const step = this.#history.redo.at(-1)
      if (!step) return err({ code: 'nothing_to_undo' })
      const history = { undo: [...this.#history.undo, step], redo: this.#history.redo.slice(0, -1) }
      return ok({ document: applyChanges(this.#document, step), history, files: this.#files })
    })
  }

  /**
   * Empties the case and destroys its earlier generations. Also the typed consent by which an unreadable vault becomes a
   * fresh one; what was set aside in quarantine stays.
   */
  async wipe(expectedRevision: number): Promise<Result<CommandOutput, ContractError>> {
    if (this.#readOnly === 'unreadable') this.#readOnly = null
    const wiped = await this.change(expectedRevision, (document) => ok(emptyDocument(document.revision)), 'forget')
    if (wiped.ok) await this.#disk.destroyEarlier()
    return wiped
  }

  /** Saves the present state as a new generation; the document and its revision stay. */
  saveAgain(): Promise<Result<null, ContractError>> {
    const turn = this.#queue.then(async () => {
      if (this.#readOnly) return err<ContractError>({ code: 'read_only', reason: this.#readOnly })
      const failure = await this.#write(this.state())
      return failure ? err(failure) : ok(null)
    })
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  destroyEarlier(): Promise<void> {
    return this.#disk.destroyEarlier()
  }

  #inTurn(
    expectedRevision: number,
    make: () => Result<CaseState, ContractError>,
  ): Promise<Result<CommandOutput, ContractError>> {
    const turn = this.#queue.then(async () => {
      if (this.#readOnly) return err<ContractError>({ code: 'read_only', reason: this.#readOnly })
      const { revision } = this.#document
      if (expectedRevision !== revision) return err<ContractError>({ code: 'conflict', revision })
      const made = make()
      if (!made.ok) return made
      return this.#save({ ...made.value, document: this.#following(this.#document, made.value.document) })
    })
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  async #save(next: CaseState): Promise<Result<CommandOutput, ContractError>> {
    const { history, files } = next
    const document: CaseDocument = { ...next.document, revision: this.#document.revision + 1 }
    const failure = await this.#write({ document, history, files })
    if (failure) return err(failure)
    const changes = changesBetween(this.#document, document)
    this.#document = document
    this.#history = history
    this.#files = files
    this.#onSaved()
    return ok({
      revision: document.revision,
      changes,
      canUndo: history.undo.length > 0,
      canRedo: history.redo.length > 0,
    })
  }

  async #write(state: CaseState): Promise<ContractError | null> {
    try {
      await this.#disk.save(caseText(state))
    } catch (cause) {
      this.#readOnly = 'write_failed'
      return storageError(cause)
    }
    if (this.#opened.state === 'fresh') this.#opened = { state: 'opened' }
    return null
  }
}
