import type { Client } from '#contract/client'
import type { ContractError } from '#contract/errors'
import { err, ok, type Result } from '#domain/result'

/** Bytes that travel at a time. */
const PIECE = 384 * 1024
/** `String.fromCharCode` takes so many at a time on every engine. */
const CODES = 32 * 1024

export interface Sending {
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void
  readonly isStopped: () => boolean
}

/** Sends a file piece by piece; answers with the upload to be finished, or null when it was stopped. */
export async function sendFile(
  client: Client,
  file: File,
  loanId: string | null,
  { onProgress, isStopped }: Sending,
): Promise<Result<string | null, ContractError>> {
  const offer = { name: file.name, mediaType: file.type, sizeBytes: file.size, fileTime: file.lastModified, loanId }
  const begun = await client.call('files.begin', offer)
  if (!begun.ok) return begun
  const { uploadId } = begun.value
  for (let offset = 0; offset < file.size; offset += PIECE) {
    const bytes = await bytesOf(file.slice(offset, offset + PIECE))
    const sent =
      bytes === null
        ? err<ContractError>({ code: 'upload_refused', reason: 'unreadable' })
        : isStopped()
          ? null
          : await client.call('files.append', { uploadId, offset, base64: base64(bytes) })
    if (sent?.ok !== true) {
      await client.call('files.abandon', { uploadId })
      return sent === null ? ok(null) : err(sent.error)
    }
    onProgress(Math.min(1, (offset + PIECE) / file.size))
  }
  return ok(uploadId)
}

/** Null when the disk does not give them: a folder that was dropped, a stick that was pulled out, a file that was changed. */
async function bytesOf(part: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await part.arrayBuffer())
  } catch {
    return null
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CODES) text += String.fromCharCode(...bytes.subarray(at, at + CODES))
  return btoa(text)
}
