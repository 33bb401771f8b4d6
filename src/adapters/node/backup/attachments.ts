import { storedFilesOf } from '#services/document/stored-files'
import { isStoredFile } from '../vault/vault-files'
import type { SavedCase, SavedFiles } from './saved-files'

/** The attachments of a saved case, as backups have to know them: their keys lie in the case itself. */
export const ATTACHMENTS: SavedFiles = {
  in: (saved) =>
    stored(saved).map(({ file }) => ({ id: file, folder: `attachments/${file.slice(0, 2)}`, name: `${file}.bin` })),
  async isWhole(saved, id, bytes) {
    const known = stored(saved).find(({ file }) => file === id)
    if (!known) return false
    const read = (offset: number, length: number): Promise<Uint8Array | null> =>
      offset + length > bytes.size ? Promise.resolve(null) : bytes.read(offset, length)
    return isStoredFile(read, bytes.size, known)
  },
}

/** One entry for each file on disk, though several attachments may have once referred to it. */
function stored({ text }: SavedCase) {
  const { files } = JSON.parse(text) as { readonly files?: unknown }
  return [...new Map(Object.values(storedFilesOf(files)).map((each) => [each.file, each])).values()]
}
