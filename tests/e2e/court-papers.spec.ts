import { expect, test } from './app'
import { violations } from './axe'
import { Person } from './person'

for (const language of ['zh-CN', 'en'] as const) {
  test(`a payment order is verified, counts its days and comes before every other step; a new account is checked (${language})`, async ({
    app,
  }) => {
    const { page } = app
    const person = new Person(page, language)
    const { say } = person
    await person.begins()
    await page.evaluate(() => (location.hash = '#/escalation/court'))
    await person.button('escalation.court.add').press('Enter')
    await person.field('escalation.court.kind').selectOption('paymentOrder')
    await person.field('escalation.court.receivedOn').fill('2026-11-20')
    await person.field('escalation.court.caseNumber').fill('（2026）某 0101 民督 1 号')
    expect(await violations(page), 'the form').toEqual([])
    await person.button('common.save').press('Enter')
    await expect(page.getByText(say('escalation.court.by', { on: '2026-12-05' }))).toBeVisible()
    await expect(page.getByText(say('escalation.court.notVerified'))).toBeVisible()

    await page.getByRole('link', { name: say('escalation.pages.ladder'), exact: true }).press('Enter')
    await expect(page.getByText(say('escalation.court.kinds.paymentOrder'))).toBeVisible()
    await person.button('escalation.next.toCourt').press('Enter')

    await expect(page.getByText(say('escalation.payee.wait'))).toBeVisible()
    for (const question of ['sameName', 'asked', 'written', 'noFee'] as const)
      await page.getByLabel(say(`escalation.payee.${question}`)).press('Space')
    await expect(page.getByText(say('escalation.payee.fine'))).toBeVisible()
    expect(await violations(page), 'court papers').toEqual([])

    await person.button('escalation.court.markDone').press('Enter')
    await page.getByRole('link', { name: say('escalation.pages.ladder'), exact: true }).press('Enter')
    await expect(page.getByText(say('escalation.next.noContacts'))).toBeVisible()

    // The phone card is a paper like any other.
    await page.getByRole('link', { name: say('escalation.pages.papers'), exact: true }).press('Enter')
    await expect(page.locator('.paper-frame').first()).toContainText('110')
    expect(await violations(page), 'papers at hand').toEqual([])
  })
}
