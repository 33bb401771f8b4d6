import { expect } from './app'
import type { Person, TypedLoan } from './person'

/** Together 6,200.00 a month: 2,650 + 1,144 + 1,608 + 798. */
const flat = (name: string, principal: string, rate: string, periods: number): TypedLoan => ({
  name,
  product: 'onlineLoan',
  kind: 'flatFee',
  principal,
  drawnOn: '2026-11-15',
  rate,
  periods,
  firstDueOn: '2026-12-15',
  lenders: [{ name: `${name}公司`, type: 'consumerFinance' }],
})
const LOANS = [
  flat('甲贷', '30000', '0.5%', 12),
  flat('乙贷', '24000', '0.6%', 24),
  flat('丙贷', '18000', '0.6%', 12),
  flat('丁贷', '14000', '0.7%', 20),
]

/** 8,000 less 4,100: 3,900 a month for debts. */
const LINES = [
  { side: 'income', category: 'wage', name: 'W', amount: '8000', day: 10 },
  { side: 'essential', category: 'housing', name: 'H', amount: '2500', day: 1 },
  { side: 'essential', category: 'food', name: 'F', amount: '1600', day: 1 },
] as const

/** Types four loans that ask 6,200 a month and a budget that gives 3,900, and opens the page that finds what to ask. */
export async function comesWithDebts(person: Person): Promise<void> {
  await person.begins()
  for (const [index, loan] of LOANS.entries()) {
    if (index > 0) await person.page.evaluate(() => (location.hash = '#/loans/new'))
    await person.typesLoan(loan)
  }
  await person.goesTo('budget')
  for (const line of LINES) await person.typesLine(line)
  await person.goesTo('plan')
  await person.page.getByRole('link', { name: person.say('ask.find'), exact: true }).click()
  await expect(person.page.getByRole('heading', { name: person.say('ask.title') })).toBeVisible()
}
