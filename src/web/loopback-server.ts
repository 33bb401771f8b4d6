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
    answer(parts, port, request, response).catch(() => {
      end(response, 500, '')
    })
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
  if (checked.kind === 'refused') end(response, checked.status, '')
  else if (checked.kind === 'asset') await sendAsset(pageFolder, checked.path, response)
  else await post(checked.path, { tokens, dispatch }, request, response)
}

async function sendAsset(folder: string, path: string, response: ServerResponse): Promise<void> {
  const nonce = newNonce()
  const asset = await readAsset(folder, path, nonce)
  if (asset) end(response, 200, asset.body, asset.contentType, nonce)
  else end(response, 404, '')
}

async function post(
  path: string,
  { tokens, dispatch }: Pick<LoopbackParts, 'tokens' | 'dispatch'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = RPC.exec(path)?.[1]
  if (path !== '/session' && name === undefined) {
    end(response, 404, '')
    return
  }
  // Before a byte of the body is read.
  if (name !== undefined && !tokens.mayRead(request.headers.authorization)) {
    end(response, 401, '')
    return
  }
  const body = await readJson(request)
  if (!body.ok) end(response, body.status, '')
  else if (name !== undefined) endJson(response, await dispatch(name, body.value))
  else {
    const token = (body.value as { token?: unknown } | null)?.token
    const session = typeof token === 'string' ? tokens.exchange(token) : null
    if (session) endJson(response, session)
    else end(response, 401, '')
  }
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

const endJson = (response: ServerResponse, value: unknown): void => {
  end(response, 200, Buffer.from(JSON.stringify(value)), 'application/json; charset=utf-8')
}

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
