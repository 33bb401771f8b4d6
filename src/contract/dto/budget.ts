import { z } from 'zod'
import type { Budget, BudgetLine } from '#domain/budget/budget'
import { fenSchema, idSchema, lineSchema, localDateSchema } from './primitives'

const lineFields = {
  id: idSchema,
  name: lineSchema,
  amountFen: fenSchema,
  cadence: z.enum(['monthly', 'weekly', 'twoWeeks', 'quarterly', 'yearly', 'once']),
  dayOfMonth: z.int().min(1).max(31).nullable(),
  startsOn: localDateSchema.nullable(),
  endsOn: localDateSchema.nullable(),
  certainty: z.enum(['sure', 'likely', 'estimate']),
}

const budgetLineSchema: z.ZodType<BudgetLine> = z.discriminatedUnion('side', [
  z.strictObject({
    side: z.literal('income'),
    category: z.enum(['wage', 'selfEmployed', 'benefit', 'family', 'otherIncome']),
    ...lineFields,
  }),
  z.strictObject({
    side: z.literal('essential'),
    category: z.enum([
      'housing',
      'food',
      'utilities',
      'transport',
      'medicine',
      'children',
      'parents',
      'socialInsurance',
      'phone',
      'otherEssential',
    ]),
    ...lineFields,
  }),
  z.strictObject({ side: z.literal('other'), category: z.literal('otherSpending'), ...lineFields }),
])

export const budgetSchema: z.ZodType<Budget> = z.strictObject({
  lines: z.array(budgetLineSchema).max(200),
  cashNowFen: fenSchema,
  reserveFen: fenSchema,
})
