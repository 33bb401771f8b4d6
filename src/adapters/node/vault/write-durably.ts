import type { FsPort } from '#services/ports'

/** A failed read-back: the disk answered without error and kept something else. */
const unfaithful = (what: string): Error => Object.assign(new Error(what), { code: 'EIO' })

type IsWhole = (readBack: Uint8Array) => boolean

/**
 * A new file, whole or not at all: write every byte → fsync → read back and verify → rename → fsync the folder. Resolves
 * only when all of it is done. Nothing is ever written again on a descriptor whose fsync failed.
 */
export async function writeDurably(
  fs: FsPort,
  folder: string,
  name: string,
  bytes: Uint8Array,
  isWhole: IsWhole,
): Promise<void> {
  await writePart(fs, folder, name, bytes, isWhole)
  await fs.rename(partOf(folder, name), `${folder}/${name}`)
  await fs.syncDir(folder)
}

/** The first half: the bytes are safely on disk under the name `<name>.part`. */
export async function writePart(
  fs: FsPort,
  folder: string,
  name: string,
  bytes: Uint8Array,
  isWhole: IsWhole,
): Promise<void> {
  // What an interrupted write of the same name left behind.
  await fs.remove(partOf(folder, name))
  const file = await fs.create(partOf(folder, name))
  try {
    await writeAll((rest) => file.write(rest), bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  if (!isWhole(await fs.read(partOf(folder, name)))) throw unfaithful('what was read back is not what was written')
}

export const partOf = (folder: string, name: string): string => `${folder}/${name}.part`

/** Loops until every byte is taken: a write may take fewer than it was given. */
export async function writeAll(write: (bytes: Uint8Array) => Promise<number>, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const taken = await write(bytes.subarray(written))
    if (taken <= 0) throw unfaithful('the disk took no bytes')
    written += taken
  }
}

/** Removes what an interrupted write left behind. */
export async function removeParts(fs: FsPort, folder: string): Promise<void> {
  for (const name of await fs.list(folder)) if (name.endsWith('.part')) await fs.remove(`${folder}/${name}`)
}
