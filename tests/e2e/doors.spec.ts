import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { plainCodec } from '../../src/adapters/node/vault/plain-codec'
import { expect, test, type RunningApp } from './app'
import { violations } from './axe'
import { Person, type Language } from './person'

const PASSWORD = 'Lantern-River-71-Quay'
/** Of the committed vault `format-2-recovery`, which holds a made-up case. */
const CODE = 'YD62S-39ET6-9TCH4-RGMBB-F02D5-K34D2-TXHJS-VVMHM'
const VAULTS = join(import.meta.dirname, '..', 'fixtures', 'vaults')
const DOCUMENT = join(import.meta.dirname, '..', 'fixtures', 'documents', 'v1.json')

const BOTH = [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const satisfies readonly (readonly [Language, 'light' | 'dark'])[]

const vaultOf = (dataDir: string): string => join(dataDir, 'vault')
const headersOf = (dataDir: string): string[] =>
  readdirSync(vaultOf(dataDir)).filter((name) => /^header\.\d+\.json$/.test(name))
const generationsOf = (dataDir: string): string[] => readdirSync(join(vaultOf(dataDir), 'case')).sort()

/** How many wrong keys in a row the vault remembers. */
function triesOf(dataDir: string): number {
  try {
    return Number(readFileSync(join(vaultOf(dataDir), 'tries'), 'utf8'))
  } catch {
    return 0
  }
}

/** Every file of a vault by its SHA-256, but for the lock and the count of wrong tries. */
function filesOf(dataDir: string): Record<string, string> {
  const paths = readdirSync(vaultOf(dataDir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['lock', 'tries'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    paths.sort().map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}

function emptied(dataDir: string): string {
  rmSync(vaultOf(dataDir), { recursive: true, force: true })
  mkdirSync(join(vaultOf(dataDir), 'case'), { recursive: true, mode: 0o700 })
  return vaultOf(dataDir)
}

/** In this language and theme, at the door. */
async function comesBy(app: RunningApp, language: Language, theme: 'light' | 'dark'): Promise<Person> {
  await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await app.page
    .getByText(language === 'en' ? 'English' : '中文', { exact: true })
    .first()
    .click()
  return new Person(app.page, language)
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })

test.describe('at the door', () => {
  test.use({ atDoor: true })

  for (const [language, theme] of BOTH) {
    test(`a password is made by keyboard, and a wrong one only costs time (${language}, ${theme})`, async ({ app }) => {
      const { page } = app
      const person = await comesBy(app, language, theme)
      await expect(title(page)).toHaveText(person.say('vault.fresh.title'))
      await person.button('vault.door.what').click()
      await expect(title(page)).toHaveText(person.say('vault.about.title'))
      expect(await violations(page), 'what is protected').toEqual([])
      await person.button('vault.door.back').click()

      await person.field('vault.password.new').fill('short')
      await expect(page.getByText(person.say('vault.password.tooShort'))).toBeVisible()
      await person.field('vault.password.new').fill(PASSWORD)
      await person.field('vault.password.repeat').fill('Lantern-River-71-Quai')
      await expect(page.getByText(person.say('vault.password.differs'))).toBeVisible()
      await expect(person.button('vault.fresh.with.button')).toBeDisabled()
      expect(await violations(page), 'two that differ').toEqual([])
      // The eye is reached by Tab and pressed by Space.
      await person.field('vault.password.repeat').press('Tab')
      await page.keyboard.press('Space')
      await expect(person.field('vault.password.repeat')).toHaveAttribute('type', 'text')
      await person.field('vault.password.repeat').fill(PASSWORD)
      await expect(person.button('vault.fresh.with.button')).toBeEnabled()
      await person.field('vault.password.repeat').press('Enter')
      await expect(title(page)).toHaveText(person.say('firstRun.title'))

      await page.keyboard.press('Control+l')
      await expect(title(page)).toHaveText(person.say('vault.shut.title'))
      await expect(person.field('vault.shut.password')).toBeFocused()
      await person.field('vault.shut.password').evaluate((field) => {
        const press = { key: 'A', bubbles: true, modifierCapsLock: true }
        field.dispatchEvent(new KeyboardEvent('keydown', press))
      })
      await expect(page.getByText(person.say('vault.password.capsLock'))).toBeVisible()
      const before = filesOf(app.dataDir)
      // From the fourth wrong one on there is a wait, which grows and is counted down.
      for (let tries = 1; tries <= 5; tries += 1) {
        await person.field('vault.shut.password').fill(`wrong ${tries}`)
        await expect(person.button('vault.shut.open')).toBeEnabled()
        await page.keyboard.press('Enter')
        await expect.poll(() => triesOf(app.dataDir)).toBe(tries)
        await expect(page.getByRole('alert')).toContainText(person.say('errors.wrong_key.what'))
      }
      await expect(page.getByRole('timer')).toBeVisible()
      await expect(person.button('vault.shut.open')).toBeDisabled()
      expect(await violations(page), 'waiting').toEqual([])
      expect(filesOf(app.dataDir)).toEqual(before)
      await expect(person.button('vault.shut.open')).toBeEnabled({ timeout: 40_000 })
      await person.field('vault.shut.password').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await expect(title(page)).toHaveText(person.say('firstRun.title'))
    })

    test(`an unprotected case is taken over and destroyed (${language}, ${theme})`, async ({ app }) => {
      const text = JSON.stringify({
        document: JSON.parse(readFileSync(DOCUMENT, 'utf8')) as unknown,
        history: { undo: [], redo: [] },
      })
      await app.restart((dataDir) => {
        const path = join(emptied(dataDir), 'case', '0000000001.vault')
        writeFileSync(path, plainCodec.encode(text, 1, 1_764_000_000_000))
      })
      const person = await comesBy(app, language, theme)
      await expect(title(app.page)).toHaveText(person.say('vault.fresh.plainTitle'))
      await expect(app.page.getByText(person.say('vault.fresh.plainSub'))).toBeVisible()
      expect(await violations(app.page)).toEqual([])
      await person.button('vault.fresh.without.button').press('Enter')
      await expect(app.page.locator('table')).toBeVisible()
      for (const name of generationsOf(app.dataDir))
        expect(
          readFileSync(join(vaultOf(app.dataDir), 'case', name))
            .subarray(0, 16)
            .toString(),
        ).toBe('BREATHING-ROOM 2')
    })

    test(`what cannot be opened says why and touches nothing (${language}, ${theme})`, async ({ app }) => {
      await app.restart((dataDir) => {
        emptied(dataDir)
        cpSync(join(VAULTS, 'format-2-password'), vaultOf(dataDir), { recursive: true })
        for (const name of headersOf(dataDir)) {
          const path = join(vaultOf(dataDir), name)
          writeFileSync(path, readFileSync(path, 'utf8').replace('"format":2', '"format":7'))
        }
      })
      const newer = filesOf(app.dataDir)
      const person = await comesBy(app, language, theme)
      await expect(title(app.page)).toHaveText(person.say('vault.newer.title'))
      await expect(app.page.getByText(person.say('vault.newer.text', { found: 7, supported: 2 }))).toBeVisible()
      expect(await violations(app.page), 'newer').toEqual([])
      const saves = app.page.locator('main .row button')
      await expect(saves).toHaveText([/ header\.\d\.json$/, / \d{10}\.vault$/])
      for (const save of await saves.all()) {
        const path = await app.download(() => save.click())
        expect(Object.values(newer)).toContain(createHash('sha256').update(readFileSync(path)).digest('hex'))
      }
      expect(filesOf(app.dataDir)).toEqual(newer)

      await app.restart((dataDir) => {
        for (const name of headersOf(dataDir)) rmSync(join(vaultOf(dataDir), name))
      })
      const lost = filesOf(app.dataDir)
      expect(lost, 'control: what is missing shows in the comparison').not.toEqual(newer)
      const again = await comesBy(app, language, theme)
      await expect(title(app.page)).toHaveText(again.say('vault.headerLost.title'))
      for (const key of ['safe', 'missing', 'next'])
        await expect(app.page.getByText(again.say(`vault.headerLost.${key}`))).toBeVisible()
      expect(await violations(app.page), 'header lost').toEqual([])
      expect(filesOf(app.dataDir)).toEqual(lost)
    })

    test(`when no case file can be read, nothing is begun anew (${language}, ${theme})`, async ({ app }) => {
      const first = await comesBy(app, language, theme)
      await first.button('vault.fresh.without.button').click()
      await first.button('firstRun.sample.load').click()
      await expect(app.page.locator('table')).toBeVisible()
      await app.restart((dataDir) => {
        for (const name of generationsOf(dataDir)) {
          const path = join(vaultOf(dataDir), 'case', name)
          const bytes = readFileSync(path)
          bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
          writeFileSync(path, bytes)
        }
      })
      await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const person = new Person(app.page, language)
      await expect(title(app.page)).toHaveText(person.say('vault.unreadable.title'))
      await expect(app.page.getByText(person.say('nav.readOnly.unreadable'))).toBeVisible()
      expect(await violations(app.page)).toEqual([])
      expect(generationsOf(app.dataDir)).toEqual([])
      expect(readdirSync(join(vaultOf(app.dataDir), 'quarantine')).length).toBeGreaterThan(1)
    })
  }

  test('a group of the recovery code that cannot be right is named, and a whole code can be pasted', async ({
    app,
  }) => {
    await app.restart((dataDir) => {
      emptied(dataDir)
      cpSync(join(VAULTS, 'format-2-recovery'), vaultOf(dataDir), { recursive: true })
    })
    const { page } = app
    const person = await comesBy(app, 'zh-CN', 'light')
    await person.button('vault.shut.useRecovery').click()
    const group = (n: number) => page.getByLabel(person.say('vault.shut.group', { n }), { exact: true })
    await group(1).fill('AAAAA')
    await group(3).fill('ZZZZZ')
    await expect(page.getByText(person.say('vault.shut.groupWrong', { groups: '1、3' }))).toBeVisible()
    await expect(person.button('vault.shut.open')).toBeDisabled()
    expect(await violations(page)).toEqual([])
    await group(1).evaluate((field, code) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', code)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, CODE)
    await expect(person.button('vault.shut.open')).toBeEnabled()
    await person.button('vault.shut.open').click()
    await expect(page.getByRole('link', { name: person.say('nav.settings') })).toBeVisible()
    // The address of the page about damage outlives the damage: it then says that all is well.
    await page.evaluate(() => (location.hash = '#/recovered'))
    await expect(title(page)).toHaveText(person.say('vault.whole.title'))
    expect(await violations(page)).toEqual([])
  })
})
