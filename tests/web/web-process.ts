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

  /** The host processes under it, by the kernel's own records. */
  hosts(): readonly number[] {
    const children = readFileSync(`/proc/${this.pid}/task/${this.pid}/children`, 'utf8')
    return children.trim().split(' ').filter(Boolean).map(Number)
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

export const postJson = (url: string, body: unknown, token = ''): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })

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
