/**
 * What the tests need beside npm: a Chromium, Chinese fonts, pdftotext/pdftoppm, and a virtual display for Electron.
 * On Debian as root they come by apt; elsewhere Playwright's own Chromium, and what is missing is said aloud.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ROOT } from './install.mjs'

const PACKAGES = [
  ['chromium', () => onPath('chromium')],
  ['fonts-noto-cjk', () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')],
  ['poppler-utils', () => onPath('pdftotext')],
  ['xvfb', () => onPath('Xvfb')],
  ['xauth', () => onPath('xauth')],
]

/** Whether a program can be started by its name. */
export function onPath(name) {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  return spawnSync(finder, [name], { stdio: 'ignore' }).status === 0
}

export function ensureSystemPackages() {
  const isDebianRoot = process.platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (isDebianRoot) {
    const missing = PACKAGES.filter(([, isThere]) => !isThere()).map(([name]) => name)
    if (missing.length === 0) return
    console.log(`installing by apt: ${missing.join(' ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    const result = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
    if (result.status !== 0) console.log(`apt could not install ${missing.join(' ')}: the tests that need them say so`)
    return
  }
  if (!['chromium', 'google-chrome', 'chrome'].some(onPath)) {
    console.log("no Chromium on this machine: fetching Playwright's own …")
    spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      timeout: 300_000,
    })
  }
  const missing = PACKAGES.slice(2).filter(([, isThere]) => !isThere())
  if (missing.length > 0)
    console.log(
      `NOT HERE: ${missing.map(([name]) => name).join(', ')}; the tests that need them are skipped and say so`,
    )
}
