import { describe, expect, test } from 'vitest'
import { parseRate } from '#domain/rate/parse-rate'

type Told = [text: string, partsPerTenMillion: number, per: 'year' | 'month' | 'day', dayBasis: 360 | 365]

describe('a rate as people are told it', () => {
  test.each<Told>([
    ['综合年化 15.4%', 1_540_000, 'year', 360],
    ['年化单利12%', 1_200_000, 'year', 360],
    ['名义年利率:7.2%', 720_000, 'year', 360],
    ['每月手续费率0.6%', 60_000, 'month', 360],
    ['0.6%每月', 60_000, 'month', 360],
    ['月息百分之二', 200_000, 'month', 360],
    ['月息百分之2', 200_000, 'month', 360],
    ['月息千分之五', 50_000, 'month', 360],
    ['月息千五', 50_000, 'month', 360],
    ['日息万分之3.5', 3500, 'day', 365],
    ['每天万三', 3000, 'day', 365],
    ['年息 .5%', 50_000, 'year', 360],
    ['annual rate 12%', 1_200_000, 'year', 360],
    ['APR 12%', 1_200_000, 'year', 360],
    ['12% p.a.', 1_200_000, 'year', 360],
    ['12% pa', 1_200_000, 'year', 360],
    ['12% per year', 1_200_000, 'year', 360],
    ['1% per month', 100_000, 'month', 360],
    ['1% pm', 100_000, 'month', 360],
    ['1% p.m.', 100_000, 'month', 360],
    ['0.05% daily', 5000, 'day', 365],
    ['0.05% a day', 5000, 'day', 365],
    ['年化 1,000%', 100_000_000, 'year', 360],
  ])('%s', (text, partsPerTenMillion, per, dayBasis) =>
    expect(parseRate(text)).toEqual({ ok: true, value: { partsPerTenMillion, per, dayBasis } }),
  )

  // 厘 and 分 are a hundredth and a tenth by the year, a thousandth and a hundredth by the month.
  test.each<Told>([
    ['年息5厘', 500_000, 'year', 360],
    ['月息5厘', 50_000, 'month', 360],
    ['日息5厘', 5000, 'day', 365],
    ['年息1分', 1_000_000, 'year', 360],
    ['月息1分', 100_000, 'month', 360],
    ['日息1分', 10_000, 'day', 365],
    ['月息一分', 100_000, 'month', 360],
    ['月息两分', 200_000, 'month', 360],
    ['月息1分2', 120_000, 'month', 360],
  ])('%s goes by its period', (text, partsPerTenMillion, per, dayBasis) =>
    expect(parseRate(text)).toEqual({ ok: true, value: { partsPerTenMillion, per, dayBasis } }),
  )

  test.each<[string, number]>([
    ['1万用1天5元', 5000],
    ['一万用一天五元', 5000],
    ['借1万用一天5块', 5000],
    ['1万元每天利息5块钱', 5000],
    ['借1000每天0.5元', 5000],
    ['借1百元每天0.05元', 5000],
    ['1万1天收3.5元', 3500],
    ['1万一日的利息要3元', 3000],
    ['20000用1天10元', 5000],
  ])('%s is 1e-7 a day: %i', (text, partsPerTenMillion) =>
    expect(parseRate(text)).toEqual({ ok: true, value: { partsPerTenMillion, per: 'day', dayBasis: 365 } }),
  )

  test('a bare number is per cent of the period its field asks for; a period in the text wins', () => {
    const read = (text: string, per: 'year' | 'month' | 'day') => parseRate(text, per)
    expect(read('12', 'year')).toMatchObject({ value: { partsPerTenMillion: 1_200_000, per: 'year', dayBasis: 360 } })
    expect(read('0.6', 'month')).toMatchObject({ value: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 360 } })
    expect(read('0.05%', 'day')).toMatchObject({ value: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 } })
    expect(read('6‰', 'month')).toMatchObject({ value: { partsPerTenMillion: 60_000 } })
    expect(read('月息1%', 'year')).toMatchObject({ value: { partsPerTenMillion: 100_000, per: 'month' } })
  })
})

describe('a rate that cannot be taken says why', () => {
  test.each([
    ['', { code: 'rate_empty' }],
    [' , ', { code: 'rate_empty' }],
    ['-3%', { code: 'rate_negative' }],
    ['月息-1分', { code: 'rate_negative' }],
    ['12', { code: 'rate_period_missing', text: '12' }],
    ['万五', { code: 'rate_period_missing', text: '万五' }],
    ['年化', { code: 'rate_unreadable', text: '年化' }],
    ['年化苹果12%', { code: 'rate_unreadable', text: '年化苹果12%' }],
    ['年化12%苹果', { code: 'rate_unreadable', text: '年化12%苹果' }],
    ['年化 1.2.3%', { code: 'rate_unreadable', text: '年化 1.2.3%' }],
    ['年化12-3%', { code: 'rate_unreadable', text: '年化12-3%' }],
    ['0元用1天5元', { code: 'rate_unreadable', text: '0元用1天5元' }],
    ['3千用1天1元', { code: 'rate_too_precise', text: '3千用1天1元' }],
    ['1百用1天0.00000001元', { code: 'rate_too_precise', text: '1百用1天0.00000001元' }],
    ['年化 12.345678%', { code: 'rate_too_precise', text: '年化 12.345678%' }],
  ])('%j', (text, error) => expect(parseRate(text)).toEqual({ ok: false, error }))

  test('1000 % a year is the most, whatever the period; above it is a slip', () => {
    expect(parseRate('年化 1000%').ok).toBe(true)
    const tooHigh = { ok: false, error: { code: 'rate_too_high', maxSimpleAnnual: 10 } }
    expect(parseRate('年化 1000.00001%')).toEqual(tooHigh)
    expect(parseRate('月息 83.4%')).toEqual(tooHigh)
    expect(parseRate('日息 2.8%')).toEqual(tooHigh)
    expect(parseRate('日息 2.7%').ok).toBe(true)
    expect(parseRate('年化 99999999999999999999%')).toEqual(tooHigh)
  })
})
