import type { Preferences } from './procedures'
import type { Reply } from './errors'
import type { ShutReason } from './dto/vault'

/** What a shell tells the host process it starts, as its only argument (JSON). */
export interface HostStart {
  readonly dataDir: string
  readonly version: string
  readonly shell: 'electron' | 'web'
  /** Why the host before this one was ended; absent when the program was just opened. */
  readonly shutReason?: ShutReason
}

/** What a shell does for the host: only a shell has a window, and each keeps preferences by its own library. */
export type HostQuestion =
  | { readonly ask: 'pdf'; readonly html: string }
  | { readonly ask: 'pickFolder' }
  | { readonly ask: 'readPreferences' }
  | { readonly ask: 'writePreferences'; readonly preferences: Preferences }

export type ToHost =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'end' }

export type FromHost =
  | { readonly type: 'ready' }
  /** The keys are in this process's memory from now on; only its end takes them away. */
  | { readonly type: 'opened' }
  /** Another process holds the vault and has been asked to come forward. */
  | { readonly type: 'alreadyOpen' }
  /** A second start asked this one to come forward. */
  | { readonly type: 'comeForward' }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly type: 'question'; readonly id: number; readonly question: HostQuestion }
