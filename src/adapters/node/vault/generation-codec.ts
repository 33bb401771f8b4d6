/** What one generation on disk turned out to be. */
export type DecodedGeneration =
  | { readonly kind: 'whole'; readonly savedAt: number; readonly text: string }
  /** Of an earlier format: neither used nor touched here. */
  | { readonly kind: 'older' }
  | { readonly kind: 'newer'; readonly format: number }
  /** Saved under keys newer than those at hand: genuine, or it only says so. */
  | { readonly kind: 'laterKeys'; readonly isGenuine: boolean }
  | { readonly kind: 'damaged' }

/** How a text becomes the bytes of a generation and back. */
export interface GenerationCodec {
  readonly format: number
  encode(text: string, generation: number, savedAt: number): Uint8Array
  decode(bytes: Uint8Array, generation: number): DecodedGeneration
  /** When a generation was saved, from its first `HEAD_BYTES`; null when they cannot be read. Not proven by itself. */
  savedAtOf(head: Uint8Array): number | null
}

/** Longest possible first line. */
export const HEAD_BYTES = 160
