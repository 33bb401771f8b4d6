import { expect, it } from 'vitest'
import { parseRate } from '#domain/rate/parse-rate'

it.each([
  ['万分之一天', 1000],
  ['千分之一天', 10_000],
  ['万分之五一天', 5000],
  ['万分之五每一天', 5000],
  ['万分之一一天', 1000],
  ['一天万分之五', 5000],
  ['每一天万分之五', 5000],
  ['每天万分之一', 1000],
  ['万分之五/天', 5000],
])('%s is %i in ten million a day: the "one" of "one day" is no part of the figure', (text, partsPerTenMillion) => {
  expect(parseRate(text)).toEqual({ ok: true, value: { partsPerTenMillion, per: 'day', dayBasis: 365 } })
})
