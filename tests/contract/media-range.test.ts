import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerMedia, mayAskForMedia, mediaToken, PIECE_BYTES, type MediaSource } from '#contract/media-answer'
import { rangeAsked } from '#contract/media-range'

describe('a Range header', () => {
  // RFC 9110, 14.1.2: the examples for a representation of 10,000 bytes, and the rules around them.
  test.each([
    ['bytes=0-499', 10_000, [0, 499]],
    ['bytes=500-999', 10_000, [500, 999]],
    ['bytes=-500', 10_000, [9_500, 9_999]],
    ['bytes=9500-', 10_000, [9_500, 9_999]],
    ['bytes=0-0', 10_000, [0, 0]],
    ['bytes=9999-', 10_000, [9_999, 9_999]],
    ['bytes=0-', 1, [0, 0]],
    ['bytes=0-99999999999999999999', 10, [0, 9]],
    ['bytes=-99999999999999999999', 10, [0, 9]],
    ['BYTES = 2 - 3', 10, [2, 3]],
  ])('%s of %d bytes is a part', (header, size, [first, last]) => {
    expect(rangeAsked(header, size)).toEqual({ kind: 'part', first, last })
  })

  test.each([
    ['bytes=10000-', 10_000],
    ['bytes=10000-10001', 10_000],
    ['bytes=99999999999999999999-', 10_000],
    ['bytes=-0', 10_000],
    ['bytes=0-', 0],
    ['bytes=-5', 0],
  ])('%s of %d bytes cannot be had', (header, size) => {
    expect(rangeAsked(header, size)).toEqual({ kind: 'unsatisfiable' })
  })

  test.each(
    [
      null,
      undefined,
      '',
      'bytes',
      'bytes=',
      'bytes=-',
      'bytes=5-2',
      'bytes=a-b',
      'bytes=0-1,5-6',
      'bytes=0-1, -1',
    ].concat([
      'seconds=0-1',
      'bytes=1.5-2',
      'bytes=0x1-2',
      'bytes=+1-2',
      'bytes=--1',
      'bytes=0-1;x',
      '0-1',
      'bytes=１-2',
    ]),
  )('"%s" is no single range: the whole file', (header) => {
    expect(rangeAsked(header, 10)).toEqual({ kind: 'whole' })
  })

  test('never reaches outside the file, whatever it says', () => {
    const number = fc.oneof(fc.nat(30), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constant(''))
    fc.assert(
      fc.property(number, number, fc.nat(20), (first, last, size) => {
        const asked = rangeAsked(`bytes=${first}-${last}`, size)
        if (asked.kind !== 'part') return
        expect(asked.first).toBeGreaterThanOrEqual(0)
        expect(asked.last).toBeLessThan(size)
        expect(asked.first).toBeLessThanOrEqual(asked.last)
      }),
      { numRuns: 5_000 },
    )
  })
})

const TOKEN = 'abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE'

/** A file whose byte at n is n modulo 251. */
class Recording implements MediaSource {
  readonly asked: { readonly start: number; readonly length: number }[] = []
  isShutAfter = Number.POSITIVE_INFINITY

  constructor(
    readonly sizeBytes: number,
    readonly mediaType = 'audio/mpeg',
  ) {}

  look = (token: string) =>
    Promise.resolve(token === TOKEN ? { sizeBytes: this.sizeBytes, mediaType: this.mediaType } : null)

  piece = (_token: string, start: number, length: number) => {
    this.asked.push({ start, length })
    if (this.asked.length > this.isShutAfter) return Promise.resolve(null)
    return Promise.resolve(Uint8Array.from({ length }, (_, at) => (start + at) % 251))
  }
}

async function bytesOf(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of body ?? []) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('an answer', () => {
  test('with the whole file comes in pieces of at most a mebibyte, in order', async () => {
    const recording = new Recording(2 * PIECE_BYTES + 5)
    const { status, headers, body } = await answerMedia(recording, TOKEN, null)
    expect([status, headers['Content-Length'], headers['Accept-Ranges']]).toEqual([200, '2097157', 'bytes'])
    expect(headers['Content-Range']).toBeUndefined()
    const bytes = await bytesOf(body)
    expect(bytes).toHaveLength(recording.sizeBytes)
    expect([bytes[0], bytes[PIECE_BYTES], bytes.at(-1)]).toEqual([
      0,
      PIECE_BYTES % 251,
      (recording.sizeBytes - 1) % 251,
    ])
    expect(recording.asked.map(({ length }) => length)).toEqual([PIECE_BYTES, PIECE_BYTES, 5])
  })

  test('with a part says which, and asks the host for no other byte', async () => {
    const recording = new Recording(1_000)
    const { status, headers, body } = await answerMedia(recording, TOKEN, 'bytes=100-199')
    expect([status, headers['Content-Range'], headers['Content-Length']]).toEqual([206, 'bytes 100-199/1000', '100'])
    expect((await bytesOf(body))[0]).toBe(100)
    expect(recording.asked).toEqual([{ start: 100, length: 100 }])
  })

  test('beyond the end says how long the file is; for a token nobody gave, nothing', async () => {
    const beyond = await answerMedia(new Recording(10), TOKEN, 'bytes=10-')
    expect([beyond.status, beyond.headers['Content-Range'], beyond.body]).toEqual([416, 'bytes */10', null])
    expect(await answerMedia(new Recording(10), 'x'.repeat(43), null)).toEqual({ status: 404, headers: {}, body: null })
  })

  test('of an empty file is empty', async () => {
    const { status, headers, body } = await answerMedia(new Recording(0), TOKEN, null)
    expect([status, headers['Content-Length'], (await bytesOf(body)).length]).toEqual([200, '0', 0])
  })

  test('is cut, not ended, when the vault is shut in the middle', async () => {
    const recording = new Recording(3 * PIECE_BYTES)
    recording.isShutAfter = 1
    const { body } = await answerMedia(recording, TOKEN, null)
    await expect(bytesOf(body)).rejects.toThrow('cannot be read on')
  })

  test.each([
    'text/html',
    'image/svg+xml',
    'application/pdf',
    'application/xhtml+xml',
    'text/javascript',
    '',
    'audio/mpeg\r\nX: y',
  ])('never makes a page of a file: "%s" is bytes to save', async (mediaType) => {
    const { headers } = await answerMedia(new Recording(10, mediaType), TOKEN, null)
    expect(headers).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "sandbox; default-src 'none'",
    })
  })
})

test('only our own page may ask, for what it plays, shows or saves', () => {
  for (const destination of ['audio', 'video', 'image', 'empty', undefined, null])
    for (const site of ['same-origin', undefined, null]) expect(mayAskForMedia(site, destination)).toBe(true)
  for (const site of ['cross-site', 'same-site', 'none', '']) expect(mayAskForMedia(site, 'audio')).toBe(false)
  for (const destination of [
    'document',
    'iframe',
    'frame',
    'embed',
    'object',
    'script',
    'style',
    'worker',
    'font',
    'track',
    '',
  ])
    expect(mayAskForMedia('same-origin', destination)).toBe(false)
})

test('an address without 256 bits of token is none', () => {
  expect(mediaToken(`/media/${TOKEN}`)).toBe(TOKEN)
  for (const path of [
    '/media/',
    `/media/${TOKEN}a`,
    `/media/${TOKEN.slice(1)}`,
    `/media/${TOKEN}/`,
    `//media/${TOKEN}`,
    `/media/../${TOKEN}`,
    `/media/%61${TOKEN.slice(1)}`,
  ])
    expect(mediaToken(path), path).toBeNull()
})
