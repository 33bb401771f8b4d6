import { z } from 'zod'
import { PREDICATE_IDS, RULE_GROUPS, type RuleBook, type RuleDocument, type Rule } from '#domain/rules/rule'
import { partyTypeSchema, productSchema } from './ledger'
import { fenSchema, idSchema, localDateSchema } from './primitives'

const sentenceSchema = z.string().min(1).max(1200)
const ruleTextSchema = z.strictObject({ 'zh-CN': sentenceSchema, en: sentenceSchema })
const partsSchema = z.int().min(0).max(10_000_000)
const shareSchema = z.int().min(0).max(1_000_000)

const ruleDocumentSchema: z.ZodType<RuleDocument> = z.strictObject({
  id: idSchema,
  name: ruleTextSchema,
  issuer: ruleTextSchema,
  number: z.string().min(1).max(60).nullable(),
  nature: z.enum([
    'law',
    'judicialInterpretation',
    'regulation',
    'judicialPolicy',
    'departmentRule',
    'normativeDocument',
    'localRegulation',
    'nationalStandard',
    'selfRegulation',
    'guideline',
    'marketFigure',
    'reported',
  ]),
  // A bare domain of the state or of the issuing body: copies of a law are never linked.
  officialSite: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    .nullable(),
})

const citationSchema = z.strictObject({
  documentId: idSchema,
  article: ruleTextSchema.nullable(),
  quote: z.string().min(1).max(200).nullable(),
})

const ruleValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement') }),
  z.strictObject({ kind: z.literal('rate'), partsPerTenMillion: partsSchema, per: z.enum(['year', 'day']) }),
  z.strictObject({
    kind: z.literal('rateBand'),
    lowerPartsPerTenMillion: partsSchema,
    upperPartsPerTenMillion: partsSchema,
  }),
  z.strictObject({ kind: z.literal('lprMultiple'), multiplePer10000: shareSchema }),
  z.strictObject({ kind: z.literal('surcharge'), minPer10000: shareSchema, maxPer10000: shareSchema }),
  z.strictObject({ kind: z.literal('overLoss'), sharePer10000: shareSchema }),
  z.strictObject({
    kind: z.literal('duration'),
    count: z.int().min(1).max(1000),
    unit: z.enum(['day', 'workday', 'month', 'year']),
  }),
  z.strictObject({
    kind: z.literal('count'),
    bound: z.enum(['atMost', 'atLeast', 'exactly']),
    count: z.int().min(1).max(1000),
    unit: z.enum(['answeredCallADay', 'unansweredCallADay', 'visitor', 'reportAYear']),
  }),
  z.strictObject({
    kind: z.literal('hours'),
    from: z.string().regex(/^\d\d:\d\d$/),
    to: z.string().regex(/^\d\d:\d\d$/),
  }),
  z.strictObject({ kind: z.literal('amount'), amountFen: fenSchema }),
])

const rulePeriodSchema = z.strictObject({
  from: localDateSchema.nullable(),
  fromPrecision: z.enum(['day', 'month', 'year']),
  to: localDateSchema.nullable(),
  value: ruleValueSchema,
  citations: z.array(citationSchema).min(1).max(6),
  // `U` has no place here: what could not be confirmed is not a rule.
  confidence: z.enum(['T', 'N', 'N-']),
  confirmedOn: localDateSchema.nullable(),
})

const ruleSchema: z.ZodType<Rule> = z.strictObject({
  id: idSchema,
  group: z.enum(RULE_GROUPS),
  title: ruleTextSchema,
  body: ruleTextSchema,
  limits: ruleTextSchema.nullable(),
  appliesTo: z.strictObject({
    lenders: z.union([z.literal('all'), z.array(partyTypeSchema).min(1)]),
    products: z.union([z.literal('all'), z.array(productSchema).min(1)]),
  }),
  values: z.array(rulePeriodSchema).min(1).max(100),
  check: z
    .strictObject({ predicate: z.enum(PREDICATE_IDS), by: z.enum(['loan', 'limitation', 'contacts']) })
    .nullable(),
  reviewBy: localDateSchema,
})

/** The rules of `resources/rules` as the program reads them; strict, so a misplaced key is an error and not a silence. */
export const ruleBookSchema: z.ZodType<RuleBook> = z.strictObject({
  releasedOn: localDateSchema,
  documents: z.array(ruleDocumentSchema),
  rules: z.array(ruleSchema),
})
