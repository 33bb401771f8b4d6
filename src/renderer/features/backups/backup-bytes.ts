import type { Client } from '#contract/client'
import type { ContractError, Reply } from '#contract/errors'

/** So much at once that it fits into what a page may send before the vault is open, in base64 and JSON. */
const PIECE_BYTES = 45_000

/** Sends a file to the host, which keeps it beside the vault as it is: it is encrypted. Null when all of it arrived. */
export async function sendPicked(client: Client, file: File): Promise<ContractError | null> {
  const begun = await client.call('backups.begin', {})
  if (!begun.ok) return begun.error
  for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer())
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    const sent = await client.call('backups.append', { offset, base64 })
    if (!sent.ok) return sent.error
  }
  return null
}

/** A backup as it lies on the disk, to be saved elsewhere. */
export async function fetchBackup(client: Client, name: string): Promise<Reply<Blob>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let offset = 0, total = 1; offset < total;) {
    const part = await client.call('backups.readPart', { name, offset })
    if (!part.ok) return part
    const bytes = Uint8Array.from(atob(part.value.base64), (character) => character.charCodeAt(0))
    if (bytes.length === 0) break
    parts.push(bytes)
    offset += bytes.length
    total = part.value.total
  }
  return { ok: true, value: new Blob(parts, { type: 'application/octet-stream' }) }
}
