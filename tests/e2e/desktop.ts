import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test, type ElectronApplication, type Page } from '@playwright/test'
import type { Reply } from '#contract/errors'

/** The desktop shell under test, from a folder with `out/` and `package.json`, on a data folder of its own. */
export class Desktop {
  said = ''

  private constructor(
    readonly dataDir: string,
    readonly app: ElectronApplication,
    readonly page: Page,
  ) {
    app.process().stdout?.on('data', (chunk) => (this.said += String(chunk)))
  }

  static async start(
    folder: string,
    env: Readonly<Record<string, string>> = {},
    flags: readonly string[] = [],
  ): Promise<Desktop> {
    const dataDir = mkdtempSync(join(tmpdir(), 'desktop-'))
    const app = await _electron.launch({
      executablePath: electronPath(),
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...flags, folder, `--data-dir=${dataDir}`],
      env: { ...(process.env as Record<string, string>), ...env },
    })
    const page = await app.firstWindow()
    await page.waitForLoadState('domcontentloaded')
    return new Desktop(dataDir, app, page)
  }

  /** Calls the bridge as the page does. */
  call(name: unknown, input: unknown = {}): Promise<Reply<unknown>> {
    return this.page.evaluate(
      ([procedure, given]) =>
        (globalThis as unknown as { bridge: { call(...words: unknown[]): Promise<Reply<unknown>> } }).bridge.call(
          procedure,
          given,
        ),
      [name, input] as const,
    )
  }

  /** The processes of the host: Electron names them as `forkHost` does. */
  hosts(): Promise<readonly number[]> {
    return this.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ name }) => name === 'case')
        .map(({ pid }) => pid),
    )
  }

  rendererPid(): Promise<number> {
    return this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
  }

  async end(): Promise<void> {
    await this.app.close()
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

let found: string | null = null

/** The Electron the tests drive; skips the spec, saying why, where there is none. */
export function electronPath(): string {
  if (found !== null) return found
  const asked = spawnSync(process.execPath, ['tools/test-electron.mjs'], { encoding: 'utf8', timeout: 300_000 })
  test.skip(asked.status !== 0, `SKIPPED, no Electron can be had: ${asked.stderr.trim()}`)
  found = (JSON.parse(asked.stdout) as { path: string }).path
  return found
}
