import type { ByteSource } from './byte-source'

/** A saved case by its text, and the vault whose it is. */
export interface SavedCase {
  readonly vaultId: string
  readonly text: string
}

/** Where the encrypted bytes of a file lie in a vault. */
export interface FilePlace {
  /** 32 hexadecimal digits. */
  readonly id: string
  /** Inside the vault's folder. */
  readonly folder: string
  readonly name: string
}

/** What backups have to know of the files a saved case refers to. Their keys lie in the saved case; here they stay shut. */
export interface SavedFiles {
  in(saved: SavedCase): readonly FilePlace[]
  /** Whether these bytes are that file, every one of them: each chunk opens, and SHA-256 is the recorded one. */
  isWhole(saved: SavedCase, id: string, bytes: ByteSource): Promise<boolean>
}
