import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { securityHeaders } from '#contract/page-policy'
import type { Dispatch } from '#services/dispatch'
import { newNonce, readAsset } from './assets'
import { checkRequest } from './request-checks'
import type { SessionTokens } from './session-tokens'

const MAX_BODY_BYTES = 80_000_000
const RPC = /^\/rpc\/([A-Za-z]{1,32}\.[A-Za-z]{1,32})$/

export interface LoopbackParts {
  readonly pageFolder: string
  readonly tokens: SessionTokens
  readonly dispatch: Dispatch
}

/** Listens on 127.0.0.1 only, on a port the system chooses. */
export async function startLoopbackServer(parts: LoopbackParts): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    answer(parts, port, request, response).catch(() => end(response, 500, ''))
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 5_000
  server.maxConnections = 64
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

async function answer(
  { pageFolder, tokens, dispatch }: LoopbackParts,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const checked = checkRequest(request, port)
  if (checked.kind === 'refused') return end(response, checked.status, '')
  if (checked.kind === 'asset') {
    const nonce = newNonce()
    const asset = await readAsset(pageFolder, checked.path, nonce)
    return asset ? end(response, 200, asset.body, asset.contentType, nonce) : end(response, 404, '', undefined, nonce)
  }
  if (checked.path === '/session') {
    const body = await readJson(request)
    if (!body.ok) return end(response, body.status, '')
    const token = (body.value as { token?: unknown } | null)?.token
    const session = typeof token === 'string' ? tokens.exchange(token) : null
    return session ? endJson(response, session) : end(response, 401, '')
  }
  const name = RPC.exec(checked.path)?.[1]
  if (name === undefined) return end(response, 404, '')
  if (!tokens.mayRead(request.headers.authorization)) return end(response, 401, '')
  const body = await readJson(request)
  if (!body.ok) return end(response, body.status, '')
  endJson(response, await dispatch(name, body.value))
}

type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly status: 400 | 413 }

async function readJson(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return { ok: false, status: 413 }
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown }
  } catch {
    return { ok: false, status: 400 }
  }
}

const endJson = (response: ServerResponse, value: unknown): void =>
  end(response, 200, Buffer.from(JSON.stringify(value)), 'application/json; charset=utf-8')

function end(
  response: ServerResponse,
  status: number,
  body: Buffer | string,
  contentType = 'text/plain; charset=utf-8',
  nonce = newNonce(),
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, {
    ...securityHeaders(nonce),
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    // After a refusal nothing more is read from this connection.
    ...(status >= 400 ? { Connection: 'close' } : {}),
  })
  response.end(body)
}
