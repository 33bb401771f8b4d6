import { z } from 'zod'
import { STRATEGIES, type PlanSettings } from '#domain/plan/plan'
import { PROMISED_MONTHS, type PlanVersion, type PromisedLoan } from '#domain/plan/plan-version'
import type { Scenario, ScenarioChange } from '#domain/plan/scenario'
import { budgetSchema } from './budget'
import { fenSchema, idSchema, lineSchema, localDateSchema, signedFenSchema, textSchema } from './primitives'

export const planSettingsSchema: z.ZodType<PlanSettings> = z.strictObject({
  strategy: z.enum(STRATEGIES),
  ownOrder: z.array(idSchema).max(500),
})

const changeSchema: z.ZodType<ScenarioChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('windfall'), on: localDateSchema, amountFen: fenSchema }),
  z.strictObject({ kind: z.literal('shortMonth'), on: localDateSchema, lessFen: fenSchema }),
  z.strictObject({ kind: z.literal('raise'), from: localDateSchema, monthlyFen: signedFenSchema }),
  z.strictObject({ kind: z.literal('startLater'), from: localDateSchema }),
])

export const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  id: idSchema,
  name: lineSchema,
  assumption: textSchema,
  changes: z.array(changeSchema).max(100),
})

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const promisedLoanSchema: z.ZodType<PromisedLoan> = z.strictObject({
  loanId: idSchema,
  owedFen: fenSchema,
  paidThatDayFen: fenSchema,
  payFen: z.array(fenSchema).max(PROMISED_MONTHS),
  closingFen: z.array(fenSchema).max(PROMISED_MONTHS),
  endsIn: monthSchema.nullable(),
})

export const planVersionSchema: z.ZodType<PlanVersion> = z.strictObject({
  id: idSchema,
  madeOn: localDateSchema,
  note: textSchema,
  settings: planSettingsSchema,
  budget: budgetSchema,
  firstMonth: monthSchema,
  debtFreeMonth: monthSchema.nullable(),
  costFen: fenSchema,
  loans: z.array(promisedLoanSchema).max(500),
})
