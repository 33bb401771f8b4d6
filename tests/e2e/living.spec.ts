import { expect, test } from './app'
import { Person, wordsOf } from './person'

for (const language of ['zh-CN', 'en'] as const) {
  test(`a plan is stood by, a payment ticked off and taken back, and a changed budget is told as the reason (${language})`, async ({
    app,
  }) => {
    const { page } = app
    const say = wordsOf(language)
    const person = new Person(page, language)
    await page
      .getByText(language === 'en' ? 'English' : '中文', { exact: true })
      .first()
      .click()
    await person.button('firstRun.sample.load').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('ledger.title'))
    await person.goesTo('plan')
    await page.getByRole('link', { name: say('plan.pages.toLiving') }).press('Enter')
    const cells = page.getByRole('group', { name: say('living.cells.title') })
    await page.getByLabel(say('living.promise.note')).fill('慢慢来')
    await person.button('living.promise.make').press('Enter')
    await expect(page.getByText('慢慢来')).toBeVisible()
    await expect(page.getByText(say('living.promise.kept'))).toBeVisible()
    await expect(cells).toContainText(say('living.cells.open'))

    // Ticked off by keyboard; nothing is recorded without an amount.
    const tick = page.locator('.pay-item').first().getByRole('button')
    await tick.press('Enter')
    const dialog = page.getByRole('dialog')
    const amount = dialog.getByLabel(say('living.record.amount'))
    const planned = await amount.inputValue()
    await amount.fill('')
    await dialog.getByRole('button', { name: say('living.record.save') }).press('Enter')
    await expect(dialog).toContainText(say('living.record.needAmount'))
    await amount.fill(planned)
    await dialog.getByRole('button', { name: say('living.record.save') }).press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(cells).toContainText(say('living.cells.paid'))
    await expect(page.getByText(say('living.promise.kept'))).toBeVisible()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(cells).toContainText(say('living.cells.open'))

    // Less comes in: the end moves, and the reason is named.
    await person.goesTo('budget')
    const wage = page.getByLabel(say('budget.field.amount', { row: language === 'en' ? 'Wage' : '工资' }))
    await wage.first().fill('5000')
    await wage.first().press('Enter')
    await page.evaluate(() => (location.hash = '#/plan/living'))
    await expect(page.locator('.change-list')).toBeVisible()
    await expect(page.getByRole('region', { name: say('living.change.title') })).toContainText(
      say('living.change.incomeChanged').split('<')[0]?.trim() ?? '',
    )
    await person.button('living.promise.remake').press('Enter')
    await expect(page.getByText(say('living.promise.kept'))).toBeVisible()
    await expect(page.getByText(say('living.promise.history', { count: 1 }))).toBeVisible()
  })
}
