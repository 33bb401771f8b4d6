import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { violations } from './axe'
import { Person, type Language } from './person'

const PASSWORD = 'Lantern-River-71-Quay'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const rows = (page: Page) => page.locator('.backup-table tbody tr')

const ofKind = (page: Page, person: Person, kind: 'manual' | 'beforeRestore') =>
  rows(page).filter({ has: page.getByRole('cell', { name: person.say(`backups.list.${kind}`), exact: true }) })

/** What can be done with the backup made by hand. */
const onManual = (page: Page, person: Person, action: 'copy' | 'restore') =>
  ofKind(page, person, 'manual').locator('button', { hasText: person.say(`backups.list.${action}`) })

/** A line of the budget. */
const line = (person: Person, name: string) =>
  person.page.getByLabel(person.say('budget.field.name', { row: name }), { exact: true })

async function setsPassword(person: Person, page: Page): Promise<void> {
  await person.button('vault.panel.set').click()
  await person.field('vault.password.new').fill(PASSWORD)
  await person.field('vault.password.repeat').fill(PASSWORD)
  await person.button('vault.dialog.save').click()
  await expect(page.getByText(person.say('vault.panel.done.set'))).toBeVisible({ timeout: 15_000 })
}

/** Loses what says how the vault is locked, as a bad disk would. */
function loseHeaders(dataDir: string): void {
  const vault = join(dataDir, 'vault')
  for (const name of readdirSync(vault)) if (name.startsWith('header.')) writeFileSync(join(vault, name), 'lost')
}

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[])
  test(`backed up, rehearsed, restored, taken to a new computer, and the lock found again (${language})`, async ({
    app,
  }) => {
    test.setTimeout(180_000)
    const elsewhere = mkdtempSync(join(tmpdir(), 'room-usb-'))
    const { page } = app
    const person = new Person(page, language)
    if (language === 'en') await page.getByText('English', { exact: true }).first().click()
    await person.button('firstRun.sample.load').click()
    await expect(page.locator('table')).toBeVisible()

    // Without a password: a backup is worth little away from this computer, and that is said.
    await person.goesTo('settings')
    await expect(page.getByText(person.say('backups.panel.keyFile'))).toBeVisible()
    await setsPassword(person, page)
    await expect(page.getByText(person.say('backups.panel.keyFile'))).toBeHidden()
    await person.button('backups.panel.make').click()
    await expect(page.getByText(person.say('backups.panel.made'))).toBeVisible()
    await expect(ofKind(page, person, 'manual')).toContainText(person.say('backups.list.password'))
    await expect(page.getByText(person.say('backups.panel.drillNever'))).toBeVisible()
    expect(await violations(page)).toEqual([])

    // The drill: a wrong password is none, the right one opens it.
    await person.button('backups.panel.drill').click()
    await person.field('backups.drill.password').fill('not this one')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(person.say('errors.wrong_key.what'), {
      timeout: 15_000,
    })
    await person.field('backups.drill.password').fill(PASSWORD)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.getByText(person.say('backups.drill.same'))).toBeVisible({ timeout: 15_000 })
    await page.keyboard.press('Escape')

    // A copy on another disk, and one saved by hand.
    await page.getByText(person.say('backups.folder.title')).click()
    await person.field('backups.folder.label').fill(elsewhere)
    await page.keyboard.press('Enter')
    await expect(page.locator('.path-text', { hasText: elsewhere })).toBeVisible()
    expect(readdirSync(elsewhere)).toHaveLength(1)
    const saved = await app.download(() => onManual(page, person, 'copy').click())
    const kept = join(elsewhere, 'kept.brbackup')
    copyFileSync(saved, kept)

    // Something is written; the restore takes it back, and keeps it.
    await person.goesTo('budget')
    await person.typesLine({ side: 'income', category: 'wage', name: 'Extra', amount: '777', day: 5 })
    await expect(line(person, 'Extra')).toBeVisible()
    await person.goesTo('settings')
    await onManual(page, person, 'restore').click()
    await expect(page.getByText(person.say('backups.restore.before'))).toBeVisible()
    expect(await violations(page)).toEqual([])
    await person.button('backups.restore.confirm').click()
    await expect(page.getByText(person.say('backups.restore.done'))).toBeVisible()
    await expect(ofKind(page, person, 'beforeRestore')).toHaveCount(1)
    await person.goesTo('budget')
    await expect(line(person, 'Extra')).toHaveCount(0)

    // A new computer: nothing there but the file.
    await app.restart((dataDir) => rmSync(join(dataDir, 'vault'), { recursive: true, force: true }))
    const there = new Person(app.page, language)
    await expect(title(app.page)).toHaveText(there.say('vault.fresh.title'))
    await app.page.getByText(there.say('backups.door.title')).first().click()
    await app.page.locator('input[type=file]').setInputFiles(kept)
    await there.field('backups.restore.password').fill(PASSWORD)
    expect(await violations(app.page)).toEqual([])
    await there.button('backups.restore.look').click()
    await expect(app.page.getByText(there.say('backups.door.after'))).toBeVisible({ timeout: 15_000 })
    await there.button('backups.door.useBackup').click()
    await expect(app.page.locator('table').first()).toBeVisible({ timeout: 15_000 })

    // The header is lost: a backup on the disk finds the lock again, and the newer case with it.
    await there.goesTo('settings')
    await there.button('backups.panel.make').click()
    await expect(ofKind(app.page, there, 'manual')).toHaveCount(1)
    await there.goesTo('budget')
    await there.typesLine({ side: 'income', category: 'wage', name: 'Newer', amount: '888', day: 6 })
    await app.restart(loseHeaders)
    const found = new Person(app.page, language)
    await expect(title(app.page)).toHaveText(found.say('vault.headerLost.title'))
    await found.field('backups.restore.password').fill(PASSWORD)
    await found.button('backups.restore.look').click()
    await expect(app.page.getByText(found.say('backups.door.onDisk'))).toBeVisible({ timeout: 15_000 })
    expect(await violations(app.page)).toEqual([])
    await found.button('backups.door.useDisk').click()
    await expect(found.button('backups.door.useDisk')).toBeHidden({ timeout: 15_000 })
    await found.goesTo('budget')
    await expect(line(found, 'Newer')).toBeVisible()
    rmSync(elsewhere, { recursive: true, force: true })
  })
