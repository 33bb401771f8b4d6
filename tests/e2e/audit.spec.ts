import { expect, test } from './app'
import { violations } from './axe'
import { Person, type Language } from './person'

for (const [language, theme] of [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const satisfies readonly (readonly [Language, string])[]) {
  test(`a lender’s figure is checked and a note asks to explain it (${language}, ${theme})`, async ({ app }) => {
    const { page } = app
    const person = new Person(page, language)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page
      .getByText(language === 'en' ? 'English' : '中文', { exact: true })
      .first()
      .click()
    await person.button('firstRun.sample.load').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('ledger.title'))
    await page.evaluate(() => (location.hash = '#/loans/loan-consumer'))
    await person.button('audit.open').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('audit.title'))

    await person.button('audit.form.check').click()
    await expect(page.getByText(person.say('audit.form.needsAmount'))).toBeVisible()
    await person.field('audit.form.total').fill('26,00x')
    await person.field('audit.form.on').fill('2026-02-30')
    await person.button('audit.form.check').click()
    await expect(page.getByText(person.say('contract.event.error.date_missing'))).toBeVisible()
    expect(await violations(page), 'the form').toEqual([])

    await person.field('audit.form.on').fill('2026-12-20')
    await person.field('audit.form.scope').selectOption('arrears')
    await person.field('audit.form.total').fill('6,500')
    await page.keyboard.press('Enter')
    const result = page.getByRole('region', { name: person.say('audit.result.title') })
    await expect(result).toBeFocused()
    const lines = result.getByRole('table').last()
    await expect(lines.getByRole('columnheader')).toHaveCount(5)
    await expect(lines.getByRole('row').last()).toContainText('6,40')
    expect(await violations(page), 'the result').toEqual([])

    await person.button('audit.result.write').click()
    const paper = page.locator('.paper-view .paper-page').first()
    await expect(paper).toContainText('6,500.00')
    await expect(paper).toContainText(language === 'en' ? 'Please explain these items' : '请说明以下项目')
    expect(await violations(page), 'the note').toEqual([])
    await page.getByRole('link', { name: person.say('audit.note.back') }).click()
    await expect(person.field('audit.form.total')).toHaveValue('6500')
  })
}

test('a payment among several loans of one lender is designated on paper', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await page.getByText('中文', { exact: true }).first().click()
  await person.button('firstRun.sample.load').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('ledger.title'))
  await page.evaluate(() => (location.hash = '#/note/designation/loan-flat-fee/loan-flat-fee-pay-1'))
  await expect(page.locator('.paper-view .paper-page').first()).toContainText('第五百六十条')
  await expect(page.getByText(person.say('audit.designation.only'))).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.evaluate(() => (location.hash = '#/note/designation/loan-flat-fee/gone'))
  await expect(page.getByText(person.say('audit.designation.missing'))).toBeVisible()
  expect(await violations(page)).toEqual([])
})
