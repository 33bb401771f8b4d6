import { expect, test } from './app'
import { violations } from './axe'
import { Person } from './person'

const at = (on: string, time: string): number => Date.parse(`${on}T${time}:00+08:00`)
const call = (number: string, when: number, type: number, seconds: number): string =>
  `<call number="${number}" duration="${seconds}" date="${when}" type="${type}" presentation="1" contact_name="(Unknown)" />`

/** Four nights of a collector, a courier, and the same file again. */
const CALLS = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="6">
${call('+8602160000001', at('2026-11-20', '22:30'), 1, 40)}
${call('021-60000001', at('2026-11-21', '23:05'), 1, 12)}
${call('02160000001', at('2026-11-22', '10:00'), 3, 0)}
${call('13800000009', at('2026-11-22', '12:00'), 1, 30)}
<call number="1" date="not a date" type="1"/>
</calls>`

for (const language of ['zh-CN', 'en'] as const) {
  test(`a call log of a phone comes into the log, only whom is chosen, once; undone and taken back (${language})`, async ({
    app,
  }) => {
    const { page } = app
    const person = new Person(page, language)
    const { say } = person
    await person.begins()
    await page.evaluate(() => (location.hash = '#/contacts/import'))
    const file = page.locator('input[type=file][accept*=xml]')
    expect(await violations(page), 'before').toEqual([])

    // Not a list: said in words, and one can try again.
    await file.setInputFiles({
      name: 'page.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<html><table></table></html>'),
    })
    await expect(page.getByRole('alert')).toHaveText(say('contactImport.refused.webPage'))

    const give = () => file.setInputFiles({ name: '通话.xml', mimeType: 'text/xml', buffer: Buffer.from(CALLS) })
    await give()
    const senders = page.getByRole('table', { name: say('contactImport.senders.caption') })
    await expect(senders.getByRole('row')).toHaveCount(3)
    await expect(page.getByText(say('contactImport.dropped.no_time', { count: 1 }))).toBeVisible()
    const add = (count: number) => person.button('contactImport.found.add', { count })
    await expect(add(0)).toBeDisabled()
    const collector = senders.getByRole('row').filter({ hasText: '021' })
    await collector.getByRole('checkbox').press('Space')
    await collector.getByRole('combobox').selectOption('new')
    await collector.getByRole('textbox').fill('某某催收公司')
    await collector.getByRole('textbox').press('Enter')
    expect(await violations(page), 'the senders').toEqual([])
    await add(3).press('Enter')
    await expect(page.getByText(say('contactImport.done', { count: 3 }))).toBeVisible()
    await person.goesTo('contacts')
    const log = page.getByRole('table', { name: say('contacts.log.caption') })
    await expect(log.getByRole('row')).toHaveCount(4)
    await expect(log).toContainText('某某催收公司')
    await expect(log).not.toContainText('13800000009')

    // Two of them at night: found beside the rules.
    await page.getByRole('link', { name: say('contacts.pages.findings'), exact: true }).press('Enter')
    await expect(page.getByText(say('findings.suspected', { count: 2 }), { exact: true })).toBeVisible()
    expect(await violations(page), 'the findings').toEqual([])

    // The same file again brings nothing new, and its number is known.
    await page.evaluate(() => (location.hash = '#/contacts/import'))
    await give()
    await expect(page.getByText(say('contactImport.found.will', { count: 0, known: 3 }))).toBeVisible()
    await page.getByRole('button', { name: say('common.cancel'), exact: true }).press('Enter')

    await person
      .button('contactImport.earlier.remove')
      .or(page.getByRole('button', { name: say('contactImport.earlier.removeOf', { name: '通话.xml' }) }))
      .press('Enter')
    await person.goesTo('contacts')
    await expect(page.getByText(say('contacts.log.empty'))).toBeVisible()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(log.getByRole('row')).toHaveCount(4)
  })
}
