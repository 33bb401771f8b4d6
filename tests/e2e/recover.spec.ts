import { addMonths, localDate } from '#domain/calendar/local-date'
import { expect, test } from './app'
import { Person } from './person'

/** Twelve instalments of 1,000.00 and a fee of 72.00, as an app lists them. */
const PLAN = Array.from({ length: 12 }, (_, index) => {
  const dueOn = addMonths(localDate('2026-01-15'), index + 1)
  return `${index + 1}\t${dueOn}\t1000.00\t72.00`
}).join('\n')

test('a pasted plan is read for what it is, and its terms fill the form', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await person.begins()
  await person.field('loan.form.name').fill('先享后付')
  await person.field('loan.form.kind').selectOption('lenderSchedule')
  await person.field('loan.form.principalFen').fill('1.2万')
  await person.field('loan.form.drawnOn').fill('2026-01-15')
  await person.field('loan.form.plan').fill(PLAN)
  const truth = page.getByRole('region', { name: person.say('recover.title') })
  await expect(truth).toContainText(person.say('loan.kind.flatFee.name'))
  await expect(truth).toContainText('0.6%')
  await expect(truth).toContainText('13.03%')
  await truth.getByRole('button', { name: person.say('recover.use'), exact: true }).click()
  await expect(person.field('loan.form.kind')).toHaveValue('flatFee')
  await person.button('loan.form.save').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('先享后付')
  await expect(page.locator('main')).toContainText('¥864.00')
})
