import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SessionTokens } from '../../src/web/session-tokens'
import { builtShells } from '../shells/built-shells'
import { WebPage, WebProcess } from './web-process'

class Desk {
  nowMs = 0
  readonly tokens = new SessionTokens(() => this.nowMs)
}

const bearer = (token: string | null): string => `Bearer ${token ?? ''}`

describe('single-use tokens', () => {
  test('are 256 random bits, good once, and for a minute', () => {
    const desk = new Desk()
    const token = desk.tokens.bootstrap()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    desk.nowMs = 60_000
    expect(desk.tokens.exchange(token)).not.toBeNull()
    expect(desk.tokens.exchange(token)).toBeNull()
    const late = desk.tokens.bootstrap()
    desk.nowMs = 120_001
    expect(desk.tokens.exchange(late)).toBeNull()
    // A token that came too late is spent all the same, also for a clock set back.
    desk.nowMs = 60_000
    expect(desk.tokens.exchange(late)).toBeNull()
  })

  test('differ, all of them', () => {
    const { tokens } = new Desk()
    const seen = new Set<string>()
    for (let round = 0; round < 1_000; round += 1) {
      const bootstrap = tokens.bootstrap()
      const { talkToken, reloadToken } = tokens.exchange(bootstrap)!
      for (const token of [bootstrap, talkToken, reloadToken, tokens.grantRead(bearer(talkToken))!]) seen.add(token)
    }
    expect(seen.size).toBe(4_000)
  })

  test('of another kind open nothing', () => {
    const { tokens } = new Desk()
    const bootstrap = tokens.bootstrap()
    expect(tokens.rightOf(bearer(bootstrap))).toBeNull()
    const { talkToken, reloadToken } = tokens.exchange(bootstrap)!
    const readToken = tokens.grantRead(bearer(talkToken))!
    expect([talkToken, readToken, reloadToken].map((token) => tokens.rightOf(bearer(token)))).toEqual([
      'talk',
      'read',
      null,
    ])
    for (const token of [talkToken, readToken, bootstrap, '', 'x'.repeat(43)]) expect(tokens.exchange(token)).toBeNull()
    expect(tokens.grantRead(bearer(reloadToken))).toBeNull()
  })

  test.each([
    '',
    'Bearer',
    'bearer TOKEN',
    'Bearer  TOKEN',
    'Bearer TOKEN ',
    'Basic TOKEN',
    'TOKEN',
    'Bearer TOKEN,Bearer TOKEN',
  ])('in the header "%s" are no token', (form) => {
    const { tokens } = new Desk()
    const { talkToken } = tokens.exchange(tokens.bootstrap())!
    expect(tokens.rightOf(form.replaceAll('TOKEN', talkToken))).toBeNull()
    expect(tokens.rightOf(bearer(talkToken))).toBe('talk')
  })

  test('of a reload work again until the page they brought shows its own: a page reloaded twice at once is not lost', () => {
    const { tokens } = new Desk()
    const page = tokens.exchange(tokens.bootstrap())!
    tokens.grantRead(bearer(page.talkToken))
    const lost = tokens.exchange(page.reloadToken)!
    const again = tokens.exchange(page.reloadToken)!
    expect(tokens.rightOf(bearer(lost.readToken))).toBeNull()
    expect(tokens.rightOf(bearer(again.readToken))).toBe('read')
    expect(tokens.exchange(page.reloadToken)).toBeNull()
    // Not after the vault was shut, though.
    const late = tokens.exchange(again.reloadToken)!
    expect(late.readToken).not.toBeNull()
    tokens.revokeReading()
    expect(tokens.exchange(again.reloadToken)?.readToken).toBeNull()
  })

  test('of windows nobody opens are forgotten: memory does not grow', () => {
    const { tokens } = new Desk()
    const first = tokens.bootstrap()
    for (let more = 0; more < 100; more += 1) tokens.bootstrap()
    expect(tokens.exchange(first)).toBeNull()
    const oldest = tokens.exchange(tokens.bootstrap())!
    for (let more = 0; more < 100; more += 1) tokens.exchange(tokens.bootstrap())
    expect(tokens.rightOf(bearer(oldest.talkToken))).toBeNull()
  })
})

describe('shutting', () => {
  test('takes every read token away and what reloads could bring back', () => {
    const { tokens } = new Desk()
    const pages = Array.from({ length: 5 }, () => {
      const page = tokens.exchange(tokens.bootstrap())!
      return { ...page, readToken: tokens.grantRead(bearer(page.talkToken))! }
    })
    tokens.revokeReading()
    for (const { talkToken, readToken, reloadToken } of pages) {
      expect(tokens.rightOf(bearer(readToken))).toBe('ended')
      expect(tokens.grantRead(bearer(readToken))).toBeNull()
      expect(tokens.rightOf(bearer(talkToken))).toBe('talk')
      expect(tokens.exchange(reloadToken)?.readToken).toBeNull()
    }
  })
})

/** Stands in for a browser: writes down how it was called and what the page it was sent to said, and stays. */
const BROWSER = `#!${process.execPath}
const { readFileSync, statSync, writeFileSync } = require('node:fs')
const { fileURLToPath } = require('node:url')
const file = fileURLToPath(process.argv.find((word) => word.startsWith('--app=')).slice(6))
const found = { argv: process.argv, env: process.env, file, mode: statSync(file).mode & 0o777, page: readFileSync(file, 'utf8') }
writeFileSync(process.env.BROWSER_FOUND + '.part', JSON.stringify(found))
require('node:fs').renameSync(process.env.BROWSER_FOUND + '.part', process.env.BROWSER_FOUND)
setInterval(() => undefined, 1000)
`

interface Found {
  readonly argv: readonly string[]
  readonly file: string
  readonly mode: number
  readonly page: string
}

/** Everything any user of the machine can see of a process, and everything its owner can. */
const seenOf = (pid: number): string =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8')

function everyFile(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\0')
}

describe.runIf(process.platform === 'linux')('a start that opens a window', () => {
  let built: Awaited<ReturnType<typeof builtShells>>
  const bin = mkdtempSync(join(tmpdir(), 'bin-'))
  beforeAll(async () => {
    built = await builtShells()
    writeFileSync(join(bin, 'browser'), BROWSER)
    chmodSync(join(bin, 'browser'), 0o755)
  })
  afterAll(() => {
    built.remove()
    rmSync(bin, { recursive: true })
  })

  test('leaves no token in a command line, an environment, a log or a file, but for one single-use token in a private page', async () => {
    const out = join(bin, 'found.json')
    const shell = new WebProcess(
      built.folder,
      { DISPLAY: ':99', BREATHING_ROOM_BROWSER: join(bin, 'browser'), BROWSER_FOUND: out },
      [],
    )
    try {
      for (let waited = 0; !existsSync(out) && waited < 20_000; waited += 20)
        await new Promise((resolve) => setTimeout(resolve, 20))
      const found = JSON.parse(readFileSync(out, 'utf8')) as Found
      const [, origin = '', bootstrap = ''] = /url=(http:\/\/127\.0\.0\.1:\d+)\/#k=([\w-]{43})"/.exec(found.page) ?? []
      expect(bootstrap).not.toBe('')
      expect(found.mode).toBe(0o600)
      // Control: the search finds the bootstrap token in the page that carries it.
      expect(everyFile(shell.dataDir)).toContain(bootstrap)

      const page = await WebPage.openedWith(origin, bootstrap)
      expect(existsSync(found.file)).toBe(false)
      await expect(WebPage.openedWith(origin, bootstrap)).rejects.toThrow('401')
      await page.open()
      expect((await page.post('/rpc/case.get')).status).toBe(200)
      const { talkToken, reloadToken } = page.session
      const processes = shell.all()
      expect(processes).toHaveLength(4)
      const seen = processes.map(seenOf).join('\0') + shell.text + everyFile(shell.dataDir)
      for (const token of [bootstrap, talkToken, reloadToken, page.readToken!])
        expect(seen.split(token).length - 1).toBe(0)
      expect(statSync(shell.dataDir).mode & 0o077).toBe(0)
    } finally {
      await shell.end()
    }
  })
})
