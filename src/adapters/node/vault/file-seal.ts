import { createHash } from 'node:crypto'
import { NONCE_BYTES, seal, TAG_BYTES, unseal } from './seal'

/** Plain bytes in a chunk; only the last may have fewer. */
export const CHUNK_BYTES = 65_536
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

/** First bytes of every file, so that it can be told what it is. */
export const FILE_HEAD: Uint8Array = Buffer.from('BREATHING-ROOM file 1\n', 'ascii')

/** What a file's chunks are sealed with. The key is the file's own and seals nothing else. */
export interface FileSeal {
  readonly key: Uint8Array
  /** Vault and file, bound to every chunk. */
  readonly bound: string
}

/**
 * Nonce of a chunk: 7 zero bytes, the chunk's number, and 1 for the last chunk. One key seals one file once, so no nonce
 * comes twice; and a chunk out of its place, or an end that is not the end, does not open.
 *
 * Source  Hoang, Reyhanitabar, Rogaway, Vizár (2015): Online authenticated-encryption and its nonce-reuse misuse-resistance,
 *         the STREAM construction.
 */
export function chunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUInt32BE(index, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

const boundOf = ({ bound }: FileSeal, index: number): string => `${bound} ${index}`

const sealChunk = (by: FileSeal, index: number, isLast: boolean, plain: Uint8Array): Uint8Array =>
  seal(by.key, chunkNonce(index, isLast), boundOf(by, index), plain)

/** The plain bytes of a chunk; null when it is not this chunk of this file. */
export const openChunk = (by: FileSeal, index: number, isLast: boolean, sealed: Uint8Array): Uint8Array | null =>
  unseal(by.key, chunkNonce(index, isLast), boundOf(by, index), sealed)

/** Chunks of a file of `sizeBytes`: an empty file has one, empty. */
export const chunksOf = (sizeBytes: number): number => Math.max(1, Math.ceil(sizeBytes / CHUNK_BYTES))

/** Size on disk of a file of `sizeBytes`. */
export const sealedSize = (sizeBytes: number): number => FILE_HEAD.length + sizeBytes + chunksOf(sizeBytes) * TAG_BYTES

/** Seals a stream of bytes piece by piece, and counts and hashes what goes in. Holds back less than two chunks. */
export class FileSealer {
  readonly #by: FileSeal
  readonly #hash = createHash('sha256')
  #held: Uint8Array = new Uint8Array(0)
  #index = 0
  sizeBytes = 0

  constructor(by: FileSeal) {
    this.#by = by
  }

  /** What can be written of the file so far. A chunk goes only when bytes follow it: then it is not the last. */
  push(bytes: Uint8Array): Uint8Array {
    this.#hash.update(bytes)
    this.sizeBytes += bytes.length
    const held = Buffer.concat([this.#held, bytes])
    const sealed: Uint8Array[] = []
    let at = 0
    for (; held.length - at > CHUNK_BYTES; at += CHUNK_BYTES)
      sealed.push(sealChunk(this.#by, this.#index++, false, held.subarray(at, at + CHUNK_BYTES)))
    this.#held = Buffer.from(held.subarray(at))
    return Buffer.concat(sealed)
  }

  /** The last chunk, and the SHA-256 of everything in hexadecimal. */
  end(): { readonly sealed: Uint8Array; readonly sha256: string } {
    return { sealed: sealChunk(this.#by, this.#index, true, this.#held), sha256: this.#hash.digest('hex') }
  }
}
