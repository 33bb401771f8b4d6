import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionOpened } from '../../src/web/session-tokens'
import { RIGHT_PASSWORD } from '../shells/fake-host-words'

/** The loopback shell as a process of its own, on a data folder of its own. */
export class WebProcess {
  readonly child: ChildProcess
  readonly dataDir = mkdtempSync(join(tmpdir(), 'web-'))
  readonly ended: Promise<number | null>
  #text = ''

  constructor(folder: string, env: Readonly<Record<string, string>> = {}, flags: readonly string[] = ['--no-open']) {
    this.child = spawn(process.execPath, [join(folder, 'out/main/web.cjs'), ...flags, `--data-dir=${this.dataDir}`], {
      env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    })
    this.child.stdout?.on('data', (chunk) => (this.#text += String(chunk)))
    this.child.stderr?.on('data', (chunk) => (this.#text += String(chunk)))
    this.ended = new Promise((resolve) => this.child.once('exit', (code) => resolve(code)))
  }

  get text(): string {
    return this.#text
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** Every process of the program: keeper, transport, host, and a browser it opened. */
  all(pid = this.pid): readonly number[] {
    return [pid, ...childrenOf(pid).flatMap((child) => this.all(child))]
  }

  /** The process that speaks HTTP, or 0 between two of them. */
  get transport(): number {
    return childrenOf(this.pid).find((pid) => commandOf(pid).includes('transport.cjs')) ?? 0
  }

  /** The host processes, by the kernel's own records. */
  hosts(): readonly number[] {
    return this.transport === 0 ? [] : childrenOf(this.transport)
  }

  async address(): Promise<{ readonly origin: string; readonly bootstrap: string }> {
    for (let waited = 0; waited < 20_000; waited += 20) {
      const [, origin = '', bootstrap = ''] = /(http:\/\/127\.0\.0\.1:\d+)\/#k=([\w-]{43})/.exec(this.#text) ?? []
      if (bootstrap !== '') return { origin, bootstrap }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`no address: ${this.#text}`)
  }

  async page(): Promise<WebPage> {
    const { origin, bootstrap } = await this.address()
    return WebPage.openedWith(origin, bootstrap)
  }

  async end(): Promise<void> {
    this.child.kill('SIGTERM')
    await this.ended
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return children.trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** What a page does, without a browser. */
export class WebPage {
  readToken: string | null

  private constructor(
    readonly origin: string,
    readonly session: SessionOpened,
  ) {
    this.readToken = session.readToken
  }

  static async openedWith(origin: string, token: string): Promise<WebPage> {
    const answer = await postJson(`${origin}/session`, { token })
    if (!answer.ok) throw new Error(`/session: ${answer.status}`)
    return new WebPage(origin, (await answer.json()) as SessionOpened)
  }

  post(path: string, body: unknown = {}, token: string | null = this.readToken): Promise<Response> {
    return postJson(`${this.origin}${path}`, body, token ?? this.session.talkToken)
  }

  /** Opens the vault and keeps the read token that comes with the answer. */
  async open(password = RIGHT_PASSWORD): Promise<Response> {
    const answer = await this.post('/rpc/vault.open', { key: { way: 'password', password } })
    this.readToken = answer.headers.get('x-read-token')
    return answer
  }

  /** Listens to the event stream. */
  async events(): Promise<PageEvents> {
    return new PageEvents(await this.post('/events'))
  }
}

/** Posts JSON; once more when a kept connection was closed under it, as browsers do and Node's `fetch` does not. */
export async function postJson(url: string, body: unknown, token = ''): Promise<Response> {
  const post = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
  return post().catch(post).catch(post)
}

export class PageEvents {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  text = ''

  constructor(readonly answer: Response) {
    if (!answer.body) throw new Error('no stream')
    this.#reader = answer.body.getReader()
  }

  /** Reads until an event of this kind came. */
  async until(type: string): Promise<void> {
    while (!this.text.includes(`"type":"${type}"`)) {
      const { done, value } = await this.#reader.read()
      if (done) throw new Error(`the stream ended: ${this.text}`)
      this.text += Buffer.from(value).toString()
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel()
  }
}
