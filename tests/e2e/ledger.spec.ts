import { expect, test } from './app'
import { Person } from './person'

test('the ledger is edited in place: a name, a rate, a payment, what the app says; and taken back', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await page.getByRole('button', { name: person.say('firstRun.sample.load'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('ledger.title'))
  const name = '信用卡账单分期'

  await person.button('ledger.editName', { name }).click()
  await page.getByLabel(person.say('ledger.newName', { name })).fill('信用卡')
  await page.keyboard.press('Enter')
  await expect(person.button('ledger.editName', { name: '信用卡' })).toBeVisible()

  await person.button('ledger.editRate', { name: '信用卡' }).click()
  await page.getByLabel(person.say('ledger.newRate', { name: '信用卡' })).fill('日息万五')
  await page.keyboard.press('Enter')
  await expect(person.button('ledger.editRate', { name: '信用卡' })).toContainText('0.05%')

  const required = person.button('ledger.recordPayment', { name: '消费贷' })
  await expect(required).toContainText('4,267.18')
  await required.click()
  await page.getByRole('dialog').getByLabel(person.say('loan.page.paymentAmount')).fill('1000')
  await page.keyboard.press('Enter')
  await expect(required).toContainText('3,267.18')

  const owed = person.button('ledger.recordStated', { name: '消费贷' })
  await owed.click()
  await page.getByRole('dialog').getByLabel(person.say('loan.form.stated.principalFen')).fill('2万')
  await page.keyboard.press('Enter')
  await expect(owed).toContainText('20,000.00')

  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z')
  await expect(person.button('ledger.editName', { name })).toBeVisible()
  await expect(required).toContainText('4,267.18')
})
