import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANARY } from '../shells/fake-host-words'
import { RawServer, sendLines, type RawAnswer } from './raw-server'

let server: RawServer
beforeAll(async () => {
  server = await RawServer.start()
})
afterAll(() => server.close())

/** A call that would be answered, with these lines more and those of the same name replaced. */
const call = (more: readonly string[], replaced: Readonly<Record<string, string | null>> = {}): Promise<RawAnswer> => {
  const lines = server.rpcHead(more).flatMap((line) => {
    const name = line.split(':')[0]?.toLowerCase() ?? ''
    const other = replaced[name]
    return other === undefined ? [line] : other === null ? [] : [other]
  })
  return sendLines(server.port, lines, '{}')
}

const ORIGINS = [
  'null',
  'http://evil.com',
  'https://evil.com',
  'http://localhost:PORT',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1:PORT.evil.com',
  'http://127.0.0.1.evil.com:PORT',
  'http://evil.com@127.0.0.1:PORT',
  'HTTP://127.0.0.1:PORT',
  'http://[::1]:PORT',
  'app://room',
  'file://',
  'chrome-extension://abcdef',
  'http://127.0.0.1:PORT http://evil.com',
  'http://127.0.0.1:PORT, http://evil.com',
  '',
]

test('a call from any other origin is refused before the host hears it; GET of the page too', async () => {
  const before = server.calls.length
  for (const form of ORIGINS) {
    const line = `Origin: ${form.replaceAll('PORT', String(server.port))}`
    expect((await call([line])).status, line).toBe(403)
    expect((await sendLines(server.port, ['GET / HTTP/1.1', `Host: ${server.host}`, line])).status, line).toBe(403)
    const own = `Origin: http://${server.host}`
    if (form !== '') expect((await call([own, line])).status, `${own} and ${line}`).toBe(403)
  }
  expect(server.calls.length).toBe(before)
  // Control: the same call with our own origin, or none, is answered.
  expect((await call([`Origin: http://${server.host}`])).body).toContain(CANARY)
  expect((await call([])).body).toContain(CANARY)
})

test('a call that says it comes from elsewhere is refused, whatever else it says', async () => {
  const before = server.calls.length
  for (const site of ['cross-site', 'same-site', 'none', '', 'Same-Origin', 'same-origin, cross-site'])
    expect((await call([`Sec-Fetch-Site: ${site}`])).status, site).toBe(403)
  expect((await call(['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site'])).status).toBe(403)
  expect(server.calls.length).toBe(before)
  expect((await call(['Sec-Fetch-Site: same-origin'])).status).toBe(200)
})

test('only JSON, as forms and images cannot send it', async () => {
  const before = server.calls.length
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/json5',
    '',
  ])
    expect((await call([], { 'content-type': `Content-Type: ${type}` })).status, type).toBe(415)
  expect((await call([], { 'content-type': null })).status).toBe(415)
  expect(server.calls.length).toBe(before)
})

test('without a token that was issued nothing is answered, and every such answer is the same', async () => {
  const before = server.calls.length
  const answers = new Set<string>()
  for (const value of [
    null,
    'Bearer',
    `Bearer ${'A'.repeat(43)}`,
    `Bearer ${server.readToken.slice(0, -1)}`,
    `Bearer ${server.readToken}A`,
    `Basic ${server.readToken}`,
    `Bearer ${server.readToken.toLowerCase()}`,
  ]) {
    const { status, head, body } = await call([], { authorization: value === null ? null : `Authorization: ${value}` })
    expect(status).toBe(401)
    expect(body).toBe('')
    answers.add(head.replace(/nonce-[^']+/, '').replace(/\r\nDate: .*/, ''))
  }
  expect(answers.size).toBe(1)
  expect(server.calls.length).toBe(before)
  // Nor is a token read from anywhere else.
  for (const at of [`/rpc/case.get?token=${server.readToken}`, `/rpc/case.get?access_token=${server.readToken}`]) {
    const lines = [
      `POST ${at} HTTP/1.1`,
      `Host: ${server.host}`,
      'Content-Type: application/json',
      `Cookie: token=${server.readToken}`,
    ]
    expect((await sendLines(server.port, lines, '{}')).status).toBe(401)
  }
})

test('other methods do nothing', async () => {
  const before = server.calls.length
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH', 'LINK']) {
    const lines = server.rpcHead()
    const { status, body } = await sendLines(server.port, [`${method} /rpc/case.get HTTP/1.1`, ...lines.slice(1)], '{}')
    expect(status, method).toBeGreaterThanOrEqual(400)
    expect(body).toBe('')
  }
  const preflight = await sendLines(server.port, [
    'OPTIONS /rpc/case.get HTTP/1.1',
    `Host: ${server.host}`,
    `Origin: http://${server.host}`,
    'Access-Control-Request-Method: POST',
    'Access-Control-Request-Private-Network: true',
  ])
  expect(preflight.status).toBe(403)
  expect(preflight.head.toLowerCase()).not.toContain('access-control')
  expect(server.calls.length).toBe(before)
})
