import { expect, test } from './app'
import { Person } from './person'

test('half a loan, locked, opened again: everything typed is there; saved, no draft is left', async ({ app }) => {
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await person.begins()
  await person.field('loan.form.name').fill('写了一半的借款')
  await person.field('loan.form.principalFen').fill('12000')
  await person.field('loan.form.periods').fill('12')
  // Locked at once, before any pause in typing: nothing waits for a timer.
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('vault.shut.title'))
  await person.button('vault.shut.continue').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('loan.form.addTitle'))
  await expect(person.field('loan.form.name')).toHaveValue('写了一半的借款')
  await expect(person.field('loan.form.periods')).toHaveValue('12')
  await expect(person.button('common.draft.restart')).toBeVisible()

  // Over a restart too.
  const later = await app.restart()
  const again = new Person(later, 'zh-CN')
  await later.goto(`${later.url().split('#')[0] ?? ''}#/loans/new`)
  await expect(again.field('loan.form.name')).toHaveValue('写了一半的借款')

  // Begun afresh, and left without saving: gone for good.
  await again.button('common.draft.restart').click()
  await expect(again.field('loan.form.name')).toHaveValue('')
  await again.button('common.cancel').click()
  await later.goto(`${later.url().split('#')[0] ?? ''}#/loans/new`)
  await expect(again.field('loan.form.name')).toHaveValue('')
  await expect(again.button('common.draft.restart')).toHaveCount(0)
})
