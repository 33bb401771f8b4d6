import { z } from 'zod'
import { isLocalDate, type LocalDate } from '#domain/calendar/local-date'
import { MAX_FEN, type Fen } from '#domain/money/fen'
import type { Cadence } from '#domain/calendar/cadence'
import type { InterestRate } from '#domain/rate/interest-rate'

/** Brands exist only for the compiler; on the wire a fen is an integer and a date is text. */
export const fenSchema = z.int().min(0).max(MAX_FEN) as unknown as z.ZodType<Fen>

/** A difference: may be below zero. */
export const signedFenSchema = z
  .int()
  .min(0 - MAX_FEN)
  .max(MAX_FEN) as unknown as z.ZodType<Fen>

export const localDateSchema = z
  .string()
  .length(10)
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isLocalDate) as unknown as z.ZodType<LocalDate>

/** Ids are opaque: made by the program, never from what the user typed. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** Milliseconds since 1970. */
export const instantSchema = z.int().min(0).max(253_402_300_799_999)

/** One line. */
export const lineSchema = z.string().max(200)

/** Several lines. */
export const textSchema = z.string().max(4000)

export const rateSchema: z.ZodType<InterestRate> = z.strictObject({
  partsPerTenMillion: z.int().min(0).max(1_000_000_000),
  per: z.enum(['year', 'month', 'day']),
  dayBasis: z.union([z.literal(360), z.literal(365)]),
})

export const cadenceSchema: z.ZodType<Cadence> = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('month') }),
  z.strictObject({ every: z.literal('quarter') }),
  z.strictObject({ every: z.literal('week') }),
  z.strictObject({ every: z.literal('twoWeeks') }),
  z.strictObject({ every: z.literal('days'), days: z.int().min(1).max(366) }),
  z.strictObject({ every: z.literal('ownDates'), dates: z.array(localDateSchema).min(1).max(600) }),
])
