import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtShells } from '../shells/built-shells'
import { sendRaw } from './raw-server'
import { WebProcess, type WebPage } from './web-process'

// Against the shell as a process of its own, so that its memory can be weighed.
let built: Awaited<ReturnType<typeof builtShells>>
let shell: WebProcess
let page: WebPage
let port = 0
let transport = 0

beforeAll(async () => {
  built = await builtShells()
  shell = new WebProcess(built.folder)
  page = await shell.page()
  await page.open()
  port = Number(new URL(page.origin).port)
  transport = shell.transport
})
afterAll(async () => {
  await shell.end()
  built.remove()
})

const rssMegabytes = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${shell.transport}/status`, 'utf8'))?.[1] ?? 0) / 1024

const head = (more: readonly string[], token = page.readToken): string =>
  [
    'POST /rpc/case.import HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Authorization: Bearer ${token ?? ''}`,
    ...more,
    '',
    '',
  ].join('\r\n')

async function isWell(): Promise<boolean> {
  const answer = await page.post('/rpc/case.get')
  return answer.status === 200 && shell.child.exitCode === null && shell.transport === transport
}

/** Pours chunks of a megabyte into a connection until it is cut or all are sent. */
function pour(text: string, megabytes: number): Promise<{ readonly sent: number; readonly status: number }> {
  return new Promise((resolve) => {
    const chunk = Buffer.from(`100000\r\n${'a'.repeat(0x100000)}\r\n`)
    let sent = 0
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text)
      more()
    })
    const more = (): void => {
      while (sent < megabytes && !socket.destroyed) {
        sent += 1
        if (!socket.write(chunk)) {
          socket.once('drain', more)
          return
        }
      }
    }
    socket.on('data', (data) => (heard += data.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ sent, status: Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0) }))
  })
}

test('a body of 100 MB is refused by its length, unread, or cut when it comes in pieces', async () => {
  const before = rssMegabytes()
  expect((await sendRaw(port, head(['Content-Length: 104857600']))).status).toBe(413)
  const { sent, status } = await pour(head(['Transfer-Encoding: chunked']), 200)
  expect(sent).toBeLessThan(100)
  expect([0, 413]).toContain(status)
  expect(await isWell()).toBe(true)
  console.log(`200 MB offered, cut after ${sent}; memory ${Math.round(before)} → ${Math.round(rssMegabytes())} MB`)
})

test('who may only talk is cut at 64 KiB, and a stranger before a byte of the body', async () => {
  const talk = page.session.talkToken
  const big = JSON.stringify({ key: { way: 'password', password: 'x'.repeat(70_000) } })
  expect((await page.post('/rpc/vault.open', JSON.parse(big), talk)).status).toBe(413)
  const stranger = await sendRaw(port, head(['Content-Length: 100'], 'A'.repeat(43)))
  expect(stranger.status).toBe(401)
})

test('a thousand idle connections are survived, and the page is answered once they are gone', async () => {
  const before = rssMegabytes()
  const sockets: Socket[] = []
  for (let at = 0; at < 1_000; at += 1) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    sockets.push(socket)
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const grown = rssMegabytes() - before
  for (const socket of sockets) socket.destroy()
  await expect.poll(isWell, { timeout: 10_000 }).toBe(true)
  expect(grown).toBeLessThan(100)
  console.log(`1,000 connections: +${Math.round(grown)} MB`)
})

/** How long a port bears a request whose head comes byte by byte. */
function slowloris(to: number, limitMs: number): Promise<{ readonly tookMs: number; readonly heard: string }> {
  return new Promise((resolve) => {
    const started = performance.now()
    let heard = ''
    const socket = connect(to, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\n'))
    const drip = setInterval(() => socket.write('X'), 200)
    const stop = setTimeout(() => socket.destroy(), limitMs)
    socket.on('data', (data) => (heard += data.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(drip)
      clearTimeout(stop)
      resolve({ tookMs: performance.now() - started, heard })
    })
  })
}

test('a head that drips in is cut off within ten seconds; control: a server without a limit bears it', async () => {
  const patient = createServer((socket) => socket.on('data', () => undefined).on('error', () => undefined))
  await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve))
  const [ours, theirs] = await Promise.all([
    slowloris(port, 20_000),
    slowloris((patient.address() as AddressInfo).port, 12_000),
  ])
  patient.close()
  expect(ours.tookMs).toBeLessThan(10_000)
  expect(ours.heard).toMatch(/^HTTP\/1\.1 408/)
  expect(theirs.tookMs).toBeGreaterThan(11_000)
  expect(await isWell()).toBe(true)
})

test.runIf(process.platform === 'linux')('listens on 127.0.0.1 only, on one port', () => {
  const inode = new Set<string>()
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6', '/proc/net/udp', '/proc/net/udp6'])
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/)
      const [address = '', at = ''] = (fields[1] ?? '').split(':')
      const isListening = fields[3] === '0A' || table.includes('udp')
      if (isListening && Number.parseInt(at, 16) === port) inode.add(address)
    }
  // 0100007F is 127.0.0.1 as the kernel writes it.
  expect([...inode]).toEqual(['0100007F'])
})
