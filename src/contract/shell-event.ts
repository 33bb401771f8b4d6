import type { ShutReason } from './dto/vault'

/** What a shell tells the page unasked. */
export type ShellEvent =
  /** The shell is alive. */
  | { readonly type: 'beat' }
  /** The vault was shut: the page must forget what it shows. */
  | { readonly type: 'shut'; readonly reason: ShutReason }
