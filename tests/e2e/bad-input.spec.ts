import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app'
import { Person } from './person'

test('bad input is answered in words beside the field, and nothing is lost', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  const form = 'loan.form'
  await person.begins()
  await person.field(`${form}.name`).fill('试')
  await person.field(`${form}.principalFen`).fill('-5')
  await expect(page.getByText(person.say('errors.amount.amount_negative'))).toBeVisible()
  await person.field(`${form}.principalFen`).fill('九亿亿')
  await expect(page.getByText(person.say('errors.amount.amount_unreadable'))).toBeVisible()
  await person.field(`${form}.principalFen`).fill('99999999999999')
  await expect(page.getByText(person.say('errors.amount.amount_too_large'))).toBeVisible()
  await person.field(`${form}.drawnOn`).fill('2026-02-30')
  await expect(page.locator('.mantine-InputWrapper-error, [class*="error"]').first()).toBeVisible()
  await person.field(`${form}.rate`).fill('3600%')
  await person.button(`${form}.save`).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  // What was typed still stands.
  await expect(person.field(`${form}.name`)).toHaveValue('试')

  await person.field(`${form}.principalFen`).fill('1万2')
  await person.field(`${form}.principalFen`).fill('12000')
  await person.field(`${form}.drawnOn`).fill('2026-01-15')
  await person.field(`${form}.rate`).fill('0%')
  await person.field(`${form}.periods`).fill('601')
  await person.field(`${form}.firstDueOn`).fill('2026-02-15')
  await person.button(`${form}.save`).click()
  await expect(page.getByRole('alert').first()).toContainText('600')
  await person.field(`${form}.periods`).fill('12')
  await person.button(`${form}.save`).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('试')
})

test('a truncated, a foreign and a newer case file are each refused by name, and the case stays', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await page.getByRole('button', { name: person.say('firstRun.sample.load'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('ledger.title'))
  await person.goesTo('settings')
  const files = {
    'cut.json': '{"schemaVersion":1,"revision":3,"sett',
    'foreign.json': '{"hello":"world"}',
    'newer.json': '{"schemaVersion":99,"revision":0}',
  }
  for (const [name, text] of Object.entries(files)) {
    const file = join(app.dataDir, name)
    writeFileSync(file, text)
    await page.locator('input[type=file][accept*=".json"]').setInputFiles(file)
    const confirm = page.getByRole('dialog').getByRole('button').last()
    if (await confirm.isVisible().catch(() => false)) await confirm.click()
    await expect(page.getByRole('alert').or(page.locator('.mantine-Notification-root')).last()).toBeVisible()
  }
  await person.goesTo('loans')
  await expect(page.getByRole('row')).toHaveCount(7)
})
