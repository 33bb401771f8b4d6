import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { ShutReason } from '#contract/dto/vault'
import { SessionGuard } from '#contract/session-guard'
import { hostMedia } from '#shells/host-media'
import { idleLimit } from '#shells/idle-limit'
import { nodeTimers } from '#shells/node-timers'
import { EventStreams } from './event-streams'
import { forkHost } from './host-process'
import type { FromTransport, ToTransport } from './keeper-messages'
import { createLoopbackServer } from './loopback-server'
import { preferencesIn } from './preferences'
import { SessionTokens } from './session-tokens'

process.umask(0o077)

/** What answers that are under way have, to reach their page, before this process ends. */
const LAST_WORDS_MS = 100

type Start = Extract<ToTransport, { type: 'start' }>

const tell = (message: FromTransport): void => {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

class Transport {
  readonly #tokens: SessionTokens
  readonly #streams = new EventStreams((count) => this.#guard.pagesAre(count))
  readonly #guard: SessionGuard
  readonly #server: Server
  #onHeld: () => void = () => undefined

  constructor(start: Start) {
    const { dataDir, version, port } = start
    this.#tokens = new SessionTokens(() => Date.now(), start.tokens)
    const preferences = preferencesIn(dataDir)
    this.#guard = new SessionGuard({
      fork: (reason) => {
        const shutReason = reason ?? start.shutReason
        const given = { dataDir, version, shell: 'web' as const, ...(shutReason ? { shutReason } : {}) }
        return forkHost(join(__dirname, 'host.cjs'), given)
      },
      events: { answer: (question) => preferences.answer(question), onComeForward: () => this.show() },
      timers: nodeTimers,
      countsPages: true,
      endsWithVault: true,
      limits: { idleMs: idleLimit(process.env) },
      onShut: (reason) => this.#leave(reason),
      onGiveUp: (why) => {
        tell({ type: 'gaveUp', why })
        setTimeout(() => process.exit(1), LAST_WORDS_MS)
      },
    })
    this.#server = createLoopbackServer(
      {
        pageFolder: join(__dirname, '..', 'renderer'),
        tokens: this.#tokens,
        streams: this.#streams,
        guard: this.#guard,
        media: hostMedia(this.#guard.call),
        onSession: () => tell({ type: 'arrived' }),
      },
      () => port,
    )
  }

  async start(isFirst: boolean): Promise<void> {
    if (!(await this.#guard.start())) {
      tell({ type: 'alreadyOpen' })
      setTimeout(() => process.exit(0), LAST_WORDS_MS)
      return
    }
    tell({ type: 'ready' })
    if (isFirst) this.show()
  }

  show(): void {
    tell({ type: 'show', token: this.#tokens.bootstrap() })
  }

  take(socket: Socket): void {
    this.#server.emit('connection', socket)
  }

  held(): void {
    this.#onHeld()
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections()
    await this.#guard.end()
    process.exit(0)
  }

  /** At once nobody reads. Pages are told when the keeper holds their next connections back, for a process that knows nothing. */
  #leave(reason: ShutReason): void {
    this.#tokens.revokeReading()
    this.#onHeld = () => {
      this.#server.removeAllListeners('request')
      this.#server.on('request', (request) => request.socket.destroy())
      this.#server.closeIdleConnections()
      tell({ type: 'left', reason, tokens: this.#tokens.kept() })
      this.#streams.push({ type: 'shut', reason })
      this.#streams.end()
      void this.#guard.end().then(() => setTimeout(() => process.exit(0), LAST_WORDS_MS))
    }
    tell({ type: 'leaving' })
  }
}

let transport: Transport | null = null

process.on('message', (raw, socket) => {
  const message = raw as ToTransport
  switch (message.type) {
    case 'start':
      transport = new Transport(message)
      transport.start(message.shutReason === null).catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : 'could not start')
        process.exit(1)
      })
      return
    case 'connection':
      // A connection that was closed on its way here comes as none.
      if (socket) transport?.take(socket as Socket)
      return
    case 'held':
      transport?.held()
      return
    case 'end':
      if (transport) void transport.end()
      else process.exit(0)
  }
})
process.on('disconnect', () => {
  if (transport) void transport.end()
  else process.exit(0)
})
// Ctrl+C reaches every process of a terminal's group: the keeper decides when this one ends.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
