import { createHmac, timingSafeEqual } from 'node:crypto'
import { isGenuine, type Header } from '../vault/header'
import { deriveKey } from '../vault/seal'
import { SealedCodec } from '../vault/sealed-codec'
import type { VaultKeys } from '../vault/vault-keys'
import type { FsPort } from '#services/ports'
import { layoutOf, MAC_BYTES } from './backup-layout'

/** Number of the one generation in a backup. */
export const ONLY_GENERATION = 1
const PIECE_BYTES = 1024 * 1024

export interface ReadBackup {
  readonly header: Header
  readonly savedAt: number
  readonly text: string
}

/**
 * The case in a backup, read from its first byte to its last: header, HMAC, seal and text must all be genuine under this
 * master key. Null when anything is not. Files pass by in pieces and are never held.
 */
export async function readBackup(fs: FsPort, path: string, master: Uint8Array): Promise<ReadBackup | null> {
  const found = await layoutOf(fs, path)
  if (found.kind !== 'backup') return null
  const { header, caseAt, caseBytes, macAt } = found.layout
  if (!isGenuine(header, master) || !(await hasItsMac(fs, path, macAt, backupMac(master, header.vaultId)))) return null
  const sealed = await fs.readPart(path, caseAt, caseBytes)
  const opened = backupCodec(header, master).decode(sealed, ONLY_GENERATION)
  return opened.kind === 'whole' ? { header, savedAt: opened.savedAt, text: opened.text } : null
}

/** What a backup's trailer is computed with. */
export const backupMac = (master: Uint8Array, vaultId: string) =>
  createHmac('sha256', deriveKey(master, new Uint8Array(0), `backup-mac ${vaultId}`))

/** Seals and opens the case in a backup under the keys its header is for. */
export const backupCodec = (
  { vaultId, keysVersion }: Pick<Header, 'vaultId' | 'keysVersion'>,
  master: Uint8Array,
  random: (length: number) => Uint8Array = noChance,
): SealedCodec => {
  const keys: VaultKeys = { vaultId, current: { version: keysVersion, key: master }, earlier: null }
  return new SealedCodec(keys, 'backup', random)
}

const noChance = (): never => {
  throw new Error('reading needs no chance')
}

async function hasItsMac(fs: FsPort, path: string, macAt: number, mac: ReturnType<typeof backupMac>): Promise<boolean> {
  for (let at = 0; at < macAt;) {
    const piece = await fs.readPart(path, at, Math.min(PIECE_BYTES, macAt - at))
    if (piece.length === 0) return false
    mac.update(piece)
    at += piece.length
  }
  const written = await fs.readPart(path, macAt, MAC_BYTES)
  return written.length === MAC_BYTES && timingSafeEqual(written, mac.digest())
}
