import { shownAs } from '#domain/attachment/media-type'
import { rangeAsked } from './media-range'

/** Where recordings and pictures come from. A token is the only authority; it dies when the vault is shut. */
export interface MediaSource {
  look(token: string): Promise<{ readonly sizeBytes: number; readonly mediaType: string } | null>
  /** Bytes from `start`, `length` of them (at most `PIECE_BYTES`); null when the token is no longer good. */
  piece(token: string, start: number, length: number): Promise<Uint8Array | null>
}

/** What a shell sends. The status is final before the first byte; a body that cannot go on throws. */
export interface MediaAnswer {
  readonly status: 200 | 206 | 404 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Uint8Array> | null
}

export const PIECE_BYTES = 1_048_576

const DESTINATIONS: ReadonlySet<string> = new Set(['audio', 'video', 'image', 'empty'])

/** The token of a media address, or null when the path is none: 256 random bits. */
export const mediaToken = (path: string): string | null => /^\/media\/([\w-]{43})$/.exec(path)?.[1] ?? null

/** Whether our own page asks, and for something it plays, shows or saves. Old browsers send neither header. */
export const mayAskForMedia = (site: string | null | undefined, destination: string | null | undefined): boolean =>
  (site ?? 'same-origin') === 'same-origin' && DESTINATIONS.has(destination ?? 'empty')

/** Answers a GET of a media address, a part of it or the whole, in pieces as they are wanted. */
export async function answerMedia(
  source: MediaSource,
  token: string,
  range: string | null | undefined,
): Promise<MediaAnswer> {
  const found = await source.look(token)
  if (!found) return { status: 404, headers: {}, body: null }
  const { sizeBytes } = found
  const asked = rangeAsked(range, sizeBytes)
  if (asked.kind === 'unsatisfiable')
    return { status: 416, headers: { 'Content-Range': `bytes */${sizeBytes}`, 'Content-Length': '0' }, body: null }
  const [first, last] = asked.kind === 'part' ? [asked.first, asked.last] : [0, sizeBytes - 1]
  // Everything the page does not play or show is bytes to save: a file never becomes a page.
  const isShown = shownAs(found.mediaType) !== null
  return {
    status: asked.kind === 'part' ? 206 : 200,
    headers: {
      'Accept-Ranges': 'bytes',
      'Content-Type': isShown ? found.mediaType : 'application/octet-stream',
      'Content-Disposition': isShown ? 'inline' : 'attachment',
      'Content-Length': String(last - first + 1),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      ...(asked.kind === 'part' ? { 'Content-Range': `bytes ${first}-${last}/${sizeBytes}` } : {}),
    },
    body: pieces(source, token, first, last),
  }
}

async function* pieces(source: MediaSource, token: string, first: number, last: number): AsyncGenerator<Uint8Array> {
  for (let at = first; at <= last;) {
    const piece = await source.piece(token, at, Math.min(PIECE_BYTES, last - at + 1))
    // Shut meanwhile, or the file ends early: the connection is cut, so that nobody takes a part for the whole.
    if (!piece || piece.length === 0 || piece.length > last - at + 1) throw new Error('the file cannot be read on')
    yield piece
    at += piece.length
  }
}
