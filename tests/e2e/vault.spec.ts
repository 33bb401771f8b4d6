import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type RunningApp } from './app'
import { violations } from './axe'
import { Person, type Language } from './person'

const FIRST = 'Lantern-River-71-Quay'
const SECOND = 'Quiet-Orchard-58-Mill'
const IDLE_MS = 12_000

/** The door of a shut vault, after whatever shut it. */
async function atTheDoor(app: RunningApp, person: Person, because: string): Promise<void> {
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(person.say('vault.shut.title'), {
    timeout: 3 * IDLE_MS,
  })
  await expect(app.page.getByText(person.say(`vault.shut.because.${because}`))).toBeVisible()
  expect(await app.page.title()).toBe('缓一缓')
}

async function typesPassword(page: Page, person: Person, password: string): Promise<void> {
  await person.field('vault.shut.password').fill(password)
  await page.keyboard.press('Enter')
}

async function setsPassword(person: Person, password: string, send = 'vault.dialog.save'): Promise<void> {
  await person.field('vault.password.new').fill(password)
  await person.field('vault.password.repeat').fill(password)
  await person.button(send).click()
}

const inTheRooms = (page: Page, person: Person) =>
  expect(page.getByRole('link', { name: person.say('nav.settings') })).toBeVisible()

/** Turns one bit of the newest generation, as a bad disk would. */
function damageNewest(dataDir: string): void {
  const folder = join(dataDir, 'vault', 'case')
  const newest = join(folder, readdirSync(folder).sort().at(-1) ?? '')
  const bytes = readFileSync(newest)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  writeFileSync(newest, bytes)
}

test.describe('a life with a vault', () => {
  test.use({ atDoor: true, idleMs: IDLE_MS })
  for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[])
    test(`without a password, with one, recovered by code, changed, damaged (${language})`, async ({ app }) => {
      test.setTimeout(180_000)
      const { page } = app
      const person = new Person(page, language)
      await page
        .getByText(language === 'en' ? 'English' : '中文', { exact: true })
        .first()
        .click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('vault.fresh.title'))
      expect(await violations(page)).toEqual([])
      // By keyboard: the choice without a password.
      await person.button('vault.fresh.without.button').press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('firstRun.title'))
      await person.button('firstRun.sample.load').click()
      await expect(page.locator('table')).toBeVisible()

      // Later a password; a weak one is refused in words.
      await person.goesTo('settings')
      await expect(page.getByText(person.say('vault.panel.none'))).toBeVisible()
      await person.button('vault.panel.set').click()
      await person.field('vault.password.new').fill('password12')
      await expect(page.getByText(person.say('vault.password.score_1'))).toBeVisible()
      await expect(person.button('vault.dialog.save')).toBeDisabled()
      expect(await violations(page)).toEqual([])
      await person.field('vault.password.new').fill(FIRST)
      await person.field('vault.password.repeat').fill(FIRST)
      await person.button('vault.dialog.save').click()
      await expect(page.getByText(person.say('vault.panel.done.set'))).toBeVisible({ timeout: 15_000 })

      // The recovery sheet, two groups typed back.
      await person.button('vault.panel.code').click()
      await person.field('vault.dialog.present').fill(FIRST)
      await person.button('vault.sheet.begin').click()
      const shown = page.locator('.code-shown code')
      await expect(shown).toHaveCount(8, { timeout: 15_000 })
      const groups = await shown.allTextContents()
      expect(await violations(page)).toEqual([])
      for (const [index, group] of groups.entries()) {
        const field = page.getByLabel(person.say('vault.sheet.type', { n: index + 1 }), { exact: true })
        if ((await field.count()) > 0) await field.fill(group.toLowerCase())
      }
      await person.button('vault.sheet.confirm').click()
      await expect(page.getByText(person.say('vault.panel.done.code'))).toBeVisible()

      // Nobody there: it locks by itself, and the code opens it again where the person was.
      await atTheDoor(app, person, 'idle')
      expect(await violations(page)).toEqual([])
      await person.button('vault.shut.useRecovery').click()
      for (const [index, group] of groups.entries())
        await page.getByLabel(person.say('vault.shut.group', { n: index + 1 }), { exact: true }).fill(group)
      await person.button('vault.shut.open').click()
      await inTheRooms(page, person)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('settings.title'))

      // A changed password.
      await person.button('vault.panel.change').click()
      await person.field('vault.dialog.present').fill(FIRST)
      await person.field('vault.password.new').fill(SECOND)
      await person.field('vault.password.repeat').fill(SECOND)
      await person.button('vault.dialog.save').click()
      await expect(page.getByText(person.say('vault.panel.done.set'))).toBeVisible({ timeout: 15_000 })

      // Nothing of the page is drawn any more at once when it is locked by hand.
      expect(await page.evaluate(() => document.body.getClientRects().length), 'control: it is drawn').toBe(1)
      const blankAfter = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const from = performance.now()
            const look = (): void => {
              if (document.body.getClientRects().length === 0) resolve(performance.now() - from)
              else setTimeout(look, 1)
            }
            document.dispatchEvent(
              new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', ctrlKey: true, bubbles: true, cancelable: true }),
            )
            look()
          }),
      )
      expect(blankAfter).toBeLessThan(200)
      await atTheDoor(app, person, 'asked')

      // Started anew on a damaged newest copy: the old password is wrong, the new one opens what is whole.
      await app.restart((dataDir) => damageNewest(dataDir))
      const again = new Person(app.page, language)
      await atTheDoor(app, again, 'start')
      await typesPassword(app.page, again, FIRST)
      await expect(app.page.getByRole('alert')).toContainText(again.say('errors.wrong_key.what'))
      await typesPassword(app.page, again, SECOND)
      await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(again.say('vault.recovered.title'), {
        timeout: 15_000,
      })
      expect(await violations(app.page)).toEqual([])
      await again.button('vault.recovered.go').click()
      await expect(app.page.locator('table')).toBeVisible()
      expect(readdirSync(join(app.dataDir, 'vault', 'quarantine')).length).toBe(1)
    })
})

test('two presses of Esc hide and lock, from inside a dialog too', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await person.begins()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder(person.say('nav.search'))).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('vault.shut.title'))
  await person.button('vault.shut.continue').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('loan.form.addTitle'))
})

test('five drawn words are taken, and what is protected is said before anything is made', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await person.begins()
  await page.goto(`${page.url().split('#')[0] ?? ''}#/security`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('vault.about.title'))
  expect(await violations(page)).toEqual([])
  await person.goesTo('settings')
  await person.button('vault.panel.set').click()
  await person.button('vault.password.phrase').click()
  const phrase = (await page.locator('.phrase code').textContent()) ?? ''
  expect(phrase.split(' ')).toHaveLength(5)
  await person.field('vault.password.repeat').fill(phrase)
  await person.button('vault.dialog.save').click()
  await expect(page.getByText(person.say('vault.panel.done.set'))).toBeVisible({ timeout: 15_000 })
})

test('somebody knew the password: every key is new, the code is gone; and then no password at all', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await person.begins()
  await person.goesTo('settings')
  await person.button('vault.panel.set').click()
  await setsPassword(person, FIRST)
  await expect(page.getByText(person.say('vault.panel.done.set'))).toBeVisible({ timeout: 15_000 })

  // A sheet that was not copied changes nothing.
  await person.button('vault.panel.code').click()
  await person.field('vault.dialog.present').fill(FIRST)
  await person.button('vault.sheet.begin').click()
  await expect(page.locator('.code-shown code')).toHaveCount(8, { timeout: 15_000 })
  for (const field of await page.locator('form .code-field').all()) await field.fill('00000')
  await expect(person.button('vault.sheet.confirm')).toBeDisabled()
  // The printer sees the sheet and nothing else.
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-root')).toBeVisible()
  await expect(page.locator('#root')).toBeHidden()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page
    .getByRole('dialog')
    .getByRole('button', { name: person.say('common.close') })
    .click()
  await expect(page.getByText(person.say('vault.panel.noCode'))).toBeVisible()

  // All keys anew, by somebody who knows the present password.
  await person.button('vault.panel.renew').click()
  await person.field('vault.dialog.present').fill(SECOND)
  await setsPassword(person, SECOND, 'vault.dialog.renewButton')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(person.say('errors.wrong_key.what'))
  expect(await violations(page)).toEqual([])
  await person.field('vault.dialog.present').fill(FIRST)
  await person.button('vault.dialog.renewButton').click()
  await expect(page.getByText(person.say('vault.panel.done.renew'))).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Control+l')
  await typesPassword(page, person, FIRST)
  await expect(page.getByRole('alert')).toContainText(person.say('errors.wrong_key.what'))
  await typesPassword(page, person, SECOND)
  await inTheRooms(page, person)

  // Back to none: the next start opens by itself, a lock asks for one press.
  await person.button('vault.panel.drop').click()
  await person.field('vault.dialog.present').fill(SECOND)
  expect(await violations(page)).toEqual([])
  await person.button('vault.dialog.dropButton').click()
  await expect(page.getByText(person.say('vault.panel.done.drop'))).toBeVisible({ timeout: 15_000 })
  await app.restart()
  await inTheRooms(app.page, new Person(app.page, 'zh-CN'))
})
