import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MediaSource } from '#contract/media-answer'
import { EventStreams } from '../../src/web/event-streams'
import { createLoopbackServer } from '../../src/web/loopback-server'
import { SessionTokens } from '../../src/web/session-tokens'
import { CANARY } from '../shells/fake-host-words'

const nothing = (): void => undefined

/** The real server in this process, over a vault that is open and answers every call with a canary. */
export class RawServer {
  readonly tokens = new SessionTokens(() => Date.now())
  readonly calls: string[] = []
  readonly counts: number[] = []
  readonly folder = mkdtempSync(join(tmpdir(), 'page-'))
  readonly streams = new EventStreams((count) => this.counts.push(count), 50)
  isOpen = true
  talkToken = ''
  readToken = ''
  port = 0
  close: () => void = nothing

  static async start(media: Partial<MediaSource> = {}): Promise<RawServer> {
    const server = new RawServer()
    writeFileSync(join(server.folder, 'index.html'), '<!doctype html><meta nonce="__CSP_NONCE__">')
    writeFileSync(join(server.folder, 'app.js'), '0')
    const http = createLoopbackServer(
      {
        pageFolder: server.folder,
        tokens: server.tokens,
        streams: server.streams,
        media: { look: () => Promise.resolve(null), piece: () => Promise.resolve(null), ...media },
        guard: {
          get isOpen() {
            return server.isOpen
          },
          call: (name) => {
            server.calls.push(name)
            if (name === 'case.wipe') throw new Error(`a bug with ${CANARY} in its words`)
            return Promise.resolve({ ok: true, value: CANARY })
          },
        },
        onSession: nothing,
      },
      () => server.port,
    )
    server.port = await listening(http)
    server.talkToken = server.tokens.exchange(server.tokens.bootstrap())?.talkToken ?? ''
    server.readToken = server.tokens.grantRead(`Bearer ${server.talkToken}`) ?? ''
    server.close = () => {
      http.close()
      http.closeAllConnections()
      rmSync(server.folder, { recursive: true, force: true })
    }
    return server
  }

  get host(): string {
    return `127.0.0.1:${this.port}`
  }

  /** The head of a call that would be answered, to be spoiled. */
  rpcHead(more: readonly string[] = [], name = 'case.get'): readonly string[] {
    return [
      `POST /rpc/${name} HTTP/1.1`,
      `Host: ${this.host}`,
      'Content-Type: application/json',
      `Authorization: Bearer ${this.readToken}`,
      ...more,
    ]
  }
}

/** Lets the server accept by itself what the keeper would hand it. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number
  readonly head: string
  readonly body: string
}

/** Writes bytes to a port of this machine and reads until the other side ends, at most `limitMs`. */
export function sendRaw(port: number, text: string, limitMs = 5_000, address = '127.0.0.1'): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, address, () => socket.write(text, 'latin1'))
    const finish = (): void => {
      clearTimeout(timer)
      socket.destroy()
      const [head = '', ...body] = heard.split('\r\n\r\n')
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: body.join('\r\n\r\n') })
    }
    const timer = setTimeout(finish, limitMs)
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
    socket.on('end', finish)
    socket.on('error', finish)
    socket.on('close', finish)
  })
}

/** One request with a body, its length said, and the connection closed after it. */
export const sendLines = (port: number, lines: readonly string[], body = ''): Promise<RawAnswer> =>
  sendRaw(port, [...lines, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body].join('\r\n'))
