import type { FsPort } from '#services/ports'

/** Bytes that can be read in pieces, from anywhere: a file, or a part of one. */
export interface ByteSource {
  readonly size: number
  /** Exactly `length` bytes from `offset`; throws (`EIO`) when the source is shorter than it said. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** How much of a source is in memory at a time, in bytes. */
export const PIECE_BYTES = 512 * 1024

export async function fileSource(fs: Pick<FsPort, 'sizeOf' | 'readPart'>, path: string): Promise<ByteSource> {
  return {
    size: await fs.sizeOf(path),
    async read(offset, length) {
      const bytes = await fs.readPart(path, offset, length)
      if (bytes.length !== length) throw Object.assign(new Error('the file became shorter'), { code: 'EIO' })
      return bytes
    },
  }
}

export const partOfSource = (source: ByteSource, at: number, size: number): ByteSource => ({
  size,
  read: (offset, length) => source.read(at + offset, length),
})

/** The bytes from `from` to `to`, piece by piece. */
export async function* pieces(source: ByteSource, from = 0, to = source.size): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += PIECE_BYTES) yield await source.read(at, Math.min(PIECE_BYTES, to - at))
}
