import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { localDateSchema } from '#contract/dto/primitives'
import { ESCALATION_KINDS } from '#domain/escalation/escalation'
import { channelsFor, isToConfirm, type OfficialChannel } from '#domain/escalation/channel'
import { localDate } from '#domain/calendar/local-date'

const text = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const schema: z.ZodType<readonly OfficialChannel[]> = z.array(
  z.strictObject({
    id: z.string().min(1),
    kinds: z.array(z.enum(ESCALATION_KINDS)).min(1),
    name: text,
    contact: z.string().min(3).nullable(),
    note: text.nullable(),
    confidence: z.enum(['T', 'N', 'N-']),
    source: z.string().min(1),
    asOf: localDateSchema,
    reviewBy: localDateSchema,
  }),
)

const channels = schema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'channels.json'), 'utf8')),
)

test('every step has a channel with a source and a day', () => {
  for (const kind of ESCALATION_KINDS) expect(channelsFor(channels, kind).length, kind).toBeGreaterThan(0)
  expect(channels.every(({ asOf, reviewBy }) => asOf < reviewBy)).toBe(true)
})

test('a weak source always asks to confirm, any other past its review date', () => {
  const asks = (id: string, on: string) =>
    channels.filter((channel) => channel.id === id).map((channel) => isToConfirm(channel, localDate(on)))
  expect(asks('12378', '2026-11-24')).toEqual([true])
  expect(asks('12363', '2026-11-24')).toEqual([false])
  expect(asks('12363', '2027-03-01')).toEqual([true])
})

test('nothing is a link', () => {
  expect(JSON.stringify(channels)).not.toMatch(/https?:/)
})
