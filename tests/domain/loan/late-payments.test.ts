import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { DefaultTerms, LateFee } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { penaltyIn } from '#domain/loan/penalty-rate'
import { settlementOutcomes } from '#domain/loan/settlement-outcomes'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'
import { aLoan, paid, stated } from './a-loan'

const day = localDate

/** One instalment due on 1 February: 10,000.00 (or less) of principal, 100.00 of interest, 50.00 of fee; 0.05 % a day when late. */
const single = (events: readonly LoanEvent[], terms: Partial<DefaultTerms> = {}, principalFen = 1_000_000): Loan =>
  aLoan({
    terms: {
      kind: 'lenderSchedule',
      principalFen: fen(principalFen),
      drawnOn: day('2026-01-01'),
      rows: [
        { dueOn: day('2026-02-01'), principalFen: fen(principalFen), interestFen: fen(10_000), feeFen: fen(5000) },
      ],
    },
    receivedFen: fen(principalFen),
    defaultTerms: {
      penalty: { by: 'rate', rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 } },
      penaltyBase: 'overduePrincipal',
      graceDays: 0,
      lateFee: null,
      ...terms,
    },
    events,
  })

function at(loan: Loan, on: string) {
  const state = stateOn(loan, day(on))
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

const row = (loan: Loan, on: string) => at(loan, on).rows[0]

describe('penalty interest when part is paid late', () => {
  it('ran on what was open until the payment, and runs on what is left after it', () => {
    // Ten days are 50.00. 5,200.00 pay fee 50.00, penalty 50.00, interest 100.00 and 5,000.00 of principal.
    const loan = single([paid('p', '2026-02-11', 520_000)])
    expect(row(loan, '2026-02-11')).toMatchObject({ penaltyFen: 5000, paidFen: 520_000, openFen: 500_000 })
    expect(row(loan, '2026-02-21')).toMatchObject({ penaltyFen: 7500, openFen: 502_500, openPrincipalFen: 500_000 })
    expect(at(loan, '2026-02-21')).toMatchObject({
      penaltyFen: 2500,
      interestFen: 0,
      feeFen: 0,
      arrearsFen: 502_500,
      owedFen: 502_500,
    })
    const settling = settlementOutcomes(loan, day('2026-02-21'))
    expect(settling).toMatchObject({ value: [{ totalFen: 502_500, savesFen: 0 }] })
  })

  it('is rounded when its base changes, not when a payment leaves its base alone', () => {
    // 11.00 bear 0.55 fen a day: ten days are 6 fen, twenty are 11 and not 12.
    const small = (amountFen: number) => row(single([paid('p', '2026-02-11', amountFen)], {}, 1100), '2026-02-21')
    expect(small(5000)).toMatchObject({ penaltyFen: 11, feeFen: 5000, paidFen: 5000 })
    expect(small(5000 + 6 + 10_000)).toMatchObject({ penaltyFen: 11, openPrincipalFen: 1100 })
    // 2.00 of principal paid: 6 fen, and ten days of 0.45.
    expect(small(5000 + 6 + 10_000 + 200)).toMatchObject({ penaltyFen: 6 + 5, openPrincipalFen: 900 })
  })

  it('is not rounded twice by two payments of one day', () => {
    const loan = single([paid('a', '2026-02-11', 15_006 + 100), paid('b', '2026-02-11', 100)], {}, 1100)
    expect(row(loan, '2026-02-21')).toMatchObject({ penaltyFen: 6 + 5, openPrincipalFen: 900 })
  })

  it('on the whole instalment runs on fee and interest too, and less after either is paid', () => {
    const whole = { penaltyBase: 'overdueInstalment' } as const
    expect(row(single([], whole), '2026-02-11')?.penaltyFen).toBe(5075)
    // The fee is paid: 10,100.00 go on.
    expect(row(single([paid('p', '2026-02-11', 5000)], whole), '2026-02-21')?.penaltyFen).toBe(5075 + 5050)
    // Fee, penalty and interest are paid: 10,000.00 go on.
    expect(row(single([paid('p', '2026-02-11', 20_075)], whole), '2026-02-21')?.penaltyFen).toBe(5075 + 5000)
    // Only penalty is paid: the base stays, and twenty days are rounded once.
    const order = {
      items: ['penalty', 'fee', 'lateFee', 'compound', 'interest', 'principal'],
      across: 'instalment',
    } as const
    const penaltyFirst = single([paid('p', '2026-02-11', 81)], { ...whole, application: order }, 1110)
    // 161.10 × 0.05 % × 20 is 1.61; ten days twice would be 0.81 + 0.81.
    expect(row(penaltyFirst, '2026-02-21')).toMatchObject({ penaltyFen: 161, paidFen: 81 })
  })
})

describe('interest on overdue interest', () => {
  it('runs beside penalty on principal and less after interest is paid', () => {
    const compounding = { compounds: true }
    expect(row(single([], compounding), '2026-02-11')).toMatchObject({ penaltyFen: 5000, compoundFen: 50 })
    // Fee 50.00, penalty 50.00, compound 0.50, interest 60.00: 40.00 of interest go on.
    const loan = single([paid('p', '2026-02-11', 16_050)], compounding)
    expect(row(loan, '2026-02-21')).toMatchObject({
      compoundFen: 70,
      penaltyFen: 10_000,
      paidFen: 16_050,
      openFen: 1_000_000 + 4000 + 5000 + 20,
    })
    expect(at(loan, '2026-02-21')).toMatchObject({ compoundFen: 20, interestFen: 4000, penaltyFen: 5000 })
    const settling = settlementOutcomes(loan, day('2026-02-21'))
    expect(settling).toMatchObject({ value: [{ totalFen: 1_009_020 }] })
  })

  it('is paid before the interest and only once', () => {
    const loan = single([paid('a', '2026-02-11', 10_050), paid('b', '2026-02-11', 100)], { compounds: true })
    expect(at(loan, '2026-02-11')).toMatchObject({ compoundFen: 0, feeFen: 0, penaltyFen: 0, interestFen: 9900 })
  })

  it('is within the penalty where that runs on the whole instalment', () => {
    const whole = { compounds: true, penaltyBase: 'overdueInstalment' } as const
    expect(row(single([], whole), '2026-02-11')).toMatchObject({ penaltyFen: 5075, compoundFen: 0 })
  })

  it('is nothing on what is within the tolerance', () => {
    const loan = single([paid('p', '2026-02-01', 1_014_000)], {
      compounds: true,
      graceAmountFen: fen(1000),
      application: { items: ['principal', 'fee', 'lateFee', 'penalty', 'compound', 'interest'], across: 'instalment' },
    })
    expect(row(loan, '2026-02-21')).toMatchObject({ openFen: 1000, compoundFen: 0, penaltyFen: 0, daysLate: 0 })
  })
})

describe('a late fee when part is paid late', () => {
  const share = (charged: LateFee['charged'], capFen?: number | null): Partial<DefaultTerms> => ({
    lateFee: {
      by: 'share',
      sharePer10000: 500,
      minFen: fen(0),
      maxFen: null,
      charged,
      capFen: capFen === undefined || capFen === null ? capFen : fen(capFen),
    },
  })
  const part = paid('p', '2026-02-11', 520_000)

  it('once stays what it was on the day of lateness', () => {
    // 5 % of 10,150.00.
    expect(row(single([], share('once')), '2026-02-11')?.lateFeeFen).toBe(50_750)
    const loan = single([part], share('once'))
    expect(row(loan, '2026-03-05')).toMatchObject({ lateFeeFen: 50_750, openPrincipalFen: 550_750 })
    expect(at(loan, '2026-03-05').lateFeeFen).toBe(0)
  })

  it('by the month takes its share of what is open at each month', () => {
    // 5,507.50 are left: the second charge is 275.38.
    const loan = single([part], share('monthly'))
    expect(row(loan, '2026-03-01')?.lateFeeFen).toBe(50_750)
    expect(row(loan, '2026-03-02')?.lateFeeFen).toBe(50_750 + 27_538)
    expect(at(loan, '2026-03-02').lateFeeFen).toBe(27_538)
    expect(row(single([part], share('monthly', null)), '2026-03-02')?.lateFeeFen).toBe(50_750 + 27_538)
    expect(row(single([part], share('monthly', 60_000)), '2026-03-02')?.lateFeeFen).toBe(60_000)
    expect(row(single([part], share('monthly', 60_000)), '2026-04-02')?.lateFeeFen).toBe(60_000)
  })

  it('by the day counts each day once', () => {
    const daily = { lateFee: { by: 'fixed', amountFen: fen(100), charged: 'daily' } } as const
    expect(row(single([paid('p', '2026-02-11', 1000)], daily), '2026-02-16')?.lateFeeFen).toBe(1500)
    const twice = [paid('p', '2026-02-11', 1000), paid('q', '2026-02-11', 1000), paid('r', '2026-02-13', 1000)]
    expect(row(single(twice, daily), '2026-02-16')?.lateFeeFen).toBe(1500)
  })

  it('asks its share of what was missed on the due day, not of what was paid by then', () => {
    expect(row(single([paid('p', '2026-01-20', 500_000)], share('once')), '2026-02-02')?.lateFeeFen).toBe(25_750)
    expect(row(single([paid('p', '2026-02-01', 500_000)], share('once')), '2026-02-02')?.lateFeeFen).toBe(25_750)
    expect(row(single([paid('p', '2026-02-01', 1_015_000)], share('daily')), '2026-02-20')?.lateFeeFen).toBe(0)
  })

  it('ends with the instalment: paid late in full, nothing more is charged', () => {
    const full = 1_015_000 + 50_750 + 5000
    const loan = single([paid('p', '2026-02-11', full)], share('monthly'))
    const settled = at(loan, '2026-06-01')
    expect(settled).toMatchObject({ stage: 'settled', lateFeeFen: 0, penaltyFen: 0 })
    expect(settled.rows[0]).toMatchObject({ lateFeeFen: 50_750, penaltyFen: 5000, daysLate: 10, paidOn: '2026-02-11' })
    expect(
      at(single([paid('p', '2026-02-11', full), paid('q', '2026-05-01', 70)], share('monthly')), '2026-06-01'),
    ).toMatchObject({
      creditFen: 70,
      lateFeeFen: 0,
    })
  })

  it('left open stays open when everything else is paid, and is paid next', () => {
    const order = {
      items: ['fee', 'penalty', 'compound', 'interest', 'principal', 'lateFee'],
      across: 'instalment',
    } as const
    const terms = { ...share('once'), application: order }
    const open = single([paid('p', '2026-02-11', 1_020_000)], terms)
    expect(at(open, '2026-03-01')).toMatchObject({ lateFeeFen: 50_750, penaltyFen: 0, owedFen: 50_750 })
    const done = single([paid('p', '2026-02-11', 1_020_000), paid('q', '2026-03-01', 50_750)], terms)
    expect(at(done, '2026-03-01')).toMatchObject({ stage: 'settled', creditFen: 0 })
  })

  it('is none on what the lender stated or called', () => {
    const called: LoanEvent = { kind: 'accelerated', id: 'a', on: day('2026-01-10'), note: '' }
    const loan = single([called], share('daily'))
    expect(at(loan, '2026-01-20')).toMatchObject({ lateFeeFen: 0, daysLate: 10 })
    const balance = single(
      [stated('2026-02-10', { principalFen: fen(1_000_000), daysLate: 9, lateFeeFen: fen(7) })],
      share('daily'),
    )
    expect(at(balance, '2026-02-20').lateFeeFen).toBe(7)
    const paidPart = { ...balance, events: [...balance.events, paid('p', '2026-02-20', 3)] }
    expect(at(paidPart, '2026-02-25').lateFeeFen).toBe(4)
  })
})

describe('penalty interest left open', () => {
  it('stays open when everything else is paid, does not grow, and is paid next', () => {
    const order = {
      items: ['fee', 'lateFee', 'interest', 'principal', 'penalty', 'compound'],
      across: 'instalment',
    } as const
    const terms = { application: order, compounds: true }
    const open = single([paid('p', '2026-02-11', 1_015_000)], terms)
    expect(at(open, '2026-03-11')).toMatchObject({ penaltyFen: 5000, compoundFen: 50, owedFen: 5050 })
    const half = single([paid('p', '2026-02-11', 1_015_000), paid('q', '2026-03-11', 5020)], terms)
    expect(at(half, '2026-03-11')).toMatchObject({ penaltyFen: 0, compoundFen: 30, owedFen: 30 })
    const done = single([paid('p', '2026-02-11', 1_015_000), paid('q', '2026-03-11', 5050)], terms)
    expect(at(done, '2026-03-11')).toMatchObject({ stage: 'settled', creditFen: 0 })
  })
})

describe('grace', () => {
  it('of days is kept by paying within them, and lost by what is open beyond them, from the due day', () => {
    const grace = { graceDays: 3 }
    // 1,150.00 on the second day: fee, interest, and 1,000.00 of principal.
    const partly = single([paid('p', '2026-02-03', 115_000)], grace)
    expect(row(partly, '2026-02-04')).toMatchObject({ penaltyFen: 0, daysLate: 0, openFen: 900_000 })
    // Two days of 10,000.00 and eight of 9,000.00.
    expect(row(partly, '2026-02-11')).toMatchObject({ penaltyFen: 1000 + 3600, daysLate: 10 })
    const whole = single([paid('p', '2026-02-04', 1_015_000)], grace)
    expect(row(whole, '2026-03-01')).toMatchObject({ penaltyFen: 0, daysLate: 0, openFen: 0, paidOn: '2026-02-04' })
    const principalFirst = single([paid('p', '2026-02-04', 1_000_000)], {
      ...grace,
      application: { items: ['principal', 'interest', 'fee', 'lateFee', 'penalty', 'compound'], across: 'instalment' },
    })
    expect(row(principalFirst, '2026-02-20')).toMatchObject({ penaltyFen: 0, openFen: 15_000, daysLate: 19 })
  })

  it('of an amount covers exactly that amount, and only of the plan’s own instalments', () => {
    const tolerance = { graceAmountFen: fen(1000) }
    const missing = (amountFen: number) =>
      row(single([paid('p', '2026-02-01', 1_015_000 - amountFen)], tolerance), '2026-02-11')
    expect(missing(1000)).toMatchObject({ daysLate: 0, penaltyFen: 0 })
    expect(missing(1001)).toMatchObject({ daysLate: 10, penaltyFen: 5 })
    const balance = single([stated('2026-02-11', { principalFen: fen(900), daysLate: 10 })], tolerance)
    expect(at(balance, '2026-02-21')).toMatchObject({ daysLate: 20, penaltyFen: 5 })
  })

  it('does not count for what was called', () => {
    const called: LoanEvent = { kind: 'accelerated', id: 'a', on: day('2026-01-10'), note: '' }
    expect(at(single([called], { graceDays: 10 }), '2026-01-12')).toMatchObject({ daysLate: 2, penaltyFen: 1000 })
  })

  it('does not take back what the lender stated, late or not', () => {
    const loan = single([stated('2026-02-11', { principalFen: fen(0), penaltyFen: fen(77) })], { graceDays: 10 })
    expect(at(loan, '2026-02-11')).toMatchObject({ penaltyFen: 77, daysLate: 0, owedFen: 77 })
  })
})

describe('the order of items', () => {
  it('is kept one by one: a payment that reaches only some leaves the others', () => {
    const state = at(single([paid('p', '2026-02-11', 5000 + 2000)]), '2026-02-11')
    expect(state).toMatchObject({ feeFen: 0, penaltyFen: 3000, interestFen: 10_000, overduePrincipalFen: 1_000_000 })
    const next = at(single([paid('p', '2026-02-11', 7000), paid('q', '2026-02-11', 3000 + 400)]), '2026-02-11')
    expect(next).toMatchObject({ feeFen: 0, penaltyFen: 0, interestFen: 9600, paidFen: 10_400 })
  })

  it('of a fee paid in parts asks each part once', () => {
    const state = at(single([paid('p', '2026-02-11', 3000), paid('q', '2026-02-11', 3000)]), '2026-02-11')
    expect(state).toMatchObject({ feeFen: 0, penaltyFen: 4000 })
  })
})

it('what a guarantor paid out bears no penalty interest, every other loan bears the contract’s', () => {
  const loan = single([])
  expect(penaltyIn(loan, at(loan, '2026-02-11'))(fen(1_000_000), 10)).toBe(5000)
  const taken = single([
    {
      kind: 'subrogated',
      id: 's',
      on: day('2026-02-05'),
      note: '',
      byPartyId: 'x',
      paidOutFen: fen(5),
      verifiedOn: null,
    },
  ])
  expect(penaltyIn(taken, at(taken, '2026-02-11'))(fen(1_000_000), 10)).toBe(0)
})

describe('the figures of a state', () => {
  it('name each row by what became of it', () => {
    const loan = aLoan({ events: [paid('a', '2026-02-15', 106_619), paid('b', '2026-03-20', 50_000)] })
    const status = at(loan, '2026-04-20').rows.map((item) => item.status)
    expect(status.slice(0, 4)).toEqual(['paid', 'partlyPaid', 'overdue', 'due'])
    const ahead = aLoan({ events: [paid('a', '2026-02-10', 106_619)] })
    expect(at(ahead, '2026-02-14').rows[0]).toMatchObject({ status: 'ahead', paidOn: '2026-02-10' })
    expect(at(ahead, '2026-02-15').rows[0]).toMatchObject({ status: 'paid', paidOn: '2026-02-10', daysLate: 0 })
  })

  it('name the next due day and everything that falls due on it', () => {
    expect(at(aLoan(), '2026-02-15')).toMatchObject({ nextDueOn: '2026-02-15', nextDueFen: 106_619 })
    expect(at(aLoan(), '2026-02-16')).toMatchObject({ nextDueOn: '2026-03-15', nextDueFen: 106_619 })
    expect(at(aLoan(), '2027-02-01')).toMatchObject({ nextDueOn: null, nextDueFen: 0 })
  })

  it('count down to the days of the contract from the first day late, to nothing and not below', () => {
    const loan = single([], { accelerationDays: 15, subrogationDays: 30 })
    expect(at(loan, '2026-02-01')).toMatchObject({ daysToAcceleration: null, daysToSubrogation: null })
    expect(at(loan, '2026-02-02')).toMatchObject({ daysToAcceleration: 14, daysToSubrogation: 29 })
    expect(at(loan, '2026-02-16')).toMatchObject({ daysToAcceleration: 0, daysToSubrogation: 15 })
    expect(at(loan, '2026-02-20')).toMatchObject({ daysToAcceleration: 0, daysToSubrogation: 11 })
    expect(at(single([]), '2026-02-20')).toMatchObject({ daysToAcceleration: null, daysToSubrogation: null })
    const called: LoanEvent = { kind: 'accelerated', id: 'a', on: day('2026-02-10'), note: '' }
    expect(at(single([called], { accelerationDays: 15 }), '2026-02-11').daysToAcceleration).toBeNull()
  })

  it('take the longest lateness of what is open, not of what was paid late', () => {
    const late = aLoan({ events: [paid('a', '2026-04-10', 106_619 + 3000)] })
    expect(at(late, '2026-04-10').daysLate).toBe(26)
  })
})
