import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readAsset } from '#shells/page-assets'

// The desktop shell's address handler is run as it is; nothing of Electron itself is loaded.
vi.mock('electron', () => ({ protocol: {} }))
const { answerApp } = await import('../../src/main/app-scheme')

const SECRET = 'canary-outside-the-folder'
const PAGE = '<!doctype html>'

let base = ''
let root = ''

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'assets-')))
  root = join(base, 'renderer')
  for (const folder of ['renderer/assets', 'renderer-secrets', 'vault'])
    mkdirSync(join(base, folder), { recursive: true })
  for (const file of ['secret.js', 'secret.html', 'renderer-secrets/secret.js', 'vault/secret.js', 'vault/1.vault'])
    writeFileSync(join(base, file), SECRET)
  writeFileSync(join(root, 'index.html'), PAGE)
  writeFileSync(join(root, 'assets', 'app.js'), 'ours')
  writeFileSync(join(root, 'notes.txt'), SECRET)
  // What an installer gone wrong, or another program, may have left in the folder.
  symlinkSync(join(base, 'secret.js'), join(root, 'link.js'))
  symlinkSync('../secret.js', join(root, 'relative.js'))
  symlinkSync(join(base, 'vault'), join(root, 'linked'))
  symlinkSync(join(base, 'renderer-secrets'), join(root, 'assets', 'more'))
  symlinkSync('/', join(root, 'slash'))
  symlinkSync('loop.js', join(root, 'loop.js'))
})
afterAll(() => rmSync(base, { recursive: true }))

const UPS = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%u002e%u002e',
  '．．',
  '....',
  '..;',
  '..%00',
  '.',
  '',
  '%20..',
  '..%20',
  '~',
  '%2e%2e%2f..',
]
const SEPARATORS = [
  '/',
  '%2f',
  '%2F',
  '%252f',
  '\\',
  '%5c',
  '%255c',
  '//',
  '/./',
  '%c0%af',
  '%e0%80%af',
  '∕',
  '%00/',
  '?/',
  '#/',
  ';/',
]
const TARGETS = ['secret.js', 'secret.html', 'vault/secret.js', 'renderer-secrets/secret.js']

/** Paths that try to get out, absolute ones and links among them. */
function* paths(): Generator<string> {
  for (const up of UPS)
    for (const separator of SEPARATORS)
      for (const target of TARGETS) {
        yield `/${up}${separator}${target}`
        yield `/assets${separator}${up}${separator}${up}${separator}${target}`
        yield `/${(up + separator).repeat(8)}${base.slice(1)}/${target}`
        yield `${separator}${up}${separator}..${separator}${target}`
      }
  for (const target of TARGETS) {
    for (const start of [
      '',
      '/',
      '//',
      '/%2f',
      '/C:',
      '/c%3a',
      '/file:',
      '/file%3a//',
      '\\\\?\\',
      '/%5c%5c',
      '/slash',
      '/slash/',
      '/../slash',
    ])
      yield `${start}${base}/${target}`
    yield `/renderer-secrets/${target}`
    yield `/..-secrets/${target}`
    yield `/../renderer/../${target}`
  }
  yield* [
    '/link.js',
    '/relative.js',
    '/linked/secret.js',
    '/assets/more/secret.js',
    '/loop.js',
    '/slash/etc/passwd',
    '/notes.txt',
  ]
  yield* [
    '/assets',
    '/assets/',
    '/.',
    '/..',
    '/%',
    '/%zz',
    '/%00',
    `/index.html%00.js`,
    '/index.html/',
    '/index.html:stream.js',
    '/CON.js',
    '/nul.js',
  ]
}

/** What an opener of files would be asked for by a reader that trusts `startsWith`. */
function carelessRead(folder: string, path: string): string {
  try {
    const file = join(folder, decodeURIComponent(path))
    return file.startsWith(folder) ? readFileSync(file, 'utf8') : ''
  } catch {
    return ''
  }
}

describe('files outside the page’s folder', () => {
  const all = () => [...paths()]

  test('are served by neither shell, by more than two thousand paths', async () => {
    const tried = all()
    let served = 0
    for (const path of tried) {
      const asset = await readAsset(root, path, 'nonce')
      if (asset?.body.includes(SECRET)) served += 1
    }
    expect(tried.length).toBeGreaterThan(2_000)
    expect(served).toBe(0)
  })

  test('nor by the `app:` handler, however its address was read', async () => {
    let [answered, served] = [0, 0]
    const media = { look: () => Promise.resolve(null), piece: () => Promise.resolve(null) }
    for (const path of all())
      for (const host of ['app://room', 'app://other', 'app://room@other', 'app:']) {
        const request = {
          method: 'GET',
          url: `${host}${path.startsWith('/') ? '' : '/'}${path}`,
          headers: new Headers(),
        }
        const answer = await answerApp(request, root, media)
        answered += 1
        if ((await answer.text()).includes(SECRET)) served += 1
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      }
    expect(answered).toBeGreaterThan(8_000)
    expect(served).toBe(0)
  })

  test('control: a reader that compares beginnings serves some of them', () => {
    const served = all().filter((path) => carelessRead(root, path).includes(SECRET))
    expect(served.length).toBeGreaterThan(5)
    expect(served).toContain('/../renderer-secrets/secret.js')
    expect(served).toContain('/link.js')
  })

  test('while the page itself is served by both', async () => {
    for (const path of ['/index.html', '/assets/app.js', '/assets/../index.html', '/%69ndex.html'])
      expect(await readAsset(root, path, ''), path).not.toBeNull()
    expect((await readAsset(root, '/', ''))?.body.toString()).toBe(PAGE)
  })
})

describe('the `app:` handler', () => {
  const media = {
    look: (token: string) =>
      Promise.resolve(token === 't'.repeat(43) ? { sizeBytes: 8, mediaType: 'audio/wav' } : null),
    piece: (_token: string, start: number, length: number) =>
      Promise.resolve(Uint8Array.from({ length }, (_, at) => start + at)),
  }
  const ask = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    answerApp({ url, method, headers: new Headers(headers) }, root, media)
  const recording = `app://room/media/${'t'.repeat(43)}`

  test('serves recordings by their tokens, in parts', async () => {
    const part = await ask(recording, { Range: 'bytes=2-4', 'Sec-Fetch-Dest': 'audio' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-4/8'])
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([2, 3, 4])
    expect((await ask(`app://room/media/${'u'.repeat(43)}`)).status).toBe(404)
    expect((await ask(recording, { 'Sec-Fetch-Dest': 'document' })).status).toBe(403)
    expect((await ask(recording, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  })

  test('answers GET only, and only for the page’s own host and the empty one', async () => {
    for (const method of ['POST', 'HEAD', 'PUT', 'OPTIONS'])
      expect((await ask('app://room/index.html', {}, method)).status, method).toBe(404)
    for (const url of [
      'app://other/index.html',
      'app:///index.html',
      'http://room/index.html',
      'app://room.evil/index.html',
      'nonsense',
    ])
      expect(await (await ask(url)).text(), url).not.toBe(PAGE)
    expect(await (await ask('app://empty/')).text()).toBe('')
  })
})
