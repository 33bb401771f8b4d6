import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { ShutReason } from '#contract/dto/vault'
import type { GiveUp } from '#contract/session-guard'
import type { FromTransport, ToTransport } from './keeper-messages'
import type { KeptTokens } from './session-tokens'

/** Connections that may wait for the next transport. */
const MOST_HELD = 256
/** A host that dies so often within a minute while the vault is open is not started again. */
const MOST_ENDS = 3
const ENDS_WITHIN_MS = 60_000

export interface KeeperEvents {
  onReady(): void
  onAlreadyOpen(): void
  /** A window is wanted at this address; its token is good once and for a minute. */
  onShow(address: string): void
  onArrived(): void
  onGiveUp(why: GiveUp): void
  /** The transport is gone that nobody told to go, or was told by `end`. */
  onEnd(code: number): void
}

export interface KeeperParts {
  readonly transportPath: string
  readonly dataDir: string
  readonly version: string
  readonly events: KeeperEvents
  readonly nowMs: () => number
}

/**
 * Holds the port and hands its connections, unread, to the transport of the day. The port is never let go in between:
 * another program that took it would be given what pages send to their origin.
 */
export class Keeper {
  readonly #parts: KeeperParts
  readonly #server: Server
  #transport: ChildProcess | null = null
  #isReady = false
  #held: Socket[] = []
  #left: { readonly reason: ShutReason; readonly tokens: KeptTokens } | null = null
  #ends: number[] = []
  #hasStarted = false

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.#server = createServer({ pauseOnConnect: true }, (socket) => this.#hand(socket))
  }

  /** Listens on 127.0.0.1 only, on a port the system chooses, and starts the first transport. */
  async start(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(0, '127.0.0.1', resolve)
    })
    this.#begin()
  }

  end(): void {
    this.#server.close()
    for (const socket of this.#held) socket.destroy()
    if (this.#transport) this.#tell({ type: 'end' })
    else this.#parts.events.onEnd(0)
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  #tell(message: ToTransport, socket?: Socket): void {
    if (this.#transport?.connected) this.#transport.send(message, socket, undefined, () => undefined)
    else socket?.destroy()
  }

  #hand(socket: Socket): void {
    socket.on('error', () => undefined)
    if (this.#isReady) this.#tell({ type: 'connection' }, socket)
    else if (this.#held.length < MOST_HELD) this.#held.push(socket)
    else socket.destroy()
  }

  #begin(): void {
    const child = fork(this.#parts.transportPath, [])
    const left = this.#left
    this.#transport = child
    this.#left = null
    child.on('message', (message) => this.#hear(message as FromTransport))
    child.once('error', () => this.#parts.events.onEnd(1))
    child.once('exit', (code) => this.#onExit(code ?? 1))
    this.#tell({
      type: 'start',
      dataDir: this.#parts.dataDir,
      version: this.#parts.version,
      port: this.#port,
      shutReason: left?.reason ?? null,
      tokens: left?.tokens ?? null,
    })
  }

  #hear(message: FromTransport): void {
    const { events } = this.#parts
    switch (message.type) {
      case 'ready': {
        this.#isReady = this.#hasStarted = true
        const held = this.#held
        this.#held = []
        for (const socket of held) this.#hand(socket)
        events.onReady()
        return
      }
      case 'alreadyOpen':
        if (this.#hasStarted) events.onGiveUp('elsewhere')
        else events.onAlreadyOpen()
        return
      case 'show':
        events.onShow(`http://127.0.0.1:${this.#port}/#k=${message.token}`)
        return
      case 'arrived':
        events.onArrived()
        return
      case 'leaving':
        this.#isReady = false
        this.#tell({ type: 'held' })
        return
      case 'left':
        this.#left = message
        return
      case 'gaveUp':
        events.onGiveUp(message.why)
    }
  }

  #onExit(code: number): void {
    this.#transport = null
    this.#isReady = false
    if (!this.#left) {
      this.#parts.events.onEnd(code)
      return
    }
    if (this.#left.reason === 'ended') {
      const now = this.#parts.nowMs()
      this.#ends = [...this.#ends.filter((endedMs) => now - endedMs < ENDS_WITHIN_MS), now]
      if (this.#ends.length > MOST_ENDS) {
        this.#parts.events.onGiveUp('hostKeepsEnding')
        return
      }
    }
    this.#begin()
  }
}
