import { z } from 'zod'
import { CHANNELS, CONTACT_TAGS, REACHED, type Visit } from '#domain/contact/contact'
import { CONTACT_SOURCES, type CallBillLayout, type ContactImport } from '#domain/contact/contact-import'
import { FINDING_MARKS, type FindingMark } from '#domain/contact/finding-mark'
import { NUMBER_HOLDERS, type KnownNumber } from '#domain/contact/known-number'
import { MAX_EDITS, type ContactEntry, type LoggedContact, type TheirPromise } from '#domain/contact/logged-contact'
import { idSchema, instantSchema, lineSchema, localDateSchema, textSchema } from './primitives'

/** Most contacts of a case, and of one import. */
export const MAX_CONTACTS = 200_000

/** `22:14` or `22:14:05`. */
const clockSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/)

const visitSchema: z.ZodType<Visit> = z.strictObject({
  people: z.int().min(1).max(99).nullable(),
  showedCredentials: z.boolean().nullable(),
  cameInWithoutConsent: z.boolean().nullable(),
})

const theirPromiseSchema: z.ZodType<TheirPromise> = z.strictObject({
  text: textSchema,
  by: localDateSchema.nullable(),
  kept: z.boolean().nullable(),
})

const entryShape = {
  id: idSchema,
  on: localDateSchema,
  time: clockSchema.nullable(),
  channel: z.enum(CHANNELS),
  direction: z.enum(['in', 'out']),
  isAnswered: z.boolean().nullable(),
  seconds: z.int().min(0).max(86_400).nullable(),
  number: z.string().max(60),
  byPartyId: idSchema.nullable(),
  loanId: idSchema.nullable(),
  saidToBe: lineSchema,
  namedInstitution: z.boolean().nullable(),
  reached: z.enum(REACHED),
  person: lineSchema,
  isDebtRelated: z.boolean(),
  said: textSchema,
  answered: textSchema,
  tags: z.array(z.enum(CONTACT_TAGS)).max(CONTACT_TAGS.length),
  hourAgreed: z.boolean(),
  wasReachable: z.boolean().nullable(),
  visit: visitSchema.nullable(),
  theirPromise: theirPromiseSchema.nullable(),
}

export const contactEntrySchema: z.ZodType<ContactEntry> = z.strictObject(entryShape)

export const loggedContactSchema: z.ZodType<LoggedContact> = z.strictObject({
  ...entryShape,
  recordedAt: instantSchema,
  importId: idSchema.nullable(),
  edits: z.array(z.strictObject({ at: instantSchema, before: contactEntrySchema })).max(MAX_EDITS),
})

export const knownNumberSchema: z.ZodType<KnownNumber> = z.strictObject({
  id: idSchema,
  key: z.string().min(1).max(60),
  holder: z.enum(NUMBER_HOLDERS),
  partyId: idSchema.nullable(),
  name: lineSchema,
})

const count = z.int().min(0).max(100_000_000)

export const contactImportSchema: z.ZodType<ContactImport> = z.strictObject({
  id: idSchema,
  at: instantSchema,
  source: z.enum(CONTACT_SOURCES),
  fileName: lineSchema,
  added: count,
  known: count,
  dropped: z.strictObject({
    no_time: count.optional(),
    unknown_kind: count.optional(),
    broken: count.optional(),
    cut_off: count.optional(),
  }),
}) as z.ZodType<ContactImport>

const column = z.int().min(-1).max(200)

export const callBillLayoutSchema: z.ZodType<CallBillLayout> = z.strictObject({
  id: idSchema,
  header: textSchema,
  columns: z.strictObject({ number: column, start: column, direction: column, duration: column }),
})

export const findingMarkSchema: z.ZodType<FindingMark> = z.strictObject({
  id: idSchema,
  ruleId: idSchema,
  contactIds: z.array(idSchema).max(1000),
  mark: z.enum(FINDING_MARKS),
  note: textSchema,
})
