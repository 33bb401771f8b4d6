import { z } from 'zod'
import type { DefaultTerms, Loan, LoanEvent, LoanTerms, RecurringFee } from '#domain/loan/loan'
import type { LoanParties, Party } from '#domain/loan/party'
import { cadenceSchema, fenSchema, idSchema, lineSchema, localDateSchema, rateSchema, textSchema } from './primitives'

export const partySchema: z.ZodType<Party> = z.strictObject({
  id: idSchema,
  name: lineSchema.min(1),
  type: z.enum([
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
  ]),
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

const instalmentFields = {
  principalFen: fenSchema,
  drawnOn: localDateSchema,
  periods: z.int().min(1).max(600),
  firstDueOn: localDateSchema,
  cadence: cadenceSchema,
}
const ratedFields = { ...instalmentFields, rate: rateSchema, firstPeriod: z.enum(['whole', 'days']) }

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
  }),
  z.strictObject({
    kind: z.literal('flatFee'),
    ...instalmentFields,
    feeRate: rateSchema,
    feeTiming: z.enum(['everyPeriod', 'withFirst']),
  }),
  z.strictObject({
    kind: z.literal('lenderSchedule'),
    principalFen: fenSchema,
    drawnOn: localDateSchema,
    rows: z
      .array(
        z.strictObject({
          dueOn: localDateSchema,
          principalFen: fenSchema,
          interestFen: fenSchema,
          feeFen: fenSchema,
        }),
      )
      .min(1)
      .max(600),
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
  timing: z.enum(['everyInstalment', 'withFirst']),
})

const defaultTermsSchema: z.ZodType<DefaultTerms> = z.strictObject({
  penalty: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('multiple'), multiplePer10000: z.int().min(0).max(1_000_000) }),
      z.strictObject({ by: z.literal('rate'), rate: rateSchema }),
    ])
    .nullable(),
  penaltyBase: z.enum(['overduePrincipal', 'overdueInstalment']),
  graceDays: z.int().min(0).max(90),
  lateFee: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('fixed'), amountFen: fenSchema }),
      z.strictObject({
        by: z.literal('share'),
        sharePer10000: z.int().min(0).max(10_000),
        minFen: fenSchema,
        maxFen: fenSchema.nullable(),
      }),
    ])
    .nullable(),
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
  z.strictObject({ kind: z.literal('payment'), ...eventFields, amountFen: fenSchema }),
  z.strictObject({ kind: z.literal('reversal'), ...eventFields, paymentId: idSchema }),
  z.strictObject({
    kind: z.literal('interruption'),
    ...eventFields,
    cause: z.enum(['demand', 'autoDebit', 'assignmentNotice', 'coDebtorAct', 'lawsuit', 'promise']),
  }),
])

export const loanSchema: z.ZodType<Loan> = z.strictObject({
  id: idSchema,
  name: lineSchema.min(1),
  product: z.enum(['creditCard', 'cardInstalment', 'onlineLoan', 'consumerLoan', 'bankLoan', 'privateLoan', 'other']),
  parties: loanPartiesSchema,
  contractNumber: lineSchema,
  cardTail: z.string().regex(/^\d{0,4}$/),
  contractedOn: localDateSchema.nullable(),
  advertisedRate: rateSchema.nullable(),
  terms: termsSchema,
  receivedFen: fenSchema,
  recurringFees: z.array(recurringFeeSchema).max(20),
  defaultTerms: defaultTermsSchema,
  prepayment: z.enum(['byActualDays', 'feesStay', 'notAllowed']),
  debit: z
    .strictObject({
      day: z.int().min(1).max(31),
      accountTail: z.string().regex(/^\d{0,4}$/),
      isWageAccount: z.boolean(),
    })
    .nullable(),
  events: z.array(loanEventSchema).max(5000),
  isEstimate: z.boolean(),
  isArchived: z.boolean(),
  note: textSchema,
})
