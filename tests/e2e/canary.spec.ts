import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './app'
import { CANARY, findCanary, formsOf } from './find-canary'
import { Person } from './person'

test.use({ ownProfile: true })

test('after a day’s work and locking, not one typed word lies anywhere in clear: data, temporary files, logs, browser', async ({
  app,
}) => {
  test.setTimeout(120_000)
  const { page } = app
  const person = new Person(page, 'zh-CN')
  await person.begins()
  await person.typesLoan({
    name: `${CANARY}借款`,
    product: 'onlineLoan',
    principal: '12000',
    drawnOn: '2026-03-10',
    rate: '15.4%',
    periods: 12,
    firstDueOn: '2026-04-10',
    lenders: [{ name: `${CANARY}消费金融`, type: 'consumerFinance' }],
    platform: `${CANARY}平台`,
    contractNumber: 'NO-1',
    stated: { principal: '11000', daysLate: 30, source: `${CANARY}截图` },
  })
  await person.goesTo('budget')
  await person.typesLine({ side: 'income', category: 'wage', name: `${CANARY}工资`, amount: '5200', day: 10 })
  await person.goesTo('plan')
  await person.writesRequest(`${CANARY}借款`, 24)
  await person.introducesHerself({ name: `${CANARY}某`, id: '110101199001011234', phone: '13800000000' })
  await person.givesCause(`${CANARY}公司裁员`, `${CANARY}工资`)
  // A letter leaves as a file: what it was made from must not stay behind.
  await app.download(async () => {
    await person.button('proposals.paper.pdf').click()
    await person.readsNotice()
  })
  // Half-typed, then locked.
  await page.goto(`${page.url().split('#')[0] ?? ''}#/loans/new`)
  await person.field('loan.form.name').fill(`${CANARY}写了一半`)
  await page.waitForTimeout(1_500)
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('vault.shut.title'))
  let whileShut: string[] = []
  let afterwards: string[] = []
  let looked = 0
  whileShut = findCanary(app.dataDir)
  await app.restart((dataDir) => {
    afterwards = findCanary(dataDir)
    looked = readdirSync(dataDir, { recursive: true }).length
  })
  console.log(`canary: ${looked} files searched in ${formsOf().size} forms`)
  expect(looked).toBeGreaterThan(30)
  expect(whileShut).toEqual([])
  expect(afterwards).toEqual([])
})

test('the same search finds the word in every form it can take (control)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'canary-'))
  try {
    mkdirSync(join(folder, 'deep'))
    for (const [form, bytes] of formsOf())
      writeFileSync(join(folder, 'deep', `${form}.bin`), Buffer.concat([Buffer.alloc(9, 1), bytes, Buffer.alloc(9, 2)]))
    writeFileSync(join(folder, 'page.txt'), Buffer.from(`姓名：${CANARY}某`).toString('base64'))
    const found = findCanary(folder)
    for (const form of formsOf().keys())
      expect(
        found.some((line) => line.endsWith(`: ${form}`)),
        form,
      ).toBe(true)
    expect(found.some((line) => line.includes('page.txt'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
