import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '#contract/errors'
import { HostLink } from '#contract/host-link'
import type { FromHost, HostStart, ToHost } from '#contract/host-messages'
import { nodeTimers } from '#shells/node-timers'

/** The host as it ships. */
export const BUILT_HOST = join(process.cwd(), 'out', 'main', 'host.cjs')

/** A host process of its own, driven by messages as a shell drives it. */
export class HostDriver {
  readonly #child: ChildProcess
  readonly #link: HostLink
  readonly exited: Promise<NodeJS.Signals | null>

  private constructor(child: ChildProcess) {
    this.#child = child
    // A call sent to a host that has just been killed goes down with it (EPIPE): that is the test, not an error of it.
    const link = {
      send: (message: ToHost) => void child.send(message, () => undefined),
      kill: () => void child.kill('SIGKILL'),
      onMessage: (listener: (message: FromHost) => void) =>
        void child.on('message', (message) => listener(message as FromHost)),
      onExit: (listener: () => void) => void child.once('exit', listener),
    }
    child.on('error', () => undefined)
    const nothing = (): void => undefined
    const events = { answer: () => null, onComeForward: nothing, onOpened: nothing, onGone: nothing }
    this.#link = new HostLink(link, events, nodeTimers)
    this.exited = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  }

  /** Resolves once the host answers; null when another process holds the vault. */
  static async start(
    dataDir: string,
    { script = BUILT_HOST, version = '0' }: { readonly script?: string; readonly version?: string } = {},
  ): Promise<HostDriver | null> {
    if (!existsSync(script)) throw new Error('the host is not built: run `npm run build` (npm test does it before)')
    const start: HostStart = { dataDir, version, shell: 'web' }
    const host = new HostDriver(fork(script, [JSON.stringify(start)], { serialization: 'advanced', stdio: 'pipe' }))
    const isOurs = await host.#link.ready.catch(() => false)
    if (isOurs) return host
    await host.kill()
    return null
  }

  /** Starts a host and opens its vault without a password, made on the first start. */
  static async opened(dataDir: string, given: { readonly script?: string; readonly version?: string } = {}) {
    const host = await HostDriver.start(dataDir, given)
    if (!host) throw new Error('another host holds the vault')
    await host.openVault()
    return host
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Everything the host wrote for people so far is thrown away by default; a test may listen. */
  listen(onText: (text: string) => void): void {
    this.#child.stdout?.on('data', (chunk: Buffer) => onText(chunk.toString()))
    this.#child.stderr?.on('data', (chunk: Buffer) => onText(chunk.toString()))
  }

  call(name: string, input: unknown): Promise<Reply<unknown>> {
    return this.#link.call(name, input)
  }

  /** The value of a call that must succeed. */
  async good<T>(name: string, input: unknown): Promise<T> {
    const reply = await this.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
    return reply.value as T
  }

  async openVault(): Promise<void> {
    const { state } = await this.good<{ state: string }>('vault.status', {})
    if (state === 'shut') await this.good('vault.open', { key: { way: 'device' } })
    else if (state !== 'open') await this.good('vault.create', { protection: { kind: 'none' } })
  }

  async revision(): Promise<number> {
    return (await this.good<{ document: { revision: number } }>('case.get', {})).document.revision
  }

  kill(): Promise<NodeJS.Signals | null> {
    this.#child.kill('SIGKILL')
    return this.exited
  }
}
