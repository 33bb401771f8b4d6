import { z } from 'zod'
import type { DefaultTerms, PrepaymentTerms } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { LoanTerms, MinimumRule, RecurringFee, StatedRow } from '#domain/loan/terms'
import type { LoanParties, Party } from '#domain/loan/party'
import { cadenceSchema, fenSchema, idSchema, lineSchema, localDateSchema, rateSchema, textSchema } from './primitives'

const statedRowSchema: z.ZodType<StatedRow> = z.strictObject({
  dueOn: localDateSchema,
  principalFen: fenSchema,
  interestFen: fenSchema,
  feeFen: fenSchema,
})
export const partyTypeSchema = z.enum([
  'bank',
  'consumerFinance',
  'trust',
  'autoFinance',
  'microLoan',
  'unlicensedCompany',
  'privatePerson',
  'guarantor',
  'collector',
  'platform',
  'other',
  'unknown',
])

export const productSchema = z.enum([
  'creditCard',
  'cardInstalment',
  'onlineLoan',
  'consumerLoan',
  'bankLoan',
  'privateLoan',
  'other',
])

export const partySchema: z.ZodType<Party> = z.strictObject({
  id: idSchema,
  name: lineSchema.min(1),
  type: partyTypeSchema,
  department: lineSchema,
  address: lineSchema,
  officialChannel: lineSchema,
  note: textSchema,
})

const loanPartiesSchema: z.ZodType<LoanParties> = z.strictObject({
  contractLenders: z
    .array(z.strictObject({ partyId: idSchema, sharePer10000: z.int().min(0).max(10_000).nullable() }))
    .max(10),
  platformId: idSchema.nullable(),
  creditEnhancerId: idSchema.nullable(),
  collectorId: idSchema.nullable(),
  currentCreditorId: idSchema.nullable(),
})

const per10000 = z.int().min(0).max(10_000)

const instalmentFields = {
  principalFen: fenSchema,
  drawnOn: localDateSchema,
  periods: z.int().min(1).max(600),
  firstDueOn: localDateSchema,
  cadence: cadenceSchema,
}
const dayCountSchema = z.enum(['actual', 'thirty']).optional()
const traitFields = {
  rate: rateSchema,
  rateSteps: z
    .array(z.strictObject({ from: localDateSchema, rate: rateSchema }))
    .max(100)
    .optional(),
  interestOnlyPeriods: z.int().min(0).max(600).optional(),
  balloonFen: fenSchema.optional(),
  dayCount: dayCountSchema,
}
const ratedFields = { ...instalmentFields, ...traitFields, firstPeriod: z.enum(['whole', 'days']) }

const minimumSchema: z.ZodType<MinimumRule> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('shareAndCharges'), sharePer10000: per10000, floorFen: fenSchema }),
  z.strictObject({ by: z.literal('share'), sharePer10000: per10000, floorFen: fenSchema }),
  z.strictObject({ by: z.literal('fixed'), amountFen: fenSchema }),
])

const termsSchema: z.ZodType<LoanTerms> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('levelInstalment'), ...ratedFields }),
  z.strictObject({ kind: z.literal('equalPrincipal'), ...ratedFields }),
  z.strictObject({ kind: z.literal('interestFirst'), ...ratedFields }),
  z.strictObject({
    kind: z.literal('bullet'),
    principalFen: fenSchema,
    drawnOn: localDateSchema,
    maturesOn: localDateSchema,
    rate: rateSchema,
    dayCount: dayCountSchema,
  }),
  z.strictObject({
    kind: z.literal('flatFee'),
    ...instalmentFields,
    feeRate: rateSchema,
    feeTiming: z.enum(['everyPeriod', 'withFirst']),
  }),
  z.strictObject({
    kind: z.literal('dailyBalance'),
    ...instalmentFields,
    ...traitFields,
    repayment: z.enum(['level', 'equalPrincipal', 'interestFirst']),
  }),
  z.strictObject({
    kind: z.literal('revolving'),
    principalFen: fenSchema,
    drawnOn: localDateSchema,
    rate: rateSchema,
    limitFen: fenSchema.nullable(),
    statementDay: z.int().min(1).max(31),
    due: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('daysAfter'), days: z.int().min(1).max(60) }),
      z.strictObject({ by: z.literal('dayOfMonth'), day: z.int().min(1).max(31) }),
    ]),
    minimum: minimumSchema,
    interestOn: z.enum(['wholeStatement', 'unpaidPart']),
    compounds: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('lenderSchedule'),
    principalFen: fenSchema,
    drawnOn: localDateSchema,
    rows: z.array(statedRowSchema).min(1).max(600),
  }),
  z.strictObject({
    kind: z.literal('informal'),
    principalFen: fenSchema,
    drawnOn: localDateSchema,
    rate: rateSchema.nullable(),
    rows: z.array(z.strictObject({ dueOn: localDateSchema, amountFen: fenSchema })).max(600),
  }),
])

const recurringFeeSchema: z.ZodType<RecurringFee> = z.strictObject({
  id: idSchema,
  name: lineSchema,
  amountFen: fenSchema,
  timing: z.enum(['everyInstalment', 'withFirst', 'upfront']),
})

const lateFeeFields = {
  charged: z.enum(['once', 'daily', 'monthly']).optional(),
  capFen: fenSchema.nullable().optional(),
}
const payItemSchema = z.enum(['fee', 'lateFee', 'penalty', 'compound', 'interest', 'principal'])
const PAY_ITEMS = payItemSchema.options.length

const defaultTermsSchema: z.ZodType<DefaultTerms> = z.strictObject({
  penalty: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('multiple'), multiplePer10000: z.int().min(0).max(1_000_000) }),
      z.strictObject({ by: z.literal('rate'), rate: rateSchema }),
    ])
    .nullable(),
  penaltyBase: z.enum(['overduePrincipal', 'overdueInstalment']),
  graceDays: z.int().min(0).max(90),
  graceAmountFen: fenSchema.optional(),
  lateFee: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('fixed'), amountFen: fenSchema, ...lateFeeFields }),
      z.strictObject({
        by: z.literal('share'),
        sharePer10000: per10000,
        minFen: fenSchema,
        maxFen: fenSchema.nullable(),
        ...lateFeeFields,
      }),
    ])
    .nullable(),
  compounds: z.boolean().optional(),
  application: z
    .strictObject({
      items: z
        .array(payItemSchema)
        .length(PAY_ITEMS)
        .refine((items) => new Set(items).size === PAY_ITEMS),
      across: z.enum(['instalment', 'item']),
    })
    .optional(),
  accelerationDays: z.int().min(1).max(3650).optional(),
  subrogationDays: z.int().min(1).max(3650).optional(),
})

const prepaymentSchema: z.ZodType<PrepaymentTerms> = z.strictObject({
  allowed: z.enum(['anytime', 'fullOnly', 'no']),
  remainingFees: z.enum(['waived', 'due', 'share', 'unknown']),
  remainingFeesPer10000: per10000.optional(),
  feePer10000: per10000.optional(),
  effect: z.enum(['shortens', 'lowers']),
})

const eventFields = { id: idSchema, on: localDateSchema, note: textSchema }

export const loanEventSchema: z.ZodType<LoanEvent> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('balanceStated'),
    ...eventFields,
    source: lineSchema,
    principalFen: fenSchema,
    interestFen: fenSchema,
    penaltyFen: fenSchema,
    lateFeeFen: fenSchema,
    otherFeeFen: fenSchema,
    overduePrincipalFen: fenSchema.nullable(),
    nextDueOn: localDateSchema.nullable(),
    daysLate: z.int().min(0).max(20_000),
  }),
  z.strictObject({
    kind: z.literal('payment'),
    ...eventFields,
    amountFen: fenSchema,
    purpose: z.enum(['due', 'prepay', 'settle']).optional(),
  }),
  z.strictObject({ kind: z.literal('reversal'), ...eventFields, paymentId: idSchema }),
  z.strictObject({
    kind: z.literal('correction'),
    ...eventFields,
    paymentId: idSchema,
    paidOn: localDateSchema,
    amountFen: fenSchema,
  }),
  z.strictObject({
    kind: z.literal('drawdown'),
    ...eventFields,
    amountFen: fenSchema,
    what: z.enum(['purchase', 'cash']),
  }),
  z.strictObject({
    kind: z.literal('charge'),
    ...eventFields,
    amountFen: fenSchema,
    what: z.enum(['cardInstalment', 'fee', 'expense']),
  }),
  z.strictObject({ kind: z.literal('accelerated'), ...eventFields }),
  z.strictObject({
    kind: z.literal('assigned'),
    ...eventFields,
    toPartyId: idSchema,
    planGoesOn: z.boolean(),
    verifiedOn: localDateSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('subrogated'),
    ...eventFields,
    byPartyId: idSchema,
    paidOutFen: fenSchema,
    verifiedOn: localDateSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('settlementQuoted'),
    ...eventFields,
    source: lineSchema,
    amountFen: fenSchema,
    validUntil: localDateSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('rearranged'),
    ...eventFields,
    proposalId: idSchema.nullable(),
    means: z.enum(['writtenSupplement', 'newPlanInApp', 'recordedCall']),
    reference: lineSchema,
    condition: textSchema,
    breach: textSchema,
    rows: z.array(statedRowSchema).min(1).max(600),
    waivedFen: fenSchema,
  }),
  z.strictObject({ kind: z.literal('rearrangementEnded'), ...eventFields, rearrangedId: idSchema }),
  z.strictObject({
    kind: z.literal('interruption'),
    ...eventFields,
    cause: z.enum(['demand', 'autoDebit', 'assignmentNotice', 'coDebtorAct', 'lawsuit', 'promise']),
  }),
])

export const loanSchema: z.ZodType<Loan> = z.strictObject({
  id: idSchema,
  name: lineSchema.min(1),
  product: productSchema,
  parties: loanPartiesSchema,
  contractNumber: lineSchema,
  cardTail: z.string().regex(/^\d{0,4}$/),
  contractedOn: localDateSchema.nullable(),
  advertisedRate: rateSchema.nullable(),
  terms: termsSchema,
  receivedFen: fenSchema,
  recurringFees: z.array(recurringFeeSchema).max(20),
  defaultTerms: defaultTermsSchema,
  prepayment: prepaymentSchema,
  debit: z
    .strictObject({
      day: z.int().min(1).max(31),
      cutOffHour: z.int().min(0).max(23).optional(),
      accountTail: z.string().regex(/^\d{0,4}$/),
      isWageAccount: z.boolean(),
    })
    .nullable(),
  events: z.array(loanEventSchema).max(5000),
  isEstimate: z.boolean(),
  isArchived: z.boolean(),
  note: textSchema,
})
