import { expect, test } from './app'
import { Person, wordsOf } from './person'

for (const language of ['zh-CN', 'en'] as const) {
  test(`"how was this computed?" leads to a worked example and on to a loan of one's own (${language})`, async ({
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
    await page.evaluate(() => (location.hash = '#/loans/loan-flat-fee'))
    await page.getByText(say('loan.page.cost.how'), { exact: true }).click()
    await page.getByRole('link', { name: say('worked.fromLoan') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('worked.page.cardInstalment.title'))
    await expect(page.locator('.worked-answers')).toContainText('13.03%')
    await expect(page.locator('.worked-answers')).toContainText('13.84%')

    await page.keyboard.press('Alt+8')
    await expect(page.locator('.worked-list li')).toHaveCount(5)
    await page.getByRole('link', { name: say('worked.page.latePenalty.title') }).press('Enter')
    await expect(page.locator('.formula').filter({ hasText: '× 40 ÷ 360 = 23.00' })).toBeVisible()

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await person.button('worked.print').press('Enter')
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
    await person.button('worked.ownAdd').press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('loan.form.addTitle'))
  })
}
