import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { securityHeaders } from '#contract/page-policy'
import { newNonce } from '#shells/page-assets'

interface Answer {
  readonly contentType?: string
  readonly nonce?: string
  /** Path of the address that was asked for, where its policy differs. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Ends a response. Every one, errors included, carries the security headers. */
export function send(
  response: ServerResponse,
  status: number,
  body: Buffer | string = '',
  { contentType = 'text/plain; charset=utf-8', nonce = newNonce(), path = '/', headers = {} }: Answer = {},
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, {
    ...securityHeaders(nonce, path),
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    ...headers,
    // After a refusal nothing more is read from this connection.
    ...(status >= 400 ? { Connection: 'close' } : {}),
  })
  response.end(body)
}

export const sendJson = (
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void =>
  send(response, 200, Buffer.from(JSON.stringify(value)), { contentType: 'application/json; charset=utf-8', headers })

const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

/** Answers what Node's parser refused before there was a request: Node's own words would lack our headers. */
export function refuseOnSocket(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = STATUS_OF[error.code ?? ''] ?? 400
  const headers = { ...securityHeaders(newNonce()), 'Content-Length': '0', Connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n'))
}
