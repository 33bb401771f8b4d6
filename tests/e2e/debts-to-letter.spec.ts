import { spawnSync } from 'node:child_process'
import { expect, test, type RunningApp } from './app'
import { Person, type Language, type TypedLoan } from './person'

const ME = { name: '周某某', id: '110101199003070010', phone: '139 1234 5678' }
const CAUSE = {
  'zh-CN': '2026 年 8 月住院停工两个月，10 月已恢复工作。',
  en: 'I was in hospital in August 2026 and am back at work since October.',
}
const SOURCE = { 'zh-CN': '12 月 10 日工资', en: 'wage of 10 December' }

/** Known only from the lender's app: 70 days late. */
const OVERDUE: TypedLoan = {
  name: 'A',
  product: 'consumerLoan',
  principal: '3万',
  drawnOn: '2025-12-15',
  rate: '18%',
  periods: 24,
  firstDueOn: '2026-01-15',
  lenders: [{ name: '消费金融公司甲', type: 'consumerFinance' }],
  contractNumber: 'XF2025-0417',
  stated: {
    principal: '21,800',
    interest: '640.20',
    penalty: '98.44',
    lateFee: '87',
    overduePrincipal: '3,400',
    daysLate: 70,
    nextDueOn: '2026-12-15',
    source: 'App',
  },
}

const LINES = [
  { side: 'income', category: 'wage', name: 'W', amount: '5200', day: 10 },
  { side: 'essential', category: 'housing', name: 'H', amount: '2200', day: 1 },
  { side: 'essential', category: 'food', name: 'F', amount: '1700', day: 1 },
] as const

/** Text of the PDF that the button saves; pdftotext comes with poppler-utils. */
async function pdfText(app: RunningApp, person: Person, first: boolean): Promise<string> {
  const file = await app.download(async () => {
    await person.button('proposals.paper.pdf').click()
    if (first) await person.readsNotice()
  })
  const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  expect(text.status, 'pdftotext (poppler-utils) is needed').toBe(0)
  return text.stdout
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** What no letter says (a sample of the list; tests/domain/letter has it whole). */
const NEVER = ['必须停止催收', '不影响征信', '不用还', '成功率', '放弃', 'must agree', 'success rate']

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  test(`an overdue loan typed by hand becomes a letter that fits the budget (${language})`, async ({ app }) => {
    const person = new Person(app.page, language)
    await person.begins()
    await person.typesLoan(OVERDUE)
    await person.goesTo('budget')
    for (const line of LINES) await person.typesLine(line)
    await person.goesTo('plan')
    const outcome = app.page.getByText(person.say('plan.outcome.shortfall'), { exact: true }).first()
    await expect(outcome).toBeVisible()
    await expect(app.page.getByText(person.say('plan.outcome.noShortfall'))).toHaveCount(0)

    await person.writesRequest('A', 30)
    await person.introducesHerself(ME)
    await person.givesCause(CAUSE[language], SOURCE[language])
    const text = await pdfText(app, person, true)
    const plain = squeezed(text)

    expect(text).toContain(ME.phone)
    expect(text).not.toContain(ME.id)
    expect(plain).toContain('消费金融公司甲')
    expect(plain).toContain(language === 'en' ? 'article543' : '第五百四十三条')
    expect(plain).not.toContain(language === 'en' ? 'article678' : '六百七十八')
    expect(plain).toContain(language === 'en' ? 'doesnotconfirmanyamount' : '不构成对利息、罚息、费用数额的确认')
    for (const quoted of ['21,800.00', '640.20', '98.44', '87.00']) expect(plain).toContain(quoted)
    expect(plain).toMatch(/[壹贰叁肆伍陆柒捌玖]万/)
    for (const sentence of NEVER) expect(text).not.toContain(sentence)
    // Every row of the schedule: 30 instalments, numbered, monthly.
    for (let n = 1; n <= 30; n += 1) {
      const month = 2026 * 12 + 11 + (n - 1)
      const dueOn = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      expect(text).toMatch(new RegExp(`^\\s*${n}\\s+${dueOn}-\\d\\d\\s`, 'm'))
    }
    const pages = language === 'en' ? /Page 1 of (\d)/ : /第\s*1\s*页\s*共\s*(\d)\s*页/
    expect(Number(pages.exec(text)?.[1])).toBeGreaterThanOrEqual(2)

    // The plan with this request has no month that falls short.
    await person.goesTo('plan')
    await expect(app.page.getByText(/→ 0/).first()).toBeVisible()

    // A restart keeps everything; undo still works after it.
    const again = new Person(await app.restart(), language)
    await again.goesTo('proposals')
    await again.page
      .getByRole('link', { name: /A|消费金融/ })
      .first()
      .click()
    await expect(again.page.locator('.paper-page').first()).toContainText(ME.phone)
    await again.goesTo('loans')
    await expect(again.page.getByRole('cell', { name: /A/ }).first()).toBeVisible()
    await again.page.keyboard.press('Control+z')
    await again.goesTo('proposals')
  })
}

test('a loan not yet due asks for an extension under 678', async ({ app }) => {
  const person = new Person(app.page, 'zh-CN')
  await person.begins()
  await person.typesLoan({
    name: 'B',
    product: 'onlineLoan',
    principal: '12000',
    drawnOn: '2026-10-20',
    rate: '15.4%',
    periods: 12,
    firstDueOn: '2026-11-28',
    lenders: [{ name: '小额贷款公司乙', type: 'microLoan' }],
    contractNumber: 'B-7788',
  })
  await person.goesTo('budget')
  for (const line of LINES) await person.typesLine(line)
  await person.goesTo('plan')
  await person.writesRequest('B', 18)
  await person.introducesHerself(ME)
  await person.givesCause(CAUSE['zh-CN'], SOURCE['zh-CN'])
  const plain = squeezed(await pdfText(app, person, true))
  expect(plain).toContain('展期申请书')
  expect(plain).toContain('第六百七十八条')
  expect(plain).not.toContain('五百四十三')
})

test('a card asks for personalised instalments under article 70', async ({ app }) => {
  const person = new Person(app.page, 'zh-CN')
  await person.begins()
  await person.typesLoan({
    name: 'C',
    product: 'cardInstalment',
    kind: 'flatFee',
    principal: '24000',
    drawnOn: '2026-06-05',
    rate: '0.6%',
    periods: 12,
    firstDueOn: '2026-07-05',
    lenders: [{ name: '银行丁', type: 'bank' }],
    cardTail: '6688',
  })
  await person.goesTo('budget')
  for (const line of LINES) await person.typesLine(line)
  await person.goesTo('plan')
  await person.writesRequest('C', 36)
  await person.introducesHerself(ME)
  await person.givesCause(CAUSE['zh-CN'], SOURCE['zh-CN'])
  const plain = squeezed(await pdfText(app, person, true))
  expect(plain).toContain('个性化分期')
  expect(plain).toContain('《商业银行信用卡业务监督管理办法》第七十条')
  expect(plain).toContain('6688')
  expect(plain).not.toContain('六百七十八')
})

test('two lenders behind one platform, history unknown, three years old: the strong warning', async ({ app }) => {
  const person = new Person(app.page, 'zh-CN')
  await person.begins()
  await person.typesLoan({
    ...OVERDUE,
    name: 'D',
    drawnOn: '2022-06-15',
    firstDueOn: '2022-07-15',
    periods: 12,
    lenders: [
      { name: '信托公司戊', type: 'trust' },
      { name: '银行己', type: 'bank' },
    ],
    platform: '平台庚',
    stated: { principal: '9,000', interest: '1,200', daysLate: 1230, source: 'App' },
  })
  await person.goesTo('budget')
  for (const line of LINES) await person.typesLine(line)
  await person.goesTo('plan')
  await person.writesRequest('D', 24)
  await expect(app.page.locator('.desk-note', { hasText: '平台庚' })).toBeVisible()
  await person.introducesHerself(ME)
  await person.givesCause(CAUSE['zh-CN'], SOURCE['zh-CN'])
  await person.button('proposals.paper.pdf').click()
  await expect(app.page.getByTestId('strong-notice')).toContainText('寄前请问律师')
  await expect(person.button('proposals.notice.confirm')).toBeDisabled()
})

test('a letter marked as sent is kept as sent, and its reply recorded', async ({ app }) => {
  const person = new Person(app.page, 'zh-CN')
  const { page } = app
  await person.begins()
  await person.typesLoan(OVERDUE)
  await person.goesTo('budget')
  for (const line of LINES) await person.typesLine(line)
  await person.goesTo('plan')
  await person.writesRequest('A', 30)
  await person.introducesHerself(ME)
  await person.givesCause(CAUSE['zh-CN'], SOURCE['zh-CN'])
  const text = await pdfText(app, person, true)
  expect(text).toContain(ME.phone)
  await person.button('proposals.send.open').click()
  await page.getByLabel(person.say('proposals.send.tracking')).fill('EMS 1234')
  await person.button('proposals.send.save').click()
  await expect(page.getByText('EMS 1234').first()).toBeVisible()
  await expect(page.locator('.paper-page').first()).toContainText(ME.phone)
  await expect(person.field('proposals.form.cause')).toHaveCount(0)
  await person.button('proposals.reply.record').click()
  await page
    .getByLabel(person.say('proposals.reply.kind'))
    .selectOption('refused')
    .catch(async () => {
      await page.getByLabel(person.say('proposals.reply.kind_refused')).check()
    })
  await person.button('proposals.reply.save').click()
  await expect(page.getByText(/没同意/).first()).toBeVisible()
})
