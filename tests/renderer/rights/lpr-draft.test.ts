import { localDate } from '#domain/calendar/local-date'
import { annualRate } from '#domain/rate/interest-rate'
import { describe, expect, it } from 'vitest'
import { lprFromDraft, withLprEntry, withoutLprEntry } from '../../../src/renderer/features/rights/lpr-draft'

const today = localDate('2026-11-24')
const firstOn = localDate('2019-08-20')
const from = localDate('2026-10-20')
const made = (draft: Parameters<typeof lprFromDraft>[0]) => lprFromDraft(draft, today, firstOn)

describe('an LPR typed in', () => {
  it('becomes an entry in 1e-7 a year', () => {
    expect(made({ from, rate: annualRate(0.029) })).toEqual({ ok: true, value: { from, partsPerTenMillion: 290_000 } })
    expect(made({ from: today, rate: annualRate(0.029) }).ok).toBe(true)
    expect(made({ from: firstOn, rate: annualRate(0.0425) }).ok).toBe(true)
  })

  it('says what is missing or cannot be, each by its field', () => {
    const error = (draft: Parameters<typeof made>[0]) => {
      const result = made(draft)
      return result.ok ? null : result.error
    }
    expect(error({ from: null, rate: null })).toEqual({ from: 'missing', rate: 'missing' })
    expect(error({ from: localDate('2026-11-25'), rate: annualRate(0.03) })).toEqual({ from: 'future' })
    expect(error({ from: localDate('2019-08-19'), rate: annualRate(0.03) })).toEqual({ from: 'beforeLpr' })
    expect(error({ from, rate: { ...annualRate(0.03), per: 'month' } })).toEqual({ rate: 'notYearly' })
    expect(error({ from, rate: annualRate(0.3) })).toEqual({ rate: 'outOfRange' })
    expect(error({ from, rate: annualRate(0) })).toEqual({ rate: 'outOfRange' })
  })

  it('keeps the entries in date order, one for each day', () => {
    const entry = (on: string, partsPerTenMillion: number) => ({ from: localDate(on), partsPerTenMillion })
    const entries = withLprEntry([entry('2026-10-20', 290_000)], entry('2026-09-20', 295_000))
    expect(entries.map((one) => one.from)).toEqual(['2026-09-20', '2026-10-20'])
    expect(withLprEntry(entries, entry('2026-10-20', 280_000))).toEqual([entries[0], entry('2026-10-20', 280_000)])
    expect(withoutLprEntry(entries, from)).toEqual([entries[0]])
  })
})
