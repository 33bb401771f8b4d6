import { z } from 'zod'
import {
  ESCALATION_KINDS,
  type CourtPaper,
  type Escalation,
  type EscalationOutcome,
  type EscalationSent,
} from '#domain/escalation/escalation'
import { idSchema, lineSchema, localDateSchema, textSchema } from './primitives'
import { letterPaperSchema } from './proposals'

export const escalationSentSchema: z.ZodType<EscalationSent> = z.strictObject({
  on: localDateSchema,
  channel: z.enum(['online', 'post', 'counter', 'phone', 'email']),
  reference: lineSchema,
  paper: letterPaperSchema.nullable(),
})

export const escalationOutcomeSchema: z.ZodType<EscalationOutcome> = z.strictObject({
  on: localDateSchema,
  result: z.enum(['settled', 'partly', 'refused', 'silent', 'transferred', 'withdrawn']),
  text: textSchema,
})

export const escalationSchema: z.ZodType<Escalation> = z.strictObject({
  id: idSchema,
  kind: z.enum(ESCALATION_KINDS),
  partyId: idSchema.nullable(),
  previousId: idSchema.nullable(),
  complainant: z.strictObject({ name: lineSchema, phone: lineSchema, relation: lineSchema }).nullable(),
  contactIds: z.array(idSchema).max(1000),
  exhibitIds: z.array(idSchema).max(1000),
  facts: textSchema,
  request: textSchema,
  language: z.enum(['zh-CN', 'en']),
  writtenOn: localDateSchema,
  sent: escalationSentSchema.nullable(),
  prolonged: z.enum(['no', 'once', 'twice']),
  outcome: escalationOutcomeSchema.nullable(),
})

export const courtPaperSchema: z.ZodType<CourtPaper> = z.strictObject({
  id: idSchema,
  kind: z.enum(['summons', 'paymentOrder', 'mediation', 'judgment', 'textMessage']),
  receivedOn: localDateSchema,
  court: lineSchema,
  caseNumber: lineSchema,
  isGenuine: z.boolean().nullable(),
  dueOn: localDateSchema.nullable(),
  note: textSchema,
  isDone: z.boolean(),
})
