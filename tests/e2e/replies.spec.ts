import { expect, test } from './app'
import { Person, wordsOf } from './person'

for (const language of ['zh-CN', 'en'] as const) {
  test(`a counter-offer is compared, agreed, becomes the contract, and ends again (${language})`, async ({ app }) => {
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
    await person.button('plan.ask.write').click()
    await person.givesCause('失业', '工资')
    // As a PDF: the desktop window's own print dialog would hold the page.
    await app.download(async () => {
      await person.button('proposals.paper.pdf').click()
      await person.readsNotice()
    })
    await person.button('proposals.send.open').click()
    await person.button('proposals.send.save').click()

    // The lender offers other terms, on the telephone so far.
    await person.button('proposals.reply.record').click()
    await page.getByLabel(say('proposals.reply.kind')).selectOption('otherTerms')
    await page.getByLabel(say('agreed.offer.periods')).fill('36')
    await page.getByLabel(say('agreed.offer.condition')).fill('首期到账')
    await page.getByLabel(say('agreed.offer.breach')).fill('恢复原合同')
    await person.button('proposals.reply.save').click()
    const table = page.getByRole('group', { name: say('agreed.offer.compare') })
    await expect(table.getByRole('columnheader')).toHaveCount(4)
    await expect(person.button('agreed.offer.make')).toBeDisabled()

    // A recorded call with its number makes them count.
    await person.button('proposals.reply.change').click()
    await page.getByLabel(say('proposals.reply.means')).selectOption('recordedCall')
    await page.getByLabel(say('proposals.reply.reference')).fill('录音 12')
    await person.button('proposals.reply.save').click()
    await person.button('agreed.offer.make').click()
    await expect(page.getByText(say('agreed.offer.made'))).toBeVisible()

    await page.evaluate(() => (location.hash = '#/loans/loan-consumer'))
    const panel = page.getByRole('region', { name: say('agreed.title') })
    await expect(panel).toContainText('录音 12')
    await expect(panel).toContainText('首期到账')
    await expect(page.locator('.event-list')).toContainText(say('loan.page.events.rearranged'))
    await panel.getByRole('button', { name: say('agreed.end') }).press('Enter')
    await expect(panel).toHaveCount(0)
    await expect(page.locator('.event-list')).toContainText(say('loan.page.events.rearrangementEnded'))
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(panel).toBeVisible()
  })
}
