import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '#contract/page-policy'
import { FUSES } from '../../tools/fuses.mjs'

// Electron's own security checklist (electronjs.org, tutorial/security), read off the source and off what was built of it.
const filesUnder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

const SOURCES = ['main', 'preload', 'web', 'shells'].flatMap((layer) => filesUnder(`src/${layer}`, /\.ts$/))
const BUILT = ['out/main/index.cjs', 'out/main/host.cjs', 'out/main/web.cjs', 'out/preload/index.cjs']
const PAGE = filesUnder('src/renderer', /\.(tsx?|html)$/)

/** What may stand in no product code, by name. */
const FORBIDDEN = {
  'a window without its sandbox': /\bsandbox\s*:\s*(false|!1)/,
  'Node in a page': /\bnodeIntegration(InWorker|InSubFrames)?\s*:\s*(true|!0)/,
  'a page in the preload’s world': /\bcontextIsolation\s*:\s*(false|!1)/,
  'no same-origin rule': /\bwebSecurity\s*:\s*(false|!1)/,
  'insecure content': /\ballowRunningInsecureContent\s*:\s*(true|!0)/,
  'experimental features': /\bexperimentalFeatures\s*:\s*(true|!0)/,
  'Blink features by name': /\benableBlinkFeatures\s*:/,
  'the remote module': /\benableRemoteModule\b|@electron\/remote/,
  'an embedded browser': /<webview|\bwebviewTag\s*:\s*(true|!0)/,
  'a debugging port': /remote-debugging-(port|pipe)|--inspect(-brk)?\b/,
  'opening what a page asks for': /\bshell\s*\.\s*openExternal|\bopenExternal\s*\(/,
  'a crash reporter': /\bcrashReporter\s*\.\s*start/,
  'certificates waved through': /certificate-error|setCertificateVerifyProc|ignore-certificate-errors/,
  'code from text': /\bnew Function\s*\(|(?<![.\w])eval\s*\(/,
}

const faultsIn = (text: string): readonly string[] =>
  Object.entries(FORBIDDEN)
    .filter(([, pattern]) => pattern.test(text))
    .map(([name]) => name)

type Preferences = Readonly<Record<string, string>>

/** The `webPreferences` of every window a source makes. */
function windowsIn(text: string): readonly Preferences[] {
  const found: Preferences[] = []
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /BrowserWindow|BrowserView|WebContentsView/.test(node.expression.getText())) {
      const preferences: Record<string, string> = {}
      const read = (inner: ts.Node): void => {
        if (ts.isPropertyAssignment(inner)) preferences[inner.name.getText()] = inner.initializer.getText()
        ts.forEachChild(inner, read)
      }
      node.arguments?.forEach(read)
      found.push(preferences)
    }
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true))
  return found
}

const main = (): string =>
  filesUnder('src/main', /\.ts$/)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

describe('what Electron’s checklist forbids', () => {
  test.each(SOURCES)('does not stand in %s', (file) => {
    expect(faultsIn(readFileSync(file, 'utf8'))).toEqual([])
  })

  test.each(BUILT)('does not stand in %s, libraries included', (file) => {
    // Libraries hold `new Function` for engines that allow it; ours run without (zod is told so). A page could not: its policy.
    expect(faultsIn(readFileSync(file, 'utf8')).filter((name) => name !== 'code from text')).toEqual([])
  })

  test('nor in the page', () => {
    for (const file of PAGE) expect(faultsIn(readFileSync(file, 'utf8')), file).toEqual([])
  })

  test('control: each is found where it stands', () => {
    const careless = `
      new BrowserWindow({ webPreferences: { sandbox: false, nodeIntegration: true, contextIsolation: false, webSecurity: false,
        allowRunningInsecureContent: true, experimentalFeatures: true, enableBlinkFeatures: 'X', enableRemoteModule: true } })
      '<webview>'; '--remote-debugging-port=1'; shell.openExternal(url); crashReporter.start(); app.on('certificate-error', yes)
      new Function('x'); eval('x')`
    expect(faultsIn(careless)).toEqual(Object.keys(FORBIDDEN))
    expect(windowsIn(careless)[0]).toMatchObject({ sandbox: 'false' })
  })
})

describe('what the checklist asks for', () => {
  test('every window is sandboxed and isolated, and has no Node', () => {
    const windows = windowsIn(main())
    expect(windows.length).toBe(2)
    for (const window of windows)
      expect(window).toMatchObject({ sandbox: 'true', contextIsolation: 'true', spellcheck: 'false' })
    const ours = windows.find((window) => 'preload' in window || window['webSecurity'] !== undefined)
    expect(ours).toMatchObject({
      nodeIntegration: 'false',
      webSecurity: 'true',
      webviewTag: 'false',
      navigateOnDragDrop: 'false',
    })
    const paper = windows.find((window) => window !== ours)
    expect(paper).toMatchObject({ javascript: 'false' })
  })

  test('permissions, devices, navigation, windows, web views, downloads and requests are each handled, and the handlers deny', () => {
    const text = main()
    for (const handler of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'onBeforeRequest',
      'will-download',
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'setWindowOpenHandler',
    ])
      expect(text).toContain(handler)
    expect(text).toContain("({ action: 'deny' })")
    expect(text).not.toContain("action: 'allow'")
  })

  test('one channel, whose sender is checked, and one event; the preload gives two functions and nothing of Electron', () => {
    const channels = [...main().matchAll(/ipcMain\.(\w+)\(\s*'([^']+)'/g)].map(([, verb, name]) => `${verb} ${name}`)
    expect(channels).toEqual(['handle rpc', 'removeAllListeners electron-store-get-data'])
    expect(main()).toMatch(/handle\('rpc'[^}]*isOurPage\(event\.senderFrame\)/s)
    const preload = readFileSync('src/preload/index.ts', 'utf8')
    const exposed = [...preload.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name)
    expect(exposed).toEqual(['call', 'onEvent'])
    expect(preload.match(/ipcRenderer\.\w+\('[^']+'/g)).toEqual(["ipcRenderer.invoke('rpc'", "ipcRenderer.on('event'"])
  })

  test('pages come from `app:` only, in a sandbox, under a policy without exceptions', () => {
    expect(main()).not.toMatch(/loadFile|file:\/\//)
    expect(main()).toMatch(/enableSandbox\(\)/)
    const policy = contentSecurityPolicy('x')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
    // Workers may compile WebAssembly, and ask for nothing but the program's own files.
    const policyAt = (path: string): string => securityHeaders('x', path)['Content-Security-Policy'] ?? ''
    expect(policyAt('/workers/optimise-1a.js')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    )
    for (const path of ['/', '/index.html', '/workers/a.html', '/assets/workers/a.js', '/workers/../a.js'])
      expect(policyAt(path)).toBe(policy)
  })

  test('Electron is pinned exactly; the fuses of a packaged program are written down', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Readonly<Record<string, string>>
    }
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    expect(FUSES).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })
})
