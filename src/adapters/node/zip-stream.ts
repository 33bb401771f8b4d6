import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ZipEntry, ZipPort } from '#services/ports'

/** The same for every file, so that the same contents give the same zip. */
const TIME = new Date(2000, 0, 1)

/** Endings of what is small already. */
const PACKED = /\.(?:jpe?g|png|webp|gif|m4a|mp3|mp4|mov|aac|amr|ogg|opus|webm|flac|pdf|zip|docx|xlsx)$/i

export const zipStream: ZipPort = async function* (entries) {
  const zip = new ZipFile()
  const output = Readable.from(zip.outputStream)
  const current: { stream: Readable | null; isOver: boolean } = { stream: null, isOver: false }
  const feeding = feed(zip, entries, current).catch((cause: unknown) => {
    output.destroy(cause instanceof Error ? cause : new Error(String(cause)))
  })
  try {
    for await (const chunk of output) yield chunk as Uint8Array
  } finally {
    // Ended early: the file on its way is let go, and no further one is asked for.
    current.isOver = true
    current.stream?.destroy()
    output.destroy()
    await feeding
  }
}

/** One file after the other: the next is asked for when the one before is through. */
async function feed(
  zip: ZipFile,
  entries: AsyncIterable<ZipEntry>,
  current: { stream: Readable | null; isOver: boolean },
): Promise<void> {
  for await (const { path, sizeBytes, content } of entries) {
    if (current.isOver) return
    const stream = Readable.from(content)
    current.stream = stream
    const through = finished(stream)
    zip.addReadStream(stream, path, { mtime: TIME, mode: 0o100644, compress: !PACKED.test(path), size: sizeBytes })
    await through
  }
  zip.end()
}
