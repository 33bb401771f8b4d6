import { expect, test } from './app'
import { comesWithDebts } from './four-loans'
import { Person, type Language } from './person'

/** The chain of the planner from end to end: what cannot be paid, what is asked, what would be kept, and a letter that says it. */
for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  test(`from 6,200 asked and 3,900 there to letters that would be kept in nine of ten futures (${language})`, async ({
    app,
  }) => {
    const { page } = app
    const person = new Person(page, language)
    const { say } = person
    await comesWithDebts(person)
    await page.getByLabel(say('ask.form.neverOf', { name: '丁贷' })).check()
    await person.button('ask.form.find').click()
    const write = page.getByRole('button', { name: say('ask.drafts.write_other', { count: 3 }), exact: true })
    await write.click()
    await expect(page).toHaveURL(/#\/proposals$/)

    // The stress lab finds what of that would be kept, and lowers the offers to it.
    await page.evaluate(() => (location.hash = '#/plan/stress'))
    await person.button('stress.run.start').click()
    const offer = page.getByRole('region', { name: say('stress.offer.title') })
    await expect(offer.getByRole('status')).toContainText('90%', { timeout: 60_000 })
    const terms = offer.getByRole('table').getByRole('row').nth(1)
    const loan = await terms.getByRole('rowheader').innerText()
    const instalment = /¥[\d,]+\.\d\d/.exec(await terms.innerText())?.[0] ?? 'none'
    await offer.getByRole('button').last().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('proposals.title'))

    // The letter to that lender asks for exactly this, and is printed.
    await page
      .locator('.desk-list')
      .getByRole('link')
      .filter({ hasText: `${loan}公司` })
      .click()
    const paper = page.locator('.paper-page').first()
    await expect(paper).toContainText(instalment.replace('¥', ''))
    await person.introducesHerself({ name: '林某某', id: '320100199001011230', phone: '13800000001' })
    await person.givesCause(
      language === 'en' ? 'lost my job in August' : '八月失业',
      language === 'en' ? 'wage' : '工资',
    )
    // As a PDF: the desktop window's own print dialog would hold the page.
    await app.download(async () => {
      await person.button('proposals.paper.pdf').click()
      await person.readsNotice()
    })
  })
}
