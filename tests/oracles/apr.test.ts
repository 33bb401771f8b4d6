import { describe, expect, test } from 'vitest'
import { oracleFile } from './oracle-file'
import { rootsOf } from './spreadsheet-functions'
import { printTally } from './tally'

interface AprCase {
  id: string
  desc: string
  flows?: { t_years: string; amount: number }[]
  published: string
  computed_pct?: string
  computed?: string
  source: string
}

const file = oracleFile<{ apr_cases: AprCase[]; eu_interval_cases: unknown[]; rounding: unknown[] }>('eu_uk_apr.json')
const withFlows = (file?.apr_cases ?? []).filter((item) => item.flows && item.computed_pct !== undefined)

const level = (principal: number, payment: number, periods: number, startsAt = 1) => [
  { time: 0, amount: principal },
  ...Array.from({ length: periods }, (_, index) => ({ time: index + startsAt, amount: -payment })),
]

/** Cases the file tells in words, as flows; the wanted figure is the recomputed one. */
const told: Record<string, () => readonly [number, number]> = {
  'ADOBE-APR-1': () => [12 * (rootsOf(level(35000, 269.5, 360))[0] ?? NaN), 0.0851532723707198526],
  'ADOBE-APR-2': () => [12 * (rootsOf(level(157500, 960, 650))[0] ?? NaN), 0.0716134478460857184],
  'SAS-IRR': () => [
    rootsOf([-400, 100, 200, 300].map((amount, time) => ({ time, amount })))[0] ?? NaN,
    0.194377099627478814,
  ],
  'CN-GH-DUE': () => [rootsOf(level(5099, 5999 / 24, 24, 0))[0] ?? NaN, 0.014683625068524],
}

describe.runIf(file !== null)('EU, UK and other published APRs', () => {
  printTally('EU/UK APR', withFlows.length + Object.keys(told).length, {
    'EU interval counts (years, months and days of Directive 2008/48; the engine is ACT/365)':
      file?.eu_interval_cases.length ?? 0,
    'rules for printing a rate (the interface rounds, not the engine)': file?.rounding.length ?? 0,
  })
  test.each(withFlows)('$id $desc: $published ($source)', (item) => {
    const flows = (item.flows ?? []).map(({ t_years, amount }) => ({ time: Number(t_years), amount }))
    const wanted = Number(item.computed_pct) / 100
    const [root = NaN, ...others] = rootsOf(flows)
    expect(others).toEqual([])
    expect(Math.abs(root - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, wanted))
  })
  test.each((file?.apr_cases ?? []).filter((item) => !item.flows))('$id $desc: $published ($source)', ({ id }) => {
    const [found, wanted] = told[id]?.() ?? [NaN, 0]
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9)
  })
})
