import type { FsPort } from '#services/ports'
import { fileSource, partOfSource, pieces } from './byte-source'
import type { ReadBackup } from './read-backup'
import type { SavedFiles } from './saved-files'
import { writeStreamed } from './write-backup'

export interface BringParts {
  readonly fs: FsPort
  /** The vault's folder. */
  readonly folder: string
  readonly now: () => number
  readonly savedFiles: SavedFiles
}

/**
 * The files of a backup get their places in the vault, each verified and on disk, before a case refers to them. One that is
 * there and whole stays; one that is there and is not goes to quarantine. Files nobody refers to yet harm nobody.
 */
export async function bringFiles(parts: BringParts, path: string, { layout, text }: ReadBackup): Promise<void> {
  const { fs, folder, now, savedFiles } = parts
  const saved = { vaultId: layout.header.vaultId, text }
  const places = new Map(savedFiles.in(saved).map((place) => [place.id, place]))
  const source = await fileSource(fs, path)
  for (const { id, at, bytes } of layout.files) {
    const place = places.get(id)
    if (!place) continue
    const inner = `${folder}/${place.folder}`
    const target = `${inner}/${place.name}`
    await fs.makeDir(inner)
    if ((await fs.list(inner)).includes(place.name)) {
      if (await savedFiles.isWhole(saved, id, await fileSource(fs, target))) continue
      await fs.makeDir(`${folder}/quarantine`)
      await fs.rename(target, `${folder}/quarantine/${now()}-${place.name}`)
      await fs.syncDir(`${folder}/quarantine`)
    }
    await writeStreamed(fs, inner, place.name, pieces(partOfSource(source, at, bytes)), async (part) =>
      savedFiles.isWhole(saved, id, await fileSource(fs, part)),
    )
  }
  if (layout.files.length === 0) return
  await fs.syncDir(`${folder}/attachments`)
  await fs.syncDir(folder)
}
