import { connect } from 'node:net'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EventStreams } from '../../src/web/event-streams'
import { startLoopbackServer } from '../../src/web/loopback-server'
import { SessionTokens } from '../../src/web/session-tokens'

const tokens = new SessionTokens(() => 0)
let port = 0
let close = (): void => undefined
const calls: string[] = []

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  writeFileSync(join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__">')
  const call = (name: string) => {
    calls.push(name)
    return Promise.resolve({ ok: true as const, value: null })
  }
  const started = await startLoopbackServer({
    pageFolder: folder,
    tokens,
    streams: new EventStreams(() => undefined),
    media: { look: () => Promise.resolve(null), piece: () => Promise.resolve(null) },
    guard: { isOpen: true, call },
    onSession: () => undefined,
  })
  port = started.port
  close = () => void started.server.close()
})
afterAll(() => close())

const send = (lines: readonly string[], body = ''): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write([...lines, `Content-Length: ${body.length}`, 'Connection: close', '', body].join('\r\n')),
    )
    let text = ''
    socket.on('data', (chunk) => (text += String(chunk)))
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
const status = (answer: string): number => Number(answer.split(' ')[1])
const host = (): string => `Host: 127.0.0.1:${port}`
const rpc = (token: string, ...more: string[]): string[] => [
  'POST /rpc/case.get HTTP/1.1',
  host(),
  'Content-Type: application/json',
  `Authorization: Bearer ${token}`,
  ...more,
]

test('only the exact host, once, is answered', async () => {
  expect(status(await send(['GET / HTTP/1.1', host()]))).toBe(200)
  for (const wrong of ['Host: localhost', 'Host: evil.example', 'Host: 127.0.0.1', 'Host: 127.0.0.1:1'])
    expect(status(await send(['GET / HTTP/1.1', wrong]))).toBe(421)
  expect(status(await send(['GET / HTTP/1.1', host(), host()]))).toBeGreaterThanOrEqual(400)
})

test('a call needs our origin, our page, JSON and a read token, and each bootstrap token works once', async () => {
  const bootstrap = tokens.bootstrap()
  const { talkToken, reloadToken } = tokens.exchange(bootstrap)!
  const session = { reloadToken, readToken: tokens.grantRead(`Bearer ${talkToken}`)! }
  expect(tokens.exchange(bootstrap)).toBeNull()
  const before = calls.length
  expect(status(await send(rpc('x'.repeat(43)), '{}'))).toBe(401)
  expect(status(await send(rpc(session.reloadToken), '{}'))).toBe(401)
  expect(status(await send(rpc(session.readToken, 'Origin: http://evil.example'), '{}'))).toBe(403)
  expect(status(await send(rpc(session.readToken, 'Origin: null'), '{}'))).toBe(403)
  expect(status(await send(rpc(session.readToken, 'Sec-Fetch-Site: cross-site'), '{}'))).toBe(403)
  expect(
    status(
      await send(
        rpc(session.readToken).map((line) => line.replace('application/json', 'text/plain')),
        '{}',
      ),
    ),
  ).toBe(415)
  expect(calls.length).toBe(before)
  expect(status(await send(rpc(session.readToken, 'Sec-Fetch-Site: same-origin'), '{}'))).toBe(200)
  expect(calls.length).toBe(before + 1)
})

test('every answer, errors included, carries the policy and no server name; nothing outside the folder is served', async () => {
  for (const path of ['/', '/nothing.js', '/../package.json', '/%2e%2e/package.json', '/..%2f..%2fetc/passwd']) {
    const answer = await send([`GET ${path} HTTP/1.1`, host()])
    expect(answer).toContain("default-src 'none'")
    expect(answer.toLowerCase()).not.toContain('\r\nserver:')
    expect(answer.toLowerCase()).not.toContain('set-cookie')
    if (path !== '/') expect(status(answer)).toBe(404)
  }
})
