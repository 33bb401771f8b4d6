import { describe, expect, test } from 'vitest'
import { parseRate } from '#domain/rate/parse-rate'

type Period = 'year' | 'month' | 'day'

describe('numerals and periods that touch each other', () => {
  test.each<[string, number, Period]>([
    ['万分之五一天', 5000, 'day'],
    ['千分之五一月', 50_000, 'month'],
    ['一月千分之五', 50_000, 'month'],
    ['一个月千分之五', 50_000, 'month'],
    ['一分二厘/月', 120_000, 'month'],
    ['年息 .55%', 55_000, 'year'],
    ['年化6‰', 60_000, 'year'],
    ['0.5‰/天', 5000, 'day'],
  ])('%s', (text, partsPerTenMillion, per) =>
    expect(parseRate(text)).toEqual({
      ok: true,
      value: { partsPerTenMillion, per, dayBasis: per === 'day' ? 365 : 360 },
    }),
  )

  test('百分之五 and 6‰ are printed forms, so they take the yearly rate a field asks for; 5厘 and 千五 do not', () => {
    expect(parseRate('百分之五', 'year')).toMatchObject({ value: { partsPerTenMillion: 500_000, per: 'year' } })
    expect(parseRate('6‰', 'year')).toMatchObject({ value: { partsPerTenMillion: 60_000, per: 'year' } })
    for (const text of ['5厘', '1分', '千五', '万五']) {
      expect(parseRate(text, 'year')).toEqual({ ok: false, error: { code: 'rate_period_missing', text } })
    }
  })
})

describe('two numbers are not one rate', () => {
  test.each([
    '月息12分5',
    '月息1分2厘3',
    '3万分之5每天',
    '万分之5天3',
    '年化12约3%',
    // Yuan on nothing: five yuan a day, on how much?
    '每天5元',
  ])('%s is not read', (text) =>
    expect(parseRate(text)).toEqual({ ok: false, error: { code: 'rate_unreadable', text } }),
  )

  test('letters on both sides of a number make no period', () =>
    expect(parseRate('p12m')).toEqual({ ok: false, error: { code: 'rate_period_missing', text: 'p12m' } }))
})

describe('the limits, at both sides', () => {
  test.each<[string, string | number]>([
    ['年化 0%', 0],
    ['年化 -0.00001%', 'rate_negative'],
    ['年化 0.00001%', 1],
    ['年化 0.000001%', 'rate_too_precise'],
    ['年化 1000%', 100_000_000],
    ['年化 1000.00001%', 'rate_too_high'],
    ['月息 83.33333%', 8_333_333],
    ['月息 83.33334%', 'rate_too_high'],
    ['日息 2.73972%', 273_972],
    ['日息 2.73973%', 'rate_too_high'],
    ['1万用1天0.001元', 1],
    ['1万用1天0.0001元', 'rate_too_precise'],
  ])('%s', (text, outcome) =>
    expect(parseRate(text)).toMatchObject(
      typeof outcome === 'number' ? { value: { partsPerTenMillion: outcome } } : { error: { code: outcome } },
    ),
  )
})
