import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANARY } from '../shells/fake-host-words'
import { RawServer, sendLines, sendRaw, type RawAnswer } from './raw-server'

let server: RawServer
const token = 'm'.repeat(43)
beforeAll(async () => {
  server = await RawServer.start({
    look: (given) => Promise.resolve(given === token ? { sizeBytes: 10, mediaType: 'audio/mpeg' } : null),
    piece: (_token, _start, length) => Promise.resolve(new Uint8Array(length)),
  })
})
afterAll(() => server.close())

const NEEDED = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'cache-control',
]
const FORBIDDEN =
  /^(server|x-powered-by|set-cookie|access-control-.*|etag|last-modified|location|www-authenticate|alt-svc)$/

const headerNames = ({ head }: RawAnswer): readonly string[] =>
  head
    .split('\r\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())

/** What is wrong with the head of an answer. */
function faults(answer: RawAnswer): readonly string[] {
  const names = headerNames(answer)
  return [
    ...(answer.status === 0 ? ['no answer'] : []),
    ...NEEDED.filter((name) => !names.includes(name)).map((name) => `lacks ${name}`),
    ...names.filter((name) => FORBIDDEN.test(name)).map((name) => `has ${name}`),
    ...(answer.head.includes('no-store') ? [] : ['may be stored']),
    ...(/security-policy:.*(unsafe-|\*|http)/i.test(answer.head) ? ['a weak policy'] : []),
  ]
}

/** One request for each way the server can answer, Node's own parser included, with the status expected. */
function everyWay(): readonly (readonly [status: number, send: () => Promise<RawAnswer>])[] {
  const host = `Host: ${server.host}`
  const raw = (text: string) => () => sendRaw(server.port, text)
  const lines =
    (given: readonly string[], body = '{}') =>
    () =>
      sendLines(server.port, given, body)
  const get = (path: string, ...more: string[]) => lines([`GET ${path} HTTP/1.1`, host, ...more], '')
  const post = (path: string) => lines([`POST ${path} HTTP/1.1`, ...server.rpcHead().slice(1)])
  return [
    [200, get('/')],
    [200, get('/app.js')],
    [404, get('/nothing.js')],
    [404, get('/favicon.ico')],
    [404, get('/robots.txt')],
    [404, get(`/media/${'n'.repeat(43)}`)],
    [200, get(`/media/${token}`)],
    [206, get(`/media/${token}`, 'Range: bytes=2-4')],
    [416, get(`/media/${token}`, 'Range: bytes=10-')],
    [403, get(`/media/${token}`, 'Sec-Fetch-Site: cross-site')],
    [200, post('/rpc/case.get')],
    [500, post('/rpc/case.wipe')],
    [423, lines([...server.rpcHead([], 'no.such').slice(0, 3), `Authorization: Bearer ${server.talkToken}`])],
    [404, post('/rpc/%2e%2e')],
    [404, post('/nowhere')],
    [401, post('/session')],
    [400, lines(server.rpcHead(), '{"a":')],
    [401, lines(server.rpcHead().slice(0, 3))],
    [415, lines([...server.rpcHead().slice(0, 2), 'Content-Type: text/plain'])],
    [403, lines(server.rpcHead(['Origin: http://evil.com']))],
    [405, lines([`PUT / HTTP/1.1`, host])],
    [421, lines(['GET / HTTP/1.1', 'Host: evil.com'], '')],
    [421, raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')],
    [400, lines(['GET http://evil.com/ HTTP/1.1', host], '')],
    [413, raw([...server.rpcHead(['Content-Length: 100000000']), '', ''].join('\r\n'))],
    [417, lines(server.rpcHead(['Expect: miracles']))],
    [200, lines(server.rpcHead(['Expect: 100-continue']))],
    [400, raw([...server.rpcHead(['Content-Length: 2', 'Transfer-Encoding: chunked']), '', '{}'].join('\r\n'))],
    [400, raw([...server.rpcHead(['Content-Length: 2', 'Content-Length: 3']), '', '{}'].join('\r\n'))],
    [400, raw([...server.rpcHead(['Transfer-Encoding: chunked, identity']), '', '0\r\n\r\n'].join('\r\n'))],
    [400, raw('nonsense\r\n\r\n')],
    [400, raw('GET / HTTP/1.1\r\nHost\r\n\r\n')],
    [400, raw(`GET / HTTP/1.1\r\n${host}\r\nX: a\nb\r\n\r\n`)],
    [431, raw(`GET / HTTP/1.1\r\n${host}\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`)],
  ]
}

test('every answer, errors and the parser’s own included, carries every security header and names no server', async () => {
  for (const [at, [status, send]] of everyWay().entries()) {
    const answer = await send()
    expect([answer.status, ...faults(answer)], `way ${at}: ${answer.head.slice(0, 60)}`).toEqual([status])
    if (status >= 400) expect(answer.body, 'no error has words').toBe('')
  }
})

test('a locked server answers 423 to every call and every recording', async () => {
  server.isOpen = false
  const before = server.calls.length
  const ways = [
    await sendLines(server.port, server.rpcHead(), '{}'),
    await sendLines(server.port, [`GET /media/${token} HTTP/1.1`, `Host: ${server.host}`]),
  ]
  server.isOpen = true
  for (const answer of ways) expect([answer.status, answer.body, ...faults(answer)]).toEqual([423, ''])
  expect(server.calls.length).toBe(before)
})

test('a bug says nothing of itself', async () => {
  const answer = await sendLines(server.port, server.rpcHead([], 'case.wipe'), '{}')
  expect(answer.status).toBe(500)
  expect(answer.body + answer.head).not.toContain(CANARY)
})

test('the page has a new nonce each time, and nothing outside its folder is served', async () => {
  const nonces = new Set<string>()
  for (let load = 0; load < 20; load += 1) {
    const { head, body } = await sendLines(server.port, ['GET / HTTP/1.1', `Host: ${server.host}`])
    const nonce = /'nonce-([^']+)'/.exec(head)?.[1] ?? ''
    expect(body).toBe(`<!doctype html><meta nonce="${nonce}">`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(20)
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fetc/passwd',
    '/%5c..%5cx.js',
    '/app.js%00.html',
  ])
    expect((await sendLines(server.port, [`GET ${path} HTTP/1.1`, `Host: ${server.host}`])).status, path).toBe(404)
})

test('control: Node’s own server fails the same search', async () => {
  const plain = createServer((_request, response) => response.end())
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  const { port } = plain.address() as AddressInfo
  const found = [await sendLines(port, ['GET / HTTP/1.1', 'Host: x']), await sendRaw(port, 'nonsense\r\n\r\n')].map(
    faults,
  )
  plain.close()
  for (const faulty of found) expect(faulty.length).toBeGreaterThan(8)
})

test('the event stream beats, counts its pages, and keeps at most four', async () => {
  const { counts } = server
  const controllers = Array.from({ length: 6 }, () => new AbortController())
  const streams: Response[] = []
  for (const { signal } of controllers) {
    const open = await fetch(`http://${server.host}/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${server.talkToken}` },
      body: '{}',
      signal,
    })
    streams.push(open)
  }
  const [first] = streams
  // The oldest were told to end: their text is whole.
  expect(await first!.text()).toMatch(/^({"type":"beat"}\n)+$/)
  await expect.poll(() => counts.at(-1)).toBe(4)
  server.streams.push({ type: 'shut', reason: 'asked' })
  const reader = streams[5]!.body!.getReader()
  let heard = ''
  while (!heard.includes('shut')) heard += Buffer.from((await reader.read()).value ?? []).toString()
  expect(heard).toContain('{"type":"shut","reason":"asked"}\n')
  for (const controller of controllers) controller.abort()
  await expect.poll(() => counts.at(-1)).toBe(0)
})
