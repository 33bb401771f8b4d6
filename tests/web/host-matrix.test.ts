import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANARY } from '../shells/fake-host-words'
import { RawServer, sendRaw } from './raw-server'

let server: RawServer
beforeAll(async () => {
  server = await RawServer.start()
})
afterAll(() => server.close())

/** Requests by request target and the lines that name a host; the first is the one right form. */
function forms(port: number): readonly (readonly [target: string, ...hosts: readonly string[]])[] {
  const ours = `127.0.0.1:${port}`
  const wrongHosts = [
    'localhost',
    `localhost:${port}`,
    '127.0.0.1',
    '127.0.0.1:',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:0${port}`,
    `127.0.0.1:${port}0`,
    `127.0.0.1:+${port}`,
    `127.0.0.1.:${port}`,
    `127.0.0.1.evil.com:${port}`,
    `evil.com:${port}`,
    `127.0.0.1:${port}.evil.com`,
    `127.0.0.1:${port}@evil.com`,
    `evil.com@127.0.0.1:${port}`,
    `user:pass@127.0.0.1:${port}`,
    `0.0.0.0:${port}`,
    `0:${port}`,
    `127.1:${port}`,
    `127.0.1:${port}`,
    `127.0.0.2:${port}`,
    `2130706433:${port}`,
    `0x7f000001:${port}`,
    `0x7f.0.0.1:${port}`,
    `0177.0.0.1:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `[::]:${port}`,
    `${ours}, evil.com`,
    `evil.com, ${ours}`,
    `${ours} evil.com`,
    `http://${ours}`,
    `//${ours}`,
    `${ours}/`,
    `${ours}#`,
    `${ours}?`,
    `１２７.0.0.1:${port}`,
    `127。0。0。1:${port}`,
    '',
    ' ',
    'app://room',
    'null',
    '*',
  ]
  const line = `Host: ${ours}`
  return [
    ['/', line],
    ...wrongHosts.map((host) => ['/', `Host: ${host}`] as const),
    ['/'],
    ['/', line, line],
    ['/', line, 'Host: evil.com'],
    ['/', 'Host: evil.com', line],
    ['/', line, `host: ${ours}`],
    ['/', 'X-Forwarded-Host: evil.com'],
    ['/', `X-Forwarded-Host: ${ours}`, 'Host: evil.com'],
    ['/', `Host : ${ours}`],
    ['/', 'Host:', ` ${ours}`],
    [`http://${ours}/`, line],
    ['http://evil.com/', line],
    [`http://evil.com@${ours}/`, line],
    [`//evil.com/`, line],
    [`//${ours}/`, line],
    ['*', line],
    [ours, line],
    ['app.js', line],
    ['\\\\evil.com\\', line],
  ]
}

/** The forms that were answered with a page. */
async function answered(port: number): Promise<readonly (readonly string[])[]> {
  const outcomes = await Promise.all(
    forms(port).map(async ([target, ...hosts]) => {
      const request = [`GET ${target} HTTP/1.1`, ...hosts, 'Connection: close', '', ''].join('\r\n')
      const { status } = await sendRaw(port, Buffer.from(request).toString('latin1'))
      return status === 200 ? [[target, ...hosts]] : []
    }),
  )
  return outcomes.flat()
}

test('of more than sixty ways to name the host, exactly one is answered', async () => {
  expect(forms(1).length).toBeGreaterThan(60)
  expect(await answered(server.port)).toEqual([['/', `Host: ${server.host}`]])
})

test('the same holds for calls: the host hears none but the right one', async () => {
  const before = server.calls.length
  for (const [target, ...hosts] of forms(server.port)) {
    const at = target === '/' ? '/rpc/case.get' : target.replace(/\/$/, '/rpc/case.get')
    const lines = [
      `POST ${at} HTTP/1.1`,
      ...hosts,
      ...server.rpcHead().slice(2),
      'Content-Length: 2',
      'Connection: close',
    ]
    const answer = await sendRaw(server.port, Buffer.from([...lines, '', '{}'].join('\r\n')).toString('latin1'))
    if (answer.status !== 200) expect(answer.body).not.toContain(CANARY)
  }
  expect(server.calls.length - before).toBe(1)
})

test('HTTP/1.0 and what is no HTTP get no page without the right host', async () => {
  for (const text of [
    'GET / HTTP/1.0\r\n\r\n',
    'GET /\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ]) {
    const { status, body } = await sendRaw(server.port, text, 1_500)
    expect(status, text).not.toBe(200)
    expect(body).not.toContain('doctype')
  }
})

test('control: a server that compares Node’s `headers.host` answers duplicates and absolute targets', async () => {
  const careless = createServer((request, response) => {
    const { port } = careless.address() as AddressInfo
    response.writeHead(request.headers.host === `127.0.0.1:${port}` ? 200 : 421).end()
  })
  await new Promise<void>((resolve) => careless.listen(0, '127.0.0.1', resolve))
  const through = await answered((careless.address() as AddressInfo).port)
  careless.close()
  const targets = through.map(
    ([target = '', ...hosts]) => `${target.startsWith('http') ? 'absolute' : 'path'} ${hosts.length}`,
  )
  expect(targets).toContain('absolute 1')
  expect(targets).toContain('path 2')
})
