import { afterAll, beforeAll, expect, test } from 'vitest'
import { PIECE_BYTES } from '#contract/media-answer'
import { RawServer, sendLines } from './raw-server'

const TOKEN = 'm'.repeat(43)
const SIZE = 64 * PIECE_BYTES + 17

let server: RawServer
let pieces = 0
let isThere = true
beforeAll(async () => {
  server = await RawServer.start({
    look: (token) => Promise.resolve(token === TOKEN && isThere ? { sizeBytes: SIZE, mediaType: 'video/mp4' } : null),
    piece: (_token, start, length) => {
      pieces += 1
      return Promise.resolve(isThere ? Uint8Array.from({ length }, (_, at) => (start + at) % 251) : null)
    },
  })
})
afterAll(() => server.close())

const address = (token = TOKEN): string => `http://${server.host}/media/${token}`

test('a recording plays from its address alone, whole or in part', async () => {
  const whole = await fetch(address())
  expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([
    200,
    'video/mp4',
    'bytes',
  ])
  expect((await whole.arrayBuffer()).byteLength).toBe(SIZE)
  const part = await fetch(address(), { headers: { Range: `bytes=${PIECE_BYTES}-${PIECE_BYTES + 9}` } })
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes ${PIECE_BYTES}-${PIECE_BYTES + 9}/${SIZE}`,
  ])
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual(
    Array.from({ length: 10 }, (_, at) => (PIECE_BYTES + at) % 251),
  )
})

test('a player that seeks away asks the host for no more than it reads', async () => {
  pieces = 0
  const controller = new AbortController()
  const answer = await fetch(address(), { signal: controller.signal })
  const reader = answer.body!.getReader()
  await reader.read()
  controller.abort()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(pieces).toBeLessThan(32)
})

test('from elsewhere, or for anything but playing and saving, it is refused', async () => {
  for (const line of [
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: none',
    'Sec-Fetch-Dest: document',
    'Sec-Fetch-Dest: iframe',
    'Sec-Fetch-Dest: script',
    'Origin: http://evil.com',
  ])
    expect(
      (await sendLines(server.port, [`GET /media/${TOKEN} HTTP/1.1`, `Host: ${server.host}`, line])).status,
      line,
    ).toBe(403)
  expect((await fetch(address('n'.repeat(43)))).status).toBe(404)
})

test('with the vault its address dies, also in the middle of a transfer', async () => {
  const answer = await fetch(address())
  const reader = answer.body!.getReader()
  await reader.read()
  isThere = false
  const rest = async (): Promise<void> => {
    while (!(await reader.read()).done);
  }
  await expect(rest()).rejects.toThrow()
  expect((await fetch(address())).status).toBe(404)
  server.isOpen = false
  expect((await fetch(address())).status).toBe(423)
  server.isOpen = isThere = true
})
