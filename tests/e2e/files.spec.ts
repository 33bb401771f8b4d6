import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type RunningApp } from './app'
import { violations } from './axe'
import { Person, type Language } from './person'

/** One white point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** Twelve seconds of silence: more than one piece on its way in, and long enough to be played in parts. */
function wav(): Buffer {
  const samples = Buffer.alloc(8000 * 2 * 12)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(16000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

const shortHash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12)

/** The sample's first loan, where a person would attach its papers. */
async function onALoan(page: Page, person: Person): Promise<void> {
  await person.goesTo('loans')
  await page.locator('table tbody a').first().click()
  await expect(page.getByRole('heading', { name: person.say('files.title') })).toBeVisible()
}

async function attaches(app: RunningApp, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(app.dataDir, name)
    writeFileSync(path, bytes)
    return path
  })
  await app.page.locator('.files input[type=file]').setInputFiles(paths)
}

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[])
  test(`a screenshot and a recording are kept with a loan, seen, heard, saved, removed and brought back (${language})`, async ({
    app,
  }) => {
    test.setTimeout(90_000)
    const { page } = app
    const person = new Person(page, language)
    await page
      .getByText(language === 'en' ? 'English' : '中文', { exact: true })
      .first()
      .click()
    await person.button('firstRun.sample.load').click()
    await expect(page.locator('table')).toBeVisible()
    await onALoan(page, person)
    const recording = wav()
    await attaches(app, { '还款截图.png': PNG, '催收录音.wav': recording })
    const named = (page: Page, name: string) => page.locator('.files tr').filter({ hasText: name })
    await expect(named(page, '催收录音.wav')).toContainText(shortHash(recording), { timeout: 20_000 })
    await expect(named(page, '还款截图.png')).toContainText(shortHash(PNG))
    expect(await violations(page)).toEqual([])
    // The same bytes once more are told, and not stored twice.
    await attaches(app, { '另一个名字.png': PNG })
    await expect(page.getByText(person.say('errors.duplicate_file.what'))).toBeVisible()
    await expect(named(page, '另一个名字.png')).toHaveCount(0)
    await page
      .locator('.mantine-Notification-root')
      .getByRole('button', { name: person.say('common.close') })
      .click()
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)

    const open = (name: string) =>
      named(app.page, name).getByRole('button', { name: person.say('files.open', { name }) })
    await open('还款截图.png').click()
    await expect(page.locator('img.shown')).toBeVisible()
    await expect.poll(() => page.locator('img.shown').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await open('催收录音.wav').click()
    const audio = page.locator('audio.shown')
    await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => Math.round(element.duration))).toBe(12)
    await audio.evaluate((element: HTMLAudioElement) => {
      element.currentTime = 9
    })
    await expect
      .poll(() => audio.evaluate((element: HTMLAudioElement) => element.seeking || element.error !== null))
      .toBe(false)
    // Not by Esc: twice within half a second would hide everything.
    await page
      .getByRole('dialog')
      .getByRole('button', { name: person.say('common.close') })
      .click()

    const saved = await app.download(() =>
      named(page, '催收录音.wav')
        .getByRole('button', { name: person.say('files.copy', { name: '催收录音.wav' }) })
        .click(),
    )
    expect(Buffer.compare(readFileSync(saved), recording)).toBe(0)

    await named(page, '还款截图.png')
      .getByRole('button', { name: person.say('files.remove', { name: '还款截图.png' }) })
      .click()
    await expect(named(page, '还款截图.png')).toHaveCount(0)
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(named(page, '还款截图.png')).toHaveCount(1)

    const later = await app.restart()
    const again = new Person(later, language)
    await onALoan(later, again)
    await named(later, '还款截图.png')
      .getByRole('button', { name: again.say('files.open', { name: '还款截图.png' }) })
      .click()
    await expect
      .poll(() => later.locator('img.shown').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(1)
  })
