import { describe, expect, test } from 'vitest'
import { parseRate } from '#domain/rate/parse-rate'
import { rateInWords } from '#domain/rate/rate-in-words'

describe('rates in every form people are told them', () => {
  test.each([
    ['年化 15.4%', 1_540_000, 'year'],
    ['年化15.4', 1_540_000, 'year'],
    ['年化百分之十五点四', 1_540_000, 'year'],
    ['年化利率（单利）15.4%', 1_540_000, 'year'],
    ['15.4%（年化）', 1_540_000, 'year'],
    ['年息一分', 1_000_000, 'year'],
    ['年息8厘', 800_000, 'year'],
    ['月费率 0.6%', 60_000, 'month'],
    ['月费率０．６％', 60_000, 'month'],
    ['每期手续费率0.6%/月', 60_000, 'month'],
    ['月息一分二', 120_000, 'month'],
    ['月息1分5厘', 150_000, 'month'],
    ['月息两分', 200_000, 'month'],
    ['月利2%', 200_000, 'month'],
    ['月息八厘五', 85_000, 'month'],
    ['月息千分之八', 80_000, 'month'],
    ['日息万五', 5000, 'day'],
    ['日息万3.5', 3500, 'day'],
    ['日息万三点五', 3500, 'day'],
    ['日利率万分之五', 5000, 'day'],
    ['万分之五/天', 5000, 'day'],
    ['万分之五每天', 5000, 'day'],
    ['一天万分之五', 5000, 'day'],
    ['每天千分之一', 10_000, 'day'],
    ['日息 0.05%', 5000, 'day'],
    ['1 万用 1 天 5 元', 5000, 'day'],
    ['1万用1天5元', 5000, 'day'],
    ['一万块一天五块', 5000, 'day'],
    ['借1000元每天利息0.5元', 5000, 'day'],
    ['每万元每天5元', 5000, 'day'],
    ['1万元1个月60元', 60_000, 'month'],
    ['一万一年1540元', 1_540_000, 'year'],
  ])('%s', (text, partsPerTenMillion, per) =>
    expect(parseRate(text)).toEqual({
      ok: true,
      value: { partsPerTenMillion, per, dayBasis: per === 'day' ? 365 : 360 },
    }),
  )

  test('万五 and 2分 alone are not taken for a yearly rate, but take a month or a day that was chosen', () => {
    expect(parseRate('万五', 'year')).toMatchObject({ error: { code: 'rate_period_missing' } })
    expect(parseRate('2分', 'year')).toMatchObject({ error: { code: 'rate_period_missing' } })
    expect(parseRate('万五', 'day')).toMatchObject({ value: { partsPerTenMillion: 5000 } })
    expect(parseRate('2分', 'month')).toMatchObject({ value: { partsPerTenMillion: 200_000 } })
  })

  test.each(['利率很低', '万5千', '年化15.4.1%', '1万用1天5', '百分之'])('%s is not read', (text) =>
    expect(parseRate(text, 'year')).toMatchObject({ ok: false }),
  )
})

describe('a rate said back', () => {
  test.each([
    ['日息万五', { per: 'day', stated: 0.0005, yearly: 0.1825, dayBasis: 365, costOfTenThousandFen: 500 }],
    ['月费率 0.6%', { per: 'month', stated: 0.006, yearly: 0.072, costOfTenThousandFen: 6000 }],
    ['年化 15.4%', { per: 'year', stated: 0.154, yearly: 0.154, dayBasis: 360, costOfTenThousandFen: 154_000 }],
    ['1 万用 1 天 5 元', { per: 'day', costOfTenThousandFen: 500 }],
  ])('%s', (text, facts) => {
    const rate = parseRate(text)
    if (!rate.ok) throw new Error(rate.error.code)
    expect(rateInWords(rate.value)).toMatchObject(facts)
  })
  test('monthly is a twelfth and daily the day basis of the simple year', () => {
    const { monthly, daily } = rateInWords({ partsPerTenMillion: 1_800_000, per: 'year', dayBasis: 360 })
    expect([monthly, daily]).toEqual([0.015, 0.0005])
  })
})
