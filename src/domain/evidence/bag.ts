/**
 * BagIt 1.0: a folder whose files are listed with their hashes.
 *
 * Source  RFC 8493.
 */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export const HASHES = ['sha512', 'sha384', 'sha256', 'sha224', 'sha1', 'md5'] as const
export type HashName = (typeof HASHES)[number]

export interface HashedPath {
  readonly path: string
  /** Lower-case hexadecimal. */
  readonly hash: string
}

/** `%`, line feed and carriage return are written as `%25`, `%0A`, `%0D`; everything else stands as it is. */
export const bagPath = (path: string): string =>
  path.normalize('NFC').replace(/%/g, '%25').replace(/\n/g, '%0A').replace(/\r/g, '%0D')

export const plainPath = (path: string): string =>
  path.replace(/%(25|0[Aa]|0[Dd])/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** One line for each file, as `sha256sum -c` reads it too. */
export const manifestText = (files: readonly HashedPath[]): string =>
  files.map(({ path, hash }) => `${hash}  ${bagPath(path)}\n`).join('')

export interface BagInfo {
  /** `2026-11-24`. */
  readonly baggedOn: string
  readonly payloadBytes: number
  readonly payloadFiles: number
  readonly description: string
}

export const bagInfoText = ({ baggedOn, payloadBytes, payloadFiles, description }: BagInfo): string =>
  [
    `Bagging-Date: ${baggedOn}`,
    `Payload-Oxum: ${payloadBytes}.${payloadFiles}`,
    `External-Description: ${description.replace(/[\r\n]+/g, ' ')}`,
    '',
  ].join('\n')

/** The lines of a manifest; null for one that cannot be read. */
export function manifestEntries(text: string): readonly (HashedPath | null)[] {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line)
      return found ? { hash: (found[1] ?? '').toLowerCase(), path: plainPath(found[2] ?? '') } : null
    })
}
