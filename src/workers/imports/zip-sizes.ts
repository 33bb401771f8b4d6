/** What a zip unpacks to: more than the limits is refused before anything reads it. */
export type ZipVerdict = 'fine' | 'tooLarge' | 'broken' | 'encrypted'

const END = 0x06054b50
const ENTRY = 0x02014b50

/**
 * Unpacks every part of a zip without keeping it and stops at the limit: declared sizes can lie, and a few kilobytes can
 * unpack to gigabytes.
 *
 * Source  PKWARE APPNOTE 4.3.12 and 4.3.16.
 */
export async function zipVerdict(bytes: Uint8Array, maxBytes: number, maxEntries = 2000): Promise<ZipVerdict> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end < 0) return 'broken'
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // Readers differ in which of the two counts they believe.
  if (view.getUint16(end + 8, true) !== count) return 'broken'
  if (count > maxEntries) return 'tooLarge'
  let total = 0
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'broken'
    const [flags, method, packed] = [
      view.getUint16(at + 8, true),
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
    ]
    if (flags & 1) return 'encrypted'
    const local = view.getUint32(at + 42, true)
    if (local + 30 > view.byteLength) return 'broken'
    // And in whether they believe the head of the part or the list at the end.
    if (view.getUint16(local + 8, true) !== method) return 'broken'
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (start + packed > view.byteLength || (method !== 0 && method !== 8)) return 'broken'
    const size = method === 0 ? packed : await unpackedSize(bytes.subarray(start, start + packed), maxBytes - total)
    if (size === null) return 'broken'
    total += size
    if (total > maxBytes) return 'tooLarge'
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return 'fine'
}

/** Where the end record begins; a comment may follow it. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return -1
}

/** Bytes a part unpacks to, counted no further than just beyond the limit; null when it is damaged. */
async function unpackedSize(packed: Uint8Array, limit: number): Promise<number | null> {
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return size
      size += value.byteLength
      if (size > limit) {
        await reader.cancel().catch(() => undefined)
        return size
      }
    }
  } catch {
    return null
  }
}
