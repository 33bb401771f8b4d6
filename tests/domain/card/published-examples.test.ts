import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { cardAccount } from '#domain/card/card-account'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { RevolvingTerms } from '#domain/loan/terms'
import { projectMinimum } from '#domain/card/project-minimum'
import { begun } from '#domain/card/card-account'
import { fen, sumFen } from '#domain/money/fen'
import { printTally } from '../../oracles/tally'
import { aCard, bought, lateTerms, paid } from './a-card'

interface Example {
  readonly source: string
  readonly terms: Partial<RevolvingTerms>
  readonly events: readonly LoanEvent[]
  /** Statement day of the interest asked for. */
  readonly on: string
  readonly interestFen: number
}

const onTenth: Partial<RevolvingTerms> = { statementDay: 10, due: { by: 'dayOfMonth', day: 5 } }

/** Interest on the day before the statement's own is the last: 12 days from 23 April to 5 May. */
const lastDayExcluded: readonly Example[] = [
  {
    source: '1,000 on 30 March, 100 on 23 April: 24 and 12 days (hxqdsh.com/yinhang/sdb/xinyongka/310819_3.html)',
    terms: {},
    events: [bought('2026-03-30', 100_000), paid('2026-04-23', 10_000)],
    on: '2026-05-05',
    interestFen: 1_740,
  },
  {
    source: 'the same, 1,000 paid by 23 April: none (hxqdsh.com/yinhang/sdb/xinyongka/310819_3.html)',
    terms: {},
    events: [bought('2026-03-30', 100_000), paid('2026-04-23', 100_000)],
    on: '2026-05-05',
    interestFen: 0,
  },
  {
    source: '8,000 on 6 May, 800 on 25 June: 50 and 10 days (wodefinance.com/Creditcardoverdue/olzconsumi.html)',
    terms: { due: { by: 'daysAfter', days: 20 } },
    events: [bought('2026-05-06', 800_000), paid('2026-06-25', 80_000)],
    on: '2026-07-05',
    interestFen: 23_600,
  },
  {
    source: '15,000 on 10 December, 1,500 on 13 January: 34 and 12 days (wodefinance.com/…/oncibdrooo.html)',
    terms: { statementDay: 25, due: { by: 'dayOfMonth', day: 13 } },
    events: [bought('2026-12-10', 1_500_000), paid('2027-01-13', 150_000)],
    on: '2027-01-25',
    interestFen: 33_600,
  },
]

/** Pages that count the statement day too: the interest posted that day and what the next day has accrued. */
const statementDayCounted: readonly Example[] = [
  {
    source: '1,000 on 30 March, 100 on 23 April: 24 and 13 days (sidaben.com/5948.html)',
    terms: {},
    events: [bought('2026-03-30', 100_000), paid('2026-04-23', 10_000)],
    on: '2026-05-05',
    interestFen: 1_785,
  },
  {
    source: '1,000 on 30 March, 100 on 1 May: 32 and 10 days (wodefinance.com/…/ggosaowncz.html)',
    terms: onTenth,
    events: [bought('2026-03-30', 100_000), paid('2026-05-01', 10_000)],
    on: '2026-05-10',
    interestFen: 2_050,
  },
  {
    source: '3,000 on 25 March, 150 on 5 May: 41 and 11 days (wodefinance.com/…/dupwqkyvji.html)',
    terms: { ...onTenth, statementDay: 15 },
    events: [bought('2026-03-25', 300_000), paid('2026-05-05', 15_000)],
    on: '2026-05-15',
    interestFen: 7_718,
  },
  {
    source: '935.26 on 30 May, 100 on 23 June: 24 and 13 days (wodefinance.com/…/hmqddkbocg.html)',
    terms: {},
    events: [bought('2026-05-30', 93_526), paid('2026-06-23', 10_000)],
    on: '2026-07-05',
    interestFen: 1_665,
  },
]

const dayAfter = (on: string) => localDate(`${on.slice(0, 8)}${String(Number(on.slice(8)) + 1).padStart(2, '0')}`)

describe('published examples of cards', () => {
  printTally('published card examples', lastDayExcluded.length + statementDayCounted.length + 4, {
    'continuation on 1,000 after 100 of it was paid, against its own rule (hxqdsh.com)': 3,
    'sum misprinted (436 for 236, olzconsumi.html) and the minimum that follows from it': 1,
  })

  test.each(lastDayExcluded)('$source', ({ terms, events, on, interestFen }) => {
    const { statements } = cardAccount(aCard(terms), lateTerms(), events, localDate(on))
    expect(statements.at(-1)).toMatchObject({ statementOn: on, interestFen })
  })

  test.each(statementDayCounted)('$source', ({ terms, events, on, interestFen }) => {
    const { statements, accruedFen } = cardAccount(aCard(terms), lateTerms(), events, dayAfter(on))
    expect(statements.at(-1)?.statementOn).toBe(on)
    expect((statements.at(-1)?.interestFen ?? 0) + accruedFen).toBe(interestFen)
  })

  test('5 % of the unpaid minimum: 1,000 with a minimum of 100 of which nothing is paid is 5.00, or the floor of 10.00', () => {
    const events = [bought('2026-03-30', 100_000)]
    const feeWith = (minFen: number) =>
      cardAccount(
        aCard(),
        lateTerms({ lateFee: { by: 'share', sharePer10000: 500, minFen: fen(minFen), maxFen: null } }),
        events,
        localDate('2026-05-05'),
      ).statements.at(-1)?.lateFeeFen
    // wendahu.com/ask/y/yong1115895.htm; the floor of 10 yuan: wodefinance.com/Creditcardoverdue/yzxwojdnte.html
    expect(feeWith(0)).toBe(500)
    expect(feeWith(1_000)).toBe(1_000)
  })

  test('680 at 14.5 %: 15 a month takes near 66 months and 991 in all, 23.41 a month 36 and 842 (debthelper.com)', () => {
    const fixed = (amountFen: number) => {
      const terms = aCard({
        principalFen: fen(68_000),
        rate: { partsPerTenMillion: 1_450_000, per: 'year', dayBasis: 365 },
        minimum: { by: 'fixed', amountFen: fen(amountFen) },
        compounds: true,
      })
      const { rows } = projectMinimum(begun({ terms, defaultTerms: lateTerms() }))
      return { months: rows.length, total: sumFen(rows, (row) => fen(row.principalFen + row.interestFen)) }
    }
    const slow = fixed(1_500)
    expect(slow.months).toBeGreaterThanOrEqual(66)
    expect(slow.months).toBeLessThanOrEqual(68)
    expect(Math.abs(slow.total / 99_108 - 1)).toBeLessThan(0.015)
    const fast = fixed(2_341)
    expect(fast.months).toBeGreaterThanOrEqual(36)
    expect(fast.months).toBeLessThanOrEqual(37)
    expect(Math.abs(fast.total / 84_263 - 1)).toBeLessThan(0.015)
  })
})
