import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, localDate } from '#domain/calendar/local-date'
import { begun, cardAccount, cardLedger, type CardAccount } from '#domain/card/card-account'
import type { CardStatement } from '#domain/card/card-statement'
import { recordOnCard } from '#domain/card/record-on-card'
import { closeThrough } from '#domain/card/statement-cycle'
import type { DefaultTerms } from '#domain/loan/default-terms'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { RevolvingTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { stated } from '../loan/a-loan'
import { aCard, bought, charged, drewCash, lateTerms, paid } from './a-card'
import { anEvent, dated, END, someEvents, someLate, someTerms, START } from './some-cards'

const on = (
  date: string,
  events: readonly LoanEvent[],
  terms: Partial<RevolvingTerms> = {},
  late: Partial<DefaultTerms> = {},
): CardAccount => cardAccount(aCard(terms), lateTerms(late), events, localDate(date))

const lastOf = (account: CardAccount): CardStatement => {
  const last = account.statements.at(-1)
  if (!last) throw new Error('no statement')
  return last
}

describe('a month written out', () => {
  test('two purchases, cash, a fee, an instalment: the minimum and the balance', () => {
    // 10 % of (1,000 + 500 + 200 cash) = 170; all of instalment 300, fee 12; interest on cash 200 × 3 days × 0.05 % = 0.30.
    const account = on('2026-02-05', [
      bought('2026-01-10', 100_000),
      bought('2026-02-05', 50_000),
      drewCash('2026-02-02', 20_000),
      charged('2026-01-20', 'cardInstalment', 30_000),
      charged('2026-01-20', 'fee', 1_200),
    ])
    expect(lastOf(account)).toMatchObject({
      dueOn: '2026-02-23',
      openingFen: 0,
      purchasesFen: 150_000,
      cashFen: 20_000,
      instalmentsFen: 30_000,
      feeFen: 1_200,
      interestFen: 30,
      lateFeeFen: 0,
      balanceFen: 201_230,
      minimumFen: 17_000 + 30_000 + 1_200 + 30,
      outcome: 'open',
    })
  })

  test('nothing paid: interest on everything from its posting, 5 % late fee on the unpaid minimum, the minimum grows', () => {
    // 1,000 from 10 January to 5 March: 54 days × 0.50 = 27.00. Minimum 100 unpaid: 5 % is 5.00, at least 10.00.
    // New minimum: 10 % of 1,000 + 27.00 + 10.00 + 100 unpaid = 237.00.
    const account = on('2026-03-05', [bought('2026-01-10', 100_000)])
    expect(account.statements.at(-2)).toMatchObject({ minimumFen: 10_000, paidByDueFen: 0, outcome: 'belowMinimum' })
    expect(lastOf(account)).toMatchObject({
      interestFen: 2_700,
      lateFeeFen: 1_000,
      balanceFen: 103_700,
      minimumFen: 23_700,
    })
  })

  test('unpaid part only: 100 of 1,000 paid in time, interest on 900 from posting', () => {
    // 900 × 54 days × 0.05 % = 24.30; whole statement: 1,000 × 44 days + 900 × 10 days = 22.00 + 4.50 = 26.50.
    const events = [bought('2026-01-10', 100_000), paid('2026-02-23', 10_000)]
    expect(lastOf(on('2026-03-05', events, { interestOn: 'unpaidPart' })).interestFen).toBe(2_430)
    expect(lastOf(on('2026-03-05', events)).interestFen).toBe(2_650)
  })

  test('what was paid before the statement is not in it and bears nothing: 600 of 1,000 from posting', () => {
    // 600 × 54 days × 0.05 % = 16.20.
    expect(lastOf(on('2026-03-05', [bought('2026-01-10', 100_000), paid('2026-02-01', 40_000)])).interestFen).toBe(
      1_620,
    )
  })

  test('posted interest bears interest only where the contract compounds; fees and late fees never do', () => {
    // 5 April without compounding: 1,000 × 31 days = 15.50. With: (1,000 + 27.00) × 31 days × 0.05 % = 15.9185.
    const events = [bought('2026-01-10', 100_000), charged('2026-03-05', 'fee', 50_000)]
    expect(lastOf(on('2026-04-05', events)).interestFen).toBe(1_550)
    expect(lastOf(on('2026-04-05', events, { compounds: true })).interestFen).toBe(1_592)
  })

  test('after a missed statement its interest runs to the day of payment and is posted once more, then it is over', () => {
    // Statement 5 March 1,000 + 27.00 + 10.00, paid whole on 15 March: 1,000 × 10 days = 5.00 on 5 April.
    const account = on('2026-05-05', [
      bought('2026-01-10', 100_000),
      paid('2026-03-15', 103_700),
      paid('2026-04-10', 500),
    ])
    expect(account.statements.map((each) => each.interestFen)).toEqual([0, 0, 2_700, 500, 0])
    expect(account.owedFen).toBe(0)
  })

  test('a card instalment paid as billed bears nothing beside a missed rest; unpaid it bears interest like a purchase', () => {
    const both = [bought('2026-01-10', 100_000), charged('2026-01-20', 'cardInstalment', 30_000)]
    // Minimum 100 + 300 paid: 1,000 × 44 + 900 … the instalment went first, so 900 × 10 days: 22.00 + 4.50.
    expect(lastOf(on('2026-03-05', [...both, paid('2026-02-23', 40_000)])).interestFen).toBe(2_650)
    // Nothing paid: 1,000 × 54 days + 300 × 44 days = 27.00 + 6.60.
    expect(lastOf(on('2026-03-05', both)).interestFen).toBe(3_360)
  })
})

describe('grace', () => {
  const events = [bought('2026-01-10', 100_000), paid('2026-02-26', 99_000)]
  test('three days and 10.00 are forgiven where the contract says so: no interest, the rest comes with the next statement', () => {
    const account = on('2026-03-05', events, {}, { graceDays: 3, graceAmountFen: fen(1_000) })
    expect(account.statements[1]).toMatchObject({ outcome: 'paidInFull', paidByDueFen: 99_000 })
    expect(lastOf(account)).toMatchObject({ interestFen: 0, lateFeeFen: 0, balanceFen: 1_000 })
  })
  test('without the days, or with a smaller tolerance, the whole statement bears interest', () => {
    // 1,000 × 47 days + 10 × 7 days × 0.05 % = 23.50 + 0.035.
    expect(lastOf(on('2026-03-05', events, {}, { graceDays: 3, graceAmountFen: fen(999) })).interestFen).toBe(2_354)
    expect(on('2026-03-05', events, {}, { graceAmountFen: fen(1_000) }).statements[1]?.outcome).toBe('belowMinimum')
  })
})

describe('the minimum', () => {
  const events = [bought('2026-01-10', 123_455)]
  const minimum = (terms: Partial<RevolvingTerms>) => lastOf(on('2026-02-05', events, terms)).minimumFen
  test('three rules, each rounded half up, with a floor and never above the balance', () => {
    expect(minimum({ minimum: { by: 'share', sharePer10000: 1_000, floorFen: fen(0) } })).toBe(12_346)
    expect(minimum({ minimum: { by: 'share', sharePer10000: 500, floorFen: fen(10_000) } })).toBe(10_000)
    expect(minimum({ minimum: { by: 'shareAndCharges', sharePer10000: 500, floorFen: fen(5_000) } })).toBe(6_173)
    expect(minimum({ minimum: { by: 'fixed', amountFen: fen(50_000) } })).toBe(50_000)
    expect(minimum({ minimum: { by: 'fixed', amountFen: fen(500_000) } })).toBe(123_455)
  })
  test('what is above the limit is asked whole: 10 % of 1,000 and the 234.55 above it', () => {
    expect(minimum({ limitFen: fen(100_000) })).toBe(10_000 + 23_455)
    // Unpaid it is asked once: 334.55 + 10 % of 1,000 + interest 1,234.55 × 54 days = 33.33 + 5 % of 334.55 = 16.73.
    expect(lastOf(on('2026-03-05', events, { limitFen: fen(100_000) })).minimumFen).toBe(
      33_455 + 10_000 + 3_333 + 1_673,
    )
  })
})

describe('what the lender states', () => {
  test('restarts the account: the principal bears interest from that day and the charges as stated do not', () => {
    // 5,000 from 20 January to 5 February: 16 days × 2.50 = 40.00.
    const account = on('2026-02-05', [
      bought('2026-01-02', 999_900),
      stated('2026-01-20', { principalFen: fen(500_000), interestFen: fen(3_000), lateFeeFen: fen(2_000) }),
    ])
    expect(account.basis).toBe('balanceStated')
    expect(lastOf(account)).toMatchObject({ openingFen: 505_000, interestFen: 4_000, balanceFen: 509_000 })
    expect(lastOf(account).minimumFen).toBe(50_000 + 3_000 + 2_000 + 4_000)
  })
})

const chargesOf = ({ statements, accruedFen }: CardAccount): number =>
  statements.reduce<number>((sum, each) => sum + each.interestFen + each.lateFeeFen, accruedFen)

describe('always', () => {
  test('opening + postings − payments = balance, each balance opens the next, and the minimum is within it', () => {
    fc.assert(
      fc.property(someTerms, someLate, someEvents, (terms, late, events) => {
        const account = on(END, events, terms, late)
        let opening = 0
        for (const each of account.statements) {
          const posted = each.purchasesFen + each.cashFen + each.instalmentsFen + each.interestFen + each.feeFen
          expect(each.openingFen).toBe(opening)
          expect(each.openingFen + posted + each.lateFeeFen - each.paymentsFen).toBe(each.balanceFen)
          expect(each.minimumFen).toBeLessThanOrEqual(Math.max(0, each.balanceFen))
          expect(each.minimumFen > 0).toBe(each.balanceFen > 0)
          opening = each.balanceFen
        }
        const { principalFen, interestFen, feeFen, lateFeeFen, penaltyFen, owedFen, creditFen } = account
        expect(principalFen + interestFen + feeFen + lateFeeFen + penaltyFen).toBe(owedFen)
        expect(Math.min(principalFen, interestFen, feeFen, lateFeeFen, creditFen)).toBeGreaterThanOrEqual(0)
        expect(owedFen > 0 && creditFen > 0).toBe(false)
      }),
    )
  })

  /** Interest and late fees of a year in which every statement is paid in full on its due day. */
  function chargedWhenPaidInFull(terms: Partial<RevolvingTerms>, events: readonly LoanEvent[]): number {
    const ledger = begun({ terms: aCard(terms), defaultTerms: lateTerms() })
    let day = START
    while (day < END) {
      for (const event of events) if (event.on === day) recordOnCard(ledger, event)
      // Two statements can fall due on one day (drawn on 30 November and 30 December, both due on the 31st): the later
      // one's balance has the earlier one's in it.
      const due = ledger.statements.findLast((each) => each.dueOn === day && each.balanceFen > 0)
      if (due) recordOnCard(ledger, paid(day, due.balanceFen))
      closeThrough(ledger, dayNumber(day))
      day = addDays(day, 1)
    }
    return ledger.statements.reduce((sum, each) => sum + each.interestFen + each.lateFeeFen, 0)
  }

  test('paid in full every month and no cash: never any interest or late fee', () => {
    fc.assert(
      fc.property(someTerms, fc.array(anEvent, { maxLength: 20 }), (terms, events) => {
        const noCash = events
          .filter((event) => event.kind === 'drawdown' || event.kind === 'charge')
          .map((event) => (event.kind === 'drawdown' ? { ...event, what: 'purchase' as const } : event))
        expect(chargedWhenPaidInFull(terms, noCash)).toBe(0)
      }),
    )
  })

  test('two statements due on one day are both paid in full by the later one’s balance', () => {
    const terms = {
      principalFen: fen(0),
      drawnOn: START,
      statementDay: 30,
      due: { by: 'dayOfMonth', day: 31 },
    } as const
    expect(chargedWhenPaidInFull(terms, [bought('2026-10-31', 1), bought('2026-12-01', 1)])).toBe(0)
  })

  test('paying more never costs more', () => {
    fc.assert(
      fc.property(someTerms, someLate, someEvents, fc.nat(100_000), (terms, late, events, more) => {
        const at = events.findIndex((event) => event.kind === 'payment')
        fc.pre(at >= 0)
        const raised = events.map((event, index) =>
          index === at && event.kind === 'payment' ? { ...event, amountFen: fen(event.amountFen + more) } : event,
        )
        expect(chargesOf(on(END, raised, terms, late))).toBeLessThanOrEqual(chargesOf(on(END, events, terms, late)) + 1)
      }),
    )
  })

  test('interest on the unpaid part is never more than on the whole statement', () => {
    fc.assert(
      fc.property(someTerms, someLate, someEvents, (terms, late, events) => {
        const part = chargesOf(on(END, events, { ...terms, interestOn: 'unpaidPart' }, late))
        expect(part).toBeLessThanOrEqual(
          chargesOf(on(END, events, { ...terms, interestOn: 'wholeStatement' }, late)) + 1,
        )
      }),
    )
  })

  test('day by day is the same as at once', () => {
    fc.assert(
      fc.property(someTerms, someLate, someEvents, fc.nat(400), (terms, late, events, days) => {
        const rules = { terms: aCard(terms), defaultTerms: lateTerms(late) }
        const inOrder = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
        const ledger = begun(rules)
        for (let day = START; day <= dated(days); day = addDays(day, 1)) {
          for (const event of inOrder) if (event.on === day) recordOnCard(ledger, event)
          closeThrough(ledger, dayNumber(day))
        }
        expect(ledger).toEqual(cardLedger(rules, events, dated(days)))
      }),
      { numRuns: 200 },
    )
  })

  test('a payment reversed was never made, a corrected one counts as corrected', () => {
    fc.assert(
      fc.property(someTerms, someEvents, fc.nat(200), (terms, events, days) => {
        const wrong = paid(dated(days), 33_333)
        const reversal: LoanEvent = { kind: 'reversal', id: 'r', on: dated(days + 9), note: '', paymentId: wrong.id }
        const correction: LoanEvent = {
          kind: 'correction',
          id: 'c',
          on: dated(days + 9),
          note: '',
          paymentId: wrong.id,
          paidOn: dated(days + 1),
          amountFen: fen(44_444),
        }
        expect(on(END, [...events, wrong, reversal], terms)).toEqual(on(END, events, terms))
        const right = paid(dated(days + 1), 44_444)
        expect(on(END, [...events, wrong, correction], terms)).toEqual(on(END, [...events, right], terms))
      }),
      { numRuns: 200 },
    )
  })
})
