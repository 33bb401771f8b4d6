import type { ContractError, Reply } from '#contract/errors'
import type { CommandName, CommandOutput, Input, Opened, Output, Preferences } from '#contract/procedures'
import type { Client } from '#contract/client'
import type { Draft } from '#contract/dto/drafts'
import type { Key, Protection, VaultStatus } from '#contract/dto/vault'
import type { CaseDocument } from '#domain/case-document'

export type AppInfo = Output<'app.info'>

export interface ReadyCase {
  readonly status: 'ready'
  readonly document: CaseDocument
  readonly opened: Opened
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly readOnly: Output<'case.get'>['readOnly']
}

/** The case as the page holds it: a cache of what the host acknowledged. */
export type CaseCache =
  { readonly status: 'loading' } | { readonly status: 'failed'; readonly error: ContractError } | ReadyCase

/** What a feature gives to `run`: the command's input without the revision, which the store adds. */
export type CommandInput<N extends CommandName> = Omit<Input<N>, 'expectedRevision'>

export interface CaseSlice {
  readonly caseCache: CaseCache
  /** Reads the whole case again. */
  readonly reload: () => Promise<void>
  /**
   * Sends one command after those before it. Applies what it changed; on a conflict reads the case again; reports a
   * failure in words unless `quiet`.
   */
  readonly run: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    options?: { readonly quiet?: boolean },
  ) => Promise<Reply<CommandOutput>>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

export interface SessionSlice {
  readonly info: AppInfo | null
  readonly preferences: Preferences
  readonly numbersHidden: boolean
  readonly client: Client
  readonly start: () => Promise<void>
  readonly savePreferences: (preferences: Preferences) => Promise<void>
  readonly toggleNumbers: () => void
}

export interface VaultSlice {
  /** What the host last said about the vault; null before it was asked. */
  readonly vault: VaultStatus | null
  /** Whether this page may read the case; until then it shows a door. */
  readonly isInside: boolean
  /** Asks about the vault, and goes in where no key is asked for. */
  readonly knock: () => Promise<void>
  readonly createVault: (protection: Protection) => Promise<Reply<VaultStatus>>
  readonly openVault: (key: Key) => Promise<Reply<VaultStatus>>
  /** A vault without keys becomes that of a backup, and is open. */
  readonly takeOverBackup: (input: Input<'backups.takeOver'>) => Promise<Reply<VaultStatus>>
  /** Blanks the page at once, then shuts the vault: the page is loaded anew at its door. */
  readonly shutVault: () => void
}

export interface DraftsSlice {
  /** What was kept before this page was loaded; forms look here when they open. */
  readonly drafts: readonly Draft[]
  readonly loadDrafts: () => Promise<void>
  /** Saves what is typed, a moment later. `now` in milliseconds on any steady clock. */
  readonly keepDraft: (form: string, value: Draft['value'], now: number) => void
  readonly dropDraft: (form: string) => void
  /** Saves at once what still waits. */
  readonly flushDrafts: () => Promise<void>
}

export type AppState = CaseSlice & SessionSlice & VaultSlice & DraftsSlice

export interface AppStoreOptions {
  /** Shows a failure to the person, in words with an action. */
  readonly report: (error: ContractError) => void
  /** Shows nothing any more, before anything else happens. */
  readonly blank: () => void
}
