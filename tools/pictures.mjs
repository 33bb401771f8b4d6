/**
 * `npm run pictures`: docs/images from the running app with the sample case on a fixed day. Every room in Chinese and
 * English, light and dark, in the loopback shell; and the desktop window, where a display and an Electron can be had
 * (`xvfb-run -a npm run pictures`).
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, chromium } from '@playwright/test'
import { ensureBuilt } from './build.mjs'
import { ROOT } from './install.mjs'
import { testElectron } from './test-electron.mjs'

const IMAGES = join(ROOT, 'docs', 'images')
const ROOMS = {
  loans: 'loans',
  loan: 'loans/loan-consumer',
  budget: 'budget',
  plan: 'plan',
  'plan-compare': 'plan/compare',
  'plan-ask': 'plan/ask',
  'plan-stress': 'plan/stress',
  'plan-living': 'plan/living',
  contacts: 'contacts',
  'contacts-findings': 'contacts/findings',
  'contacts-patterns': 'contacts/patterns',
  evidence: 'evidence',
  escalation: 'escalation',
  settings: 'settings',
  rights: 'rights',
  worked: 'worked/cardInstalment',
  audit: 'loans/loan-consumer/audit',
}
/** Rooms that show something only when asked: what is pressed, and what then comes into view. */
const ASKED = {
  'plan-ask': { press: ['ask', 'form', 'find'], see: ['ask', 'result', 'title'] },
  'plan-stress': { press: ['stress', 'run', 'start'], see: ['stress', 'offer', 'title'] },
  'plan-living': { press: ['living', 'promise', 'make'], see: ['living', 'pay', 'title'] },
}
const env = { ...process.env, BREATHING_ROOM_TODAY: '2026-11-24' }
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const words =
  (language) =>
  (area, ...path) =>
    path.reduce(
      (node, part) => node[part],
      JSON.parse(readFileSync(join(ROOT, 'src', 'i18n', language, `${area}.json`), 'utf8')),
    )

/** The door → first run → sample → every room → a letter, each photographed. */
async function photograph(page, language, theme, prefix) {
  const say = words(language)
  const name = (room) =>
    join(IMAGES, `${prefix}${room}-${language === 'en' ? 'en' : 'zh'}${theme === 'dark' ? '-dark' : ''}.png`)
  const shoot = async (room) => {
    await page.waitForTimeout(600)
    await page.screenshot({ path: name(room), animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page
    .getByText(language === 'en' ? 'English' : '中文', { exact: true })
    .first()
    .click()
  await shoot('door')
  await page.getByRole('button', { name: say('vault', 'fresh', 'without', 'button'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('firstRun', 'title') }).waitFor()
  await shoot('start')
  await page.getByRole('button', { name: say('firstRun', 'sample', 'load'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('ledger', 'title') }).waitFor()
  for (const [room, hash] of Object.entries(ROOMS)) {
    await page.evaluate((to) => (location.hash = `#/${to}`), hash)
    const asked = ASKED[room]
    if (asked) {
      await page.getByRole('button', { name: say(...asked.press), exact: true }).click()
      const heading = page.getByRole('heading', { name: say(...asked.see), exact: true })
      await heading.waitFor()
      await heading.evaluate((node) => node.scrollIntoView({ block: 'start' }))
    }
    await shoot(room)
  }
  await page.evaluate(() => (location.hash = '#/plan'))
  await page.getByLabel(say('plan', 'ask', 'loan')).selectOption('loan-consumer')
  await page.getByRole('button', { name: say('plan', 'ask', 'write'), exact: true }).click()
  await page.locator('.paper-page').first().waitFor()
  await shoot('proposal')
}

async function inBrowser(language, theme) {
  const dataDir = mkdtempSync(join(tmpdir(), 'pictures-'))
  const server = spawn(process.execPath, [join(ROOT, 'out/main/web.cjs'), '--no-open', `--data-dir=${dataDir}`], {
    env,
  })
  const address = await new Promise((resolve) =>
    server.stdout.on('data', (chunk) => {
      const found = /open: (\S+)/.exec(String(chunk))
      if (found) resolve(found[1])
    }),
  )
  const browser = await chromium.launch({
    args: [...asRoot, '--disable-background-networking', '--disable-gpu'],
    ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
    await page.goto(address)
    await photograph(page, language, theme, '')
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function inDesktopWindow(language, theme) {
  const dataDir = mkdtempSync(join(tmpdir(), 'pictures-'))
  const electron = await _electron.launch({
    executablePath: testElectron().path,
    args: [...asRoot, ROOT, `--data-dir=${dataDir}`],
    env,
  })
  try {
    await photograph(await electron.firstWindow(), language, theme, 'desktop-')
  } finally {
    await electron.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

ensureBuilt()
mkdirSync(IMAGES, { recursive: true })
for (const language of ['zh-CN', 'en']) for (const theme of ['light', 'dark']) await inBrowser(language, theme)
if (process.env.DISPLAY || process.platform !== 'linux') await inDesktopWindow('zh-CN', 'light')
else console.log('no display: the desktop window was not photographed (xvfb-run -a npm run pictures)')
