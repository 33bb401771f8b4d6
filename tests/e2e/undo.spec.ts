import { expect, test } from './app'
import { Person } from './person'

test('what was typed survives a reload and a restart, and so does undo', async ({ app }) => {
  const person = new Person(app.page, 'zh-CN')
  await person.begins()
  await person.goesTo('budget')
  await person.typesLine({ side: 'income', category: 'wage', name: '工资', amount: '5200', day: 10 })
  await person.typesLine({ side: 'essential', category: 'food', name: '吃饭', amount: '1700', day: 1 })
  const line = (page: typeof app.page, name: string) =>
    page.getByLabel(person.say('budget.field.name', { row: name }), { exact: true })

  await app.page.reload()
  await expect(line(app.page, '吃饭')).toHaveValue('吃饭')

  const page = await app.restart()
  const again = new Person(page, 'zh-CN')
  await again.goesTo('budget')
  await expect(line(page, '吃饭')).toHaveValue('吃饭')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(line(page, '吃饭')).toHaveCount(0)
  await expect(line(page, '工资')).toHaveValue('工资')
  await page.keyboard.press('Control+Shift+z')
  await expect(line(page, '吃饭')).toHaveValue('吃饭')
})
