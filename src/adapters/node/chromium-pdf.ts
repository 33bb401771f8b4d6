import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PdfPort } from '#services/ports'
import { quietBrowserFlags } from './browser-flags'
import { findBrowser } from './find-browser'

const TIME_LIMIT_MS = 30_000

/**
 * A PDF by an installed Chromium's headless print. The page and the browser's profile lie in a folder of their own under
 * the data folder (0700) for as long as the print takes.
 */
export function chromiumPdf(dataDir: string, find: () => string | null = findBrowser): PdfPort {
  return {
    isAvailable: () => find() !== null,
    async render(html) {
      const browser = find()
      if (browser === null) return null
      await mkdir(join(dataDir, 'tmp'), { recursive: true, mode: 0o700 })
      const folder = await mkdtemp(join(dataDir, 'tmp', 'print-'))
      try {
        const page = join(folder, 'page.html')
        const pdf = join(folder, 'page.pdf')
        await writeFile(page, html, { mode: 0o600 })
        await print(browser, [
          '--headless',
          '--disable-gpu',
          ...quietBrowserFlags(),
          `--user-data-dir=${join(folder, 'profile')}`,
          '--no-pdf-header-footer',
          `--print-to-pdf=${pdf}`,
          pathToFileURL(page).href,
        ])
        return await readFile(pdf)
      } catch {
        return null
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    },
  }
}

function print(browser: string, flags: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, flags, { stdio: 'ignore', timeout: TIME_LIMIT_MS, killSignal: 'SIGKILL' })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the browser did not print'))))
  })
}
