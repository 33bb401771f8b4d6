import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app'
import { violations } from './axe'
import { Person, wordsOf, type Language } from './person'

const ROOMS = [
  'start',
  'loans',
  'loans/loan-consumer',
  'loans/new',
  'budget',
  'plan',
  'plan/ask',
  'plan/stress',
  'plan/compare',
  'plan/living',
  'proposals',
  'contacts',
  'contacts/patterns',
  'contacts/findings',
  'contacts/import',
  'contacts/numbers',
  'contacts/contact-4',
  'evidence',
  'evidence/pack',
  'evidence/custody',
  'escalation',
  'escalation/papers',
  'escalation/court',
  'escalation/calendar',
  'rights/lpr-1y',
  'worked',
  'worked/upfrontDeduction',
  'settings',
] as const

for (const [language, theme] of [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const satisfies readonly (readonly [Language, string])[]) {
  test(`every screen passes axe (${language}, ${theme})`, async ({ app }) => {
    const { page } = app
    const say = wordsOf(language)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page
      .getByText(language === 'en' ? 'English' : '中文', { exact: true })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('firstRun.title'))
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: say('firstRun.sample.load'), exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('ledger.title'))
    for (const room of ROOMS.slice(1)) {
      await page.evaluate((hash) => (location.hash = `#/${hash}`), room)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      expect(await violations(page), room).toEqual([])
    }
    const person = new Person(page, language)
    await page.evaluate(() => (location.hash = '#/loans/new'))
    for (const kind of ['levelInstalment', 'dailyBalance', 'flatFee', 'revolving'] as const) {
      await person.field('loan.form.kind').selectOption(kind)
      await opensEverything(page)
      expect(await violations(page), `the form of ${kind}`).toEqual([])
    }
    await person.field('contract.late.order').selectOption('own')
    await person.button('loan.form.save').click()
    await expect(page.getByRole('alert')).toBeFocused()
    expect(await violations(page), 'the form with errors').toEqual([])
    await page.evaluate(() => (location.hash = '#/loans/loan-consumer'))
    await person.recordsAssignment('甲资产')
    expect(await violations(page), 'a loan with a new creditor').toEqual([])
    await person.goesTo('plan')
    await person.button('plan.ask.write').click()
    await expect(page.locator('.paper-page').first()).toBeVisible()
    expect(await violations(page), 'a proposal').toEqual([])
    await person.button('proposals.paper.print').click()
    await expect(page.getByLabel(say('proposals.notice.check'))).toBeVisible()
    expect(await violations(page), 'the notice').toEqual([])
  })
}

/** Opens every disclosure of the form. */
async function opensEverything(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary')
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click()
  await expect(closed).toHaveCount(0)
}

/** Presses Tab until the element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < 150; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never reaches ${target.toString()}`)
}

test('from first run to the print button by keyboard alone', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  const type = async (target: Locator, text: string): Promise<void> => {
    await tabTo(page, target)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }
  await tabTo(page, person.button('firstRun.own.begin'))
  await page.keyboard.press('Enter')
  const form = 'loan.form'
  await type(person.field(`${form}.name`), '消费贷')
  await type(person.field(`${form}.principalFen`), '3万')
  await type(person.field(`${form}.drawnOn`), '2026-08-15')
  await type(person.field(`${form}.rate`), '18%')
  await type(person.field(`${form}.periods`), '24')
  await type(person.field(`${form}.firstDueOn`), '2026-09-15')
  await type(person.field(`${form}.lender`), '消费金融公司甲')
  await tabTo(page, person.button(`${form}.save`))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('消费贷')

  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('budget.title'))
  await tabTo(page, person.button('budget.add.income'))
  await page.keyboard.press('Enter')
  await page.keyboard.type('工资')
  await type(page.getByLabel(person.say('budget.field.amount', { row: '工资' }), { exact: true }), '5000')
  await page.keyboard.press('Enter')
  await expect(person.button('budget.add.income')).toBeEnabled()

  await page.keyboard.press('Alt+3')
  await tabTo(page, person.button('plan.ask.write'))
  await page.keyboard.press('Enter')
  await type(person.field('proposals.sender.name'), '周某某')
  await type(person.field('proposals.sender.phone'), '139 1234 5678')
  await tabTo(page, person.button('proposals.sender.save'))
  await page.keyboard.press('Enter')
  await type(person.field('proposals.form.cause'), '八月住院停工两个月，十月已恢复工作。')
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await tabTo(page, person.button('proposals.paper.print'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel(person.say('proposals.notice.check')))
  await page.keyboard.press('Space')
  await tabTo(page, person.button('proposals.notice.confirm'))
  await page.keyboard.press('Enter')
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
})
