import { expect, test } from './app'
import { violations } from './axe'
import { Person } from './person'

for (const language of ['zh-CN', 'en'] as const) {
  test(`a call is written down by keyboard, completed later with its first wording kept, and found again (${language})`, async ({
    app,
  }) => {
    const { page } = app
    const person = new Person(page, language)
    const { say } = person
    await person.begins()
    await page.evaluate(() => (location.hash = '#/contacts'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('contacts.title'))
    expect(await violations(page), 'the empty log').toEqual([])

    // Wrong times are told in words, and nothing typed is lost.
    await person.field('contacts.form.time').fill('25:70')
    await page.getByRole('combobox', { name: say('contacts.form.number') }).fill('+86 21 6000 0001')
    await person.field('contacts.form.by').selectOption('new')
    await person.field('contacts.form.byName').fill('某某催收公司')
    await person.field('contacts.form.reached').selectOption('family')
    await page.getByRole('textbox', { name: say('contacts.form.person') }).fill('妈妈')
    await page.getByRole('textbox', { name: say('contacts.form.said') }).fill('说欠了钱，要上门')
    await page.getByRole('textbox', { name: say('contacts.form.said') }).press('Control+Enter')
    await expect(page.getByText(say('contacts.form.error.time'))).toBeVisible()
    await person.field('contacts.form.time').fill('22：14')
    await page.getByLabel(say('contacts.tag.debtDisclosed')).press('Space')
    await person.button('contacts.quick.save').press('Enter')
    const log = page.getByRole('table', { name: say('contacts.log.caption') })
    await expect(log.getByRole('row')).toHaveCount(2)
    await expect(log).toContainText('2026-11-24 22:14')
    await expect(log).toContainText('某某催收公司')
    await expect(person.field('contacts.form.time')).toHaveValue('')
    expect(await violations(page), 'the log').toEqual([])

    // The same number, written otherwise, names its caller.
    await page.getByRole('combobox', { name: say('contacts.form.number') }).fill('021-60000001')
    await expect(page.getByText(say('contacts.form.numberKnown'))).toBeVisible()
    await expect(person.field('contacts.form.by').locator('option:checked')).toHaveText('某某催收公司')
    await person.field('contacts.form.time').fill('9点')
    await person.button('contacts.quick.save').press('Enter')
    await expect(log.getByRole('row')).toHaveCount(3)

    // Found by a word; completed; what stood there first stays.
    await page.getByRole('textbox', { name: say('contacts.log.search') }).fill('上门')
    await expect(log.getByRole('row')).toHaveCount(2)
    await log.getByRole('link').press('Enter')
    await page.getByRole('textbox', { name: say('contacts.form.promise') }).fill('三天内发书面方案')
    await person.field('contacts.form.promiseBy').fill('2026-11-20')
    await person.button('contacts.page.save').press('Enter')
    const edits = page.getByRole('region', { name: say('contacts.edits.title') })
    await expect(edits).toContainText('三天内发书面方案')
    expect(await violations(page), 'one contact').toEqual([])

    // The other side's promise is followed, and overdue.
    await person.goesTo('contacts')
    const promises = page.getByRole('region', { name: say('contacts.promises.title') })
    await expect(promises).toContainText(say('contacts.promises.overdue', { on: '2026-11-20' }))
    await promises
      .getByRole('button', { name: say('contacts.promises.brokenOf', { text: '三天内发书面方案' }) })
      .press('Enter')
    await expect(promises).toHaveCount(0)
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(promises).toBeVisible()

    // Half-typed entries survive a restart.
    await page.getByRole('textbox', { name: say('contacts.form.said') }).fill('刚才又打来')
    await page.waitForTimeout(2500)
    const again = await app.restart()
    await again.evaluate(() => (location.hash = '#/contacts'))
    await expect(again.getByRole('textbox', { name: say('contacts.form.said') })).toHaveValue('刚才又打来')

    // Whose a number is.
    await again.evaluate(() => (location.hash = '#/contacts/numbers'))
    await expect(again.getByRole('row').filter({ hasText: '021' })).toContainText('2')
    expect(await violations(again), 'the numbers').toEqual([])
  })
}
