import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { effectiveAnnual } from '#domain/rate/xirr'
import { oracleFile } from './oracle-file'

interface Battery {
  cases: { id: string; values: number[]; dates: string[]; roots: string[]; why: string; source: string }[]
}

const battery = oracleFile<Battery>('xirr_battery_part.json')

describe.runIf(battery !== null)('XIRR battery: all real roots above −1, ACT/365', () => {
  test.each(battery?.cases ?? [])('$id $why ($source)', ({ values, dates, roots }) => {
    const flows = values.map((amountFen, index) => ({ on: localDate(dates[index]!), amountFen }))
    const started = performance.now()
    const answer = effectiveAnnual(flows)
    const tookMs = performance.now() - started
    const found = answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.root] : answer.roots
    expect(found).toHaveLength(roots.length)
    roots.map(Number).forEach((root, index) => {
      expect(Math.abs(found[index]! - root)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(root)))
      if (root === 0) expect(found[index]).toBe(0)
    })
    expect(tookMs).toBeLessThan(50)
  })
})
