import { createHash } from 'node:crypto'
import type { RunningHash } from '#services/ports'

/** SHA-256 of UTF-8 text, 64 lower-case hexadecimal digits. */
export const sha256Text = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export function newSha256(): RunningHash {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') }
}
