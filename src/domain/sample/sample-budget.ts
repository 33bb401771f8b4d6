import type { Budget, BudgetLine, EssentialCategory } from '../budget/budget'
import { fen } from '../money/fen'
import type { SampleWords } from './sample-words'

/** Income 8,600.00, essentials 4,700.00: 3,900.00 a month is left for debts. */
export function sampleBudget({ budget: words }: SampleWords): Budget {
  const line = (id: string, name: string, yuan: number, dayOfMonth: number | null) => ({
    id: `line-${id}`,
    name,
    amountFen: fen(yuan * 100),
    cadence: 'monthly' as const,
    dayOfMonth,
    startsOn: null,
    endsOn: null,
  })
  const essential = (
    category: EssentialCategory,
    id: string,
    name: string,
    yuan: number,
    day: number | null,
    certainty: BudgetLine['certainty'] = 'likely',
  ): BudgetLine => ({ ...line(id, name, yuan, day), side: 'essential', category, certainty })
  return {
    lines: [
      { ...line('wage', words.wage, 7600, 10), side: 'income', category: 'wage', certainty: 'sure' },
      { ...line('side', words.sideJob, 1000, 20), side: 'income', category: 'selfEmployed', certainty: 'estimate' },
      essential('housing', 'rent', words.rent, 1800, 1, 'sure'),
      essential('food', 'food', words.food, 1500, null),
      essential('utilities', 'utilities', words.utilities, 220, 12),
      essential('transport', 'transport', words.transport, 260, null),
      essential('phone', 'phone', words.phone, 120, 5, 'sure'),
      essential('parents', 'parents', words.parents, 500, 15, 'sure'),
      essential('medicine', 'medicine', words.medicine, 300, 18),
    ],
    cashNowFen: fen(420_000),
    reserveFen: fen(300_000),
  }
}
