import type { ShutReason } from '#contract/dto/vault'
import type { GiveUp } from '#contract/session-guard'
import type { KeptTokens } from './session-tokens'

// The loopback shell is two processes beside the host. The keeper lives as long as the program and holds the port and the
// window. The transport speaks HTTP, so what is read passes through its memory: it dies with the host when the vault is
// shut, and the keeper starts another. Nothing of the case is ever in these messages.

export type ToTransport =
  | {
      readonly type: 'start'
      readonly dataDir: string
      readonly version: string
      readonly port: number
      readonly shutReason: ShutReason | null
      readonly tokens: KeptTokens | null
    }
  /** With the connection itself, of which nothing was read. */
  | { readonly type: 'connection' }
  /** New connections wait for the next transport from now on. */
  | { readonly type: 'held' }
  | { readonly type: 'end' }

export type FromTransport =
  | { readonly type: 'ready' }
  | { readonly type: 'alreadyOpen' }
  /** A window is wanted, at an address with this single-use token. */
  | { readonly type: 'show'; readonly token: string }
  /** A page arrived by such a token. */
  | { readonly type: 'arrived' }
  /** The vault was shut and this process is about to end. */
  | { readonly type: 'leaving' }
  | { readonly type: 'left'; readonly reason: ShutReason; readonly tokens: KeptTokens }
  | { readonly type: 'gaveUp'; readonly why: GiveUp }
