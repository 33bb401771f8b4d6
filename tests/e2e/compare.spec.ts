import { expect, test } from './app'
import { Person, wordsOf } from './person'

for (const language of ['zh-CN', 'en'] as const) {
  test(`ways are compared, a "what if" is written by keyboard, and a way is chosen (${language})`, async ({ app }) => {
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
    await page.getByRole('link', { name: say('compare.title'), exact: true }).click()
    const rows = page.locator('.compare-table tbody tr')
    await expect(rows).toHaveCount(3)

    await page.getByRole('checkbox', { name: say('plan.strategy.proRata') }).press('Space')
    await page.getByRole('checkbox', { name: say('plan.strategy.tokenOffers') }).press('Space')
    await expect(rows).toHaveCount(5)
    await expect(page.getByRole('checkbox', { name: say('plan.strategy.mostCurrent') })).toBeDisabled()
    await page.getByRole('checkbox', { name: say('plan.strategy.tokenOffers') }).press('Space')
    await expect(rows).toHaveCount(4)

    // A "what if" with nothing in it is told what is missing; then it is whole.
    await person.button('compare.scenario.new').press('Enter')
    await person.button('compare.scenario.save').press('Enter')
    await expect(page.getByText(say('compare.scenario.needName'), { exact: true })).toBeVisible()
    await expect(page.getByText(say('compare.scenario.needChange'))).toBeVisible()
    await page.getByLabel(say('compare.scenario.name')).first().fill('年终奖')
    await person.button('compare.scenario.add.windfall').press('Enter')
    await page.getByLabel(say('compare.scenario.when.windfall')).fill('2027-01-20')
    await page.getByRole('textbox', { name: say('compare.scenario.sum.windfall') }).fill('2万')
    await person.button('compare.scenario.save').press('Enter')
    await expect(page.locator('.scenario-list')).toContainText('年终奖')

    const endOf = (strategy: 'avalanche') =>
      rows
        .filter({ hasText: say(`plan.strategy.${strategy}`) })
        .locator('td')
        .first()
    const before = await endOf('avalanche').innerText()
    await page.getByLabel(say('compare.pick.scenario')).selectOption({ label: '年终奖' })
    await expect(endOf('avalanche')).not.toHaveText(before)

    // Each chart has its table twin.
    await expect(page.locator('.chart')).toHaveCount(5)
    for (const twin of await page.getByText(say('plan.chart.table'), { exact: true }).all()) await twin.click()
    await expect(page.locator('.chart')).toHaveCount(0)
    await expect(page.locator('.chart-table')).toHaveCount(5)

    await page
      .getByRole('button', { name: say('compare.table.useOf', { name: say('plan.strategy.snowball') }) })
      .press('Enter')
    await expect(rows.filter({ hasText: say('plan.strategy.snowball') })).toContainText(say('plan.compare.chosen'))
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(rows.filter({ hasText: say('plan.strategy.avalanche') })).toContainText(say('plan.compare.chosen'))
    await page.keyboard.press('Control+z')
    await expect(page.locator('.scenario-list li')).toHaveCount(0)
  })
}
