import { z } from 'zod'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import type { Annex, Proposal, ReplyRecord, Sender, SentRecord } from '#domain/letter/proposal'
import { idSchema, lineSchema, localDateSchema, rateSchema, textSchema } from './primitives'

const languageSchema = z.enum(['zh-CN', 'en'])

const blockSchema: z.ZodType<LetterBlock> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('title'), text: textSchema }),
  z.strictObject({ type: z.literal('addressee'), text: textSchema }),
  z.strictObject({ type: z.literal('heading'), text: textSchema }),
  z.strictObject({ type: z.literal('paragraph'), text: z.string().max(8000), indent: z.boolean() }),
  z.strictObject({ type: z.literal('list'), items: z.array(textSchema).max(100) }),
  z.strictObject({
    type: z.literal('facts'),
    pairs: z.array(z.strictObject({ label: lineSchema, value: textSchema })).max(100),
  }),
  z.strictObject({
    type: z.literal('table'),
    columns: z
      .array(z.strictObject({ label: lineSchema, align: z.enum(['start', 'end']), width: z.number().positive() }))
      .max(20),
    rows: z.array(z.array(lineSchema).max(20)).max(700),
    totals: z.array(lineSchema).max(20).nullable(),
  }),
  z.strictObject({ type: z.literal('signature'), signer: lineSchema, date: lineSchema }),
  z.strictObject({ type: z.literal('slip'), title: lineSchema, lines: z.array(textSchema).max(40) }),
  z.strictObject({ type: z.literal('pageBreak') }),
])

export const letterPaperSchema: z.ZodType<LetterPaper> = z.strictObject({
  language: languageSchema,
  footer: lineSchema,
  blocks: z.array(blockSchema).max(500),
})

export const senderSchema: z.ZodType<Sender> = z.strictObject({
  name: lineSchema,
  idNumber: lineSchema,
  phone: lineSchema,
  address: lineSchema,
  email: lineSchema,
  debitAccount: lineSchema,
  answerWithinHours: z.int().min(1).max(168),
})

const requestSchema: z.ZodType<ArrangementRequest> = z.strictObject({
  periods: z.int().min(1).max(600),
  firstDueOn: localDateSchema,
  rate: rateSchema.nullable(),
  holidayPeriods: z.int().min(0).max(599),
  interestOnlyPeriods: z.int().min(0).max(599),
  waivePenaltyPer10000: z.int().min(0).max(10_000),
  arrears: z.enum(['spread', 'capitalise', 'withFirst']),
  settlementPer10000: z.int().min(1).max(10_000).nullable(),
})

const annexSchema: z.ZodType<Annex> = z.strictObject({
  kind: z.enum(['wageFlow', 'hardshipProof', 'unemploymentProof', 'lenderScreenshot', 'idCopy', 'other']),
  text: lineSchema,
  isIncluded: z.boolean(),
})

export const sentRecordSchema: z.ZodType<SentRecord> = z.strictObject({
  on: localDateSchema,
  channel: z.enum(['counter', 'ems', 'email', 'appChat', 'fax', 'other']),
  trackingNumber: lineSchema,
  recipient: lineSchema,
  paper: letterPaperSchema,
})

export const replyRecordSchema: z.ZodType<ReplyRecord> = z.strictObject({
  kind: z.enum(['agreed', 'otherTerms', 'refused', 'noneByDate']),
  on: localDateSchema,
  means: z.enum(['writtenSupplement', 'newPlanInApp', 'recordedCall']).nullable(),
  reference: lineSchema,
  note: textSchema,
  terms: requestSchema.nullable(),
  condition: textSchema,
  breach: textSchema,
})

export const proposalSchema: z.ZodType<Proposal> = z.strictObject({
  id: idSchema,
  loanId: idSchema,
  recipientId: idSchema.nullable(),
  kind: z.enum(['extension', 'renegotiation', 'cardInstalment']),
  language: languageSchema,
  writtenOn: localDateSchema,
  request: requestSchema,
  cause: textSchema,
  firstPaymentSource: lineSchema,
  replyBy: localDateSchema,
  disputed: z.array(z.enum(['interest', 'penalty', 'lateFee', 'otherFee'])).max(4),
  fallback: textSchema,
  annexes: z.array(annexSchema).max(30),
  showFullId: z.boolean(),
  noticeReadOn: localDateSchema.nullable(),
  sent: sentRecordSchema.nullable(),
  reply: replyRecordSchema.nullable(),
})
