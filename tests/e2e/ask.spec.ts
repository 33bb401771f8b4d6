import { expect, test } from './app'
import { violations } from './axe'
import { comesWithDebts } from './four-loans'
import { Person, type Language } from './person'

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  test(`6,200 asked, 3,900 there: the smallest requests become drafts for all but one (${language})`, async ({
    app,
  }) => {
    const { page } = app
    const person = new Person(page, language)
    const { say } = person
    await comesWithDebts(person)

    const gap = page.getByRole('region', { name: say('ask.title') })
    for (const figure of ['¥6,200', '¥3,900', '¥2,300']) await expect(gap).toContainText(figure)

    await page.getByLabel(say('ask.form.neverOf', { name: '丁贷' })).check()
    await person.button('ask.form.find').click()
    await expect(page.getByRole('status').filter({ hasText: say('ask.result.said.found', { count: 3 }) })).toBeVisible()

    const result = page.getByRole('region', { name: say('ask.result.title'), exact: true })
    const row = (name: string) =>
      result.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    await expect(row('丁贷')).toContainText(say('ask.result.kept'))
    // Equal treatment: no concession is much larger than another; one lender alone would have to give most of it.
    const shares = await Promise.all(
      ['甲贷', '乙贷', '丙贷'].map(async (name) =>
        Number.parseInt(await row(name).getByRole('cell').last().innerText(), 10),
      ),
    )
    expect(Math.max(...shares)).toBeLessThan(60)
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(12)
    await expect(result).toContainText(say('plan.ask.credit.text').slice(0, 8))

    const proof = page.getByRole('region', { name: say('ask.proof.title'), exact: true })
    await proof.getByText(say('plan.chart.table'), { exact: true }).click()
    await expect(proof.getByRole('columnheader', { name: say('ask.proof.short') })).toHaveCount(0)
    await expect(proof.getByText(say('ask.proof.tightest'))).toHaveCount(1)

    // Capping one at what its contract leaves makes the answer stale, and then another.
    await page.getByLabel(say('ask.form.mostOf', { name: '甲贷' })).fill('14')
    await expect(page.getByText(say('ask.result.stale'))).toBeVisible()
    await expect(
      page.getByRole('button', { name: say('ask.drafts.write_other', { count: 3 }), exact: true }),
    ).toBeDisabled()
    await page.getByLabel(say('ask.form.mostOf', { name: '甲贷' })).fill('')
    await person.button('ask.form.find').click()
    await expect(page.getByText(say('ask.result.stale'))).toHaveCount(0)
    expect(await violations(page), 'the answer').toEqual([])

    await page.getByRole('button', { name: say('ask.drafts.write_other', { count: 3 }), exact: true }).click()
    await expect(page).toHaveURL(/#\/proposals$/)
    const drafts = page.getByRole('region', { name: say('proposals.list.draft') }).getByRole('link')
    await expect(drafts).toHaveCount(3)
    await expect(drafts.filter({ hasText: '丁贷公司' })).toHaveCount(0)

    // Asked once more: the drafts that are there get the terms, after a question; there are still three.
    await person.goesTo('plan')
    await expect(page.getByText(/→ 0/).first()).toBeVisible()
    await page.getByRole('link', { name: say('ask.page'), exact: true }).click()
    await page.getByLabel(say('ask.form.neverOf', { name: '丁贷' })).check()
    await person.button('ask.form.find').click()
    await page.getByRole('button', { name: say('ask.drafts.write_other', { count: 3 }), exact: true }).click()
    await person.button('ask.drafts.replaceYes').click()
    await expect(page).toHaveURL(/#\/proposals$/)
    await expect(drafts).toHaveCount(3)
  })
}

test('what cannot be found is said in numbers with what would help, and one sum is shared to the fen', async ({
  app,
}) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  const { say } = person
  await comesWithDebts(person)
  for (const name of ['甲贷', '乙贷', '丙贷', '丁贷']) await page.getByLabel(say('ask.form.neverOf', { name })).check()
  await person.button('ask.form.find').click()
  const short = page.getByRole('region', { name: say('ask.short.title') })
  await expect(short).toContainText('每月再多')
  await expect(short.getByRole('listitem').first()).toContainText(/也请求 [甲乙丙丁]贷/)
  expect(await violations(page), 'the shortfall').toEqual([])

  const fair = page.getByRole('region', { name: say('ask.fair.title') })
  const total = fair.getByRole('row').last()
  await expect(total).toContainText('¥3,900.00')
  const offer = (name: string) => fair.getByLabel(say('ask.fair.offerOf', { name }), { exact: true })
  await expect(offer('甲贷')).toHaveValue('1666.94')
  await offer('甲贷').fill('1000')
  await expect(total).toContainText('¥3,900.00')
  await fair.getByText(say('ask.fair.token'), { exact: true }).click()
  await expect(offer('甲贷')).toHaveValue('1000')
  await expect(total).toContainText('¥3,900.00')
  await person.button('ask.fair.reset', { name: '甲贷' }).click()
  await expect(offer('甲贷')).not.toHaveValue('1000')
  await offer('丁贷').fill('5000')
  await expect(fair.getByText('¥1,100.00')).toBeVisible()
})
