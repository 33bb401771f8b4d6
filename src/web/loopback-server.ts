import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { answerMedia, type MediaSource } from '#contract/media-answer'
import { securityHeaders } from '#contract/page-policy'
import { newNonce, readAsset } from '#shells/page-assets'
import { answerPost, type PostParts } from './post-routes'
import { checkRequest } from './request-checks'
import { refuseOnSocket, send } from './send-answer'

export interface LoopbackParts extends PostParts {
  readonly pageFolder: string
  readonly media: MediaSource
}

const MOST_CONNECTIONS = 256

/**
 * The server, for connections that were accepted elsewhere: each is given to it by its event `connection`. `port` is the one
 * they came to.
 */
export function createLoopbackServer(parts: LoopbackParts, port: () => number): Server {
  // `requireHostHeader` off: our own check refuses, with our own headers.
  const server = createServer({ requireHostHeader: false, connectionsCheckingInterval: 1_000 })
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    answer(parts, port(), request, response).catch(() => send(response, 500))
  }
  server.on('request', onRequest)
  server.on('checkContinue', onRequest)
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => send(response, 417))
  server.on('clientError', refuseOnSocket)
  server.headersTimeout = 5_000
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 5_000
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    if (open.size >= MOST_CONNECTIONS) {
      socket.destroy()
      return
    }
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  // Node checks its time limits from this event on; this server itself listens to nothing.
  server.emit('listening')
  return server
}

async function answer(
  parts: LoopbackParts,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const checked = checkRequest(request, port)
  switch (checked.kind) {
    case 'refused':
      send(response, checked.status)
      return
    case 'asset':
      await sendAsset(parts.pageFolder, checked.path, response)
      return
    case 'media':
      await sendMedia(parts, checked.token, request, response)
      return
    case 'post':
      await answerPost(checked.path, parts, request, response)
  }
}

async function sendAsset(folder: string, path: string, response: ServerResponse): Promise<void> {
  const nonce = newNonce()
  const asset = await readAsset(folder, path, nonce)
  if (asset) send(response, 200, asset.body, { contentType: asset.contentType, nonce, path })
  else send(response, 404)
}

async function sendMedia(
  { media, guard }: LoopbackParts,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!guard.isOpen) {
    send(response, 423)
    return
  }
  const { status, headers, body } = await answerMedia(media, token, request.headers.range)
  if (!body) {
    send(response, status, '', { headers })
    return
  }
  response.writeHead(status, { ...securityHeaders(newNonce()), ...headers })
  await pipeline(Readable.from(body, { objectMode: false }), response)
}
