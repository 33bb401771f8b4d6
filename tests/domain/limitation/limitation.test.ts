import { describe, expect, it } from 'vitest'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { MONTHLY } from '#domain/calendar/cadence'
import type { Proposal } from '#domain/letter/proposal'
import { limitationRisk } from '#domain/loan/limitation'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan, paid, stated } from '../loan/a-loan'

const ON = localDate('2026-11-24')

/** Twelve instalments, the last of them on a day. */
const ending = (lastDueOn: string, ...events: readonly LoanEvent[]): Loan =>
  aLoan({
    events,
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(1_200_000),
      drawnOn: addMonths(localDate(lastDueOn), -12),
      firstDueOn: addMonths(localDate(lastDueOn), -11),
      periods: 12,
      cadence: MONTHLY,
      rate: annualRate(0.12),
      firstPeriod: 'whole',
    },
  })

const demand = (on: string): LoanEvent => ({
  kind: 'interruption',
  id: 'demand',
  on: localDate(on),
  note: '',
  cause: 'demand',
})

const onDemand = (...events: readonly LoanEvent[]): Loan =>
  aLoan({
    events,
    terms: { kind: 'informal', principalFen: fen(800_000), drawnOn: localDate('2020-01-01'), rate: null, rows: [] },
  })

const sentOn = (loanId: string, on: string): Proposal => ({
  id: 'proposal',
  loanId,
  recipientId: null,
  kind: 'renegotiation',
  language: 'zh-CN',
  writtenOn: localDate(on),
  request: {
    periods: 12,
    firstDueOn: localDate(on),
    rate: null,
    holidayPeriods: 0,
    interestOnlyPeriods: 0,
    waivePenaltyPer10000: 0,
    arrears: 'spread',
    settlementPer10000: null,
  },
  cause: '',
  firstPaymentSource: '',
  replyBy: localDate(on),
  disputed: [],
  fallback: '',
  annexes: [],
  showFullId: false,
  noticeReadOn: localDate(on),
  sent: {
    on: localDate(on),
    channel: 'ems',
    trackingNumber: '',
    recipient: '',
    paper: { language: 'zh-CN', footer: '', blocks: [] },
  },
  reply: null,
})

const NOTICE = { level: 'notice', reason: 'within_three_years' }
const OVER = { level: 'strong', reason: 'over_three_years' }
const UNKNOWN = { level: 'strong', reason: 'unknown_history' }

describe('limitation warning', () => {
  it.each([
    ['the plan still runs', ending('2027-06-15'), NOTICE, '2027-06-15'],
    ['the last instalment was two years ago', ending('2024-11-25', paid('p', '2024-06-01', 1)), NOTICE, '2024-11-25'],
    ['three years to the day have passed', ending('2023-11-24'), OVER, '2023-11-24'],
    ['a day is missing to three years', ending('2023-11-25', paid('p', '2023-01-01', 1)), NOTICE, '2023-11-25'],
    ['a payment began it anew', ending('2021-03-15', paid('p', '2024-02-01', 1)), NOTICE, '2024-02-01'],
    ['a demand began it anew', ending('2021-03-15', demand('2025-05-05')), NOTICE, '2025-05-05'],
    ['even the demand is old', ending('2019-03-15', demand('2023-05-05')), OVER, '2023-05-05'],
    [
      'an old loan of which only a balance is known',
      ending('2024-01-15', stated('2026-11-23', {})),
      UNKNOWN,
      '2024-01-15',
    ],
    ['a debt on demand without history', onDemand(), UNKNOWN, null],
    ['a debt on demand with a recent payment', onDemand(paid('p', '2025-01-01', 1)), NOTICE, '2025-01-01'],
    ['what will happen later does not count', ending('2021-03-15', demand('2026-12-01')), OVER, '2021-03-15'],
  ] as const)('%s', (_, loan, risk, runsFrom) => {
    expect(limitationRisk(loan, ON, [])).toEqual({ ...risk, runsFrom })
  })

  it('begins anew with a letter that went out for this loan, not for another', () => {
    const loan = ending('2021-03-15')
    expect(limitationRisk(loan, ON, [sentOn(loan.id, '2025-01-01')])).toEqual({ ...NOTICE, runsFrom: '2025-01-01' })
    expect(limitationRisk(loan, ON, [sentOn('other', '2025-01-01')])).toEqual({ ...OVER, runsFrom: '2021-03-15' })
  })
})

describe('what starts the period', () => {
  const base = (id: string, on: string) => ({ id, on: localDate(on), note: '' })

  it('is the day the whole loan was called, not the last day of a plan that no longer runs', () => {
    const called: LoanEvent = { ...base('a', '2022-05-01'), kind: 'accelerated' }
    expect(limitationRisk(ending('2028-01-15', called), ON, [])).toMatchObject({
      level: 'strong',
      reason: 'over_three_years',
      runsFrom: '2022-05-01',
    })
  })

  it('begins anew with the notice of an assignment', () => {
    const assigned: LoanEvent = {
      ...base('a', '2025-05-01'),
      kind: 'assigned',
      toPartyId: 'fund',
      planGoesOn: false,
      verifiedOn: null,
    }
    expect(limitationRisk(ending('2022-01-15', assigned), ON, []).runsFrom).toBe('2025-05-01')
  })

  it('is not a payment the bank took back', () => {
    const returned: LoanEvent = { ...base('r', '2025-06-03'), kind: 'reversal', paymentId: 'p' }
    expect(limitationRisk(ending('2022-01-15', paid('p', '2025-06-01', 100)), ON, []).runsFrom).toBe('2025-06-01')
    expect(limitationRisk(ending('2022-01-15', paid('p', '2025-06-01', 100), returned), ON, []).runsFrom).toBe(
      '2022-01-15',
    )
  })

  it('takes a letter of this day, and none of tomorrow', () => {
    const loan = ending('2021-03-15')
    expect(limitationRisk(loan, ON, [sentOn(loan.id, '2026-11-24')])).toEqual({ ...NOTICE, runsFrom: '2026-11-24' })
    expect(limitationRisk(loan, ON, [sentOn(loan.id, '2026-11-25')])).toEqual({ ...OVER, runsFrom: '2021-03-15' })
    expect(limitationRisk(loan, ON, [{ ...sentOn(loan.id, '2025-01-01'), sent: null }])).toEqual({
      ...OVER,
      runsFrom: '2021-03-15',
    })
  })

  it('is strong from three years after the money came to the day, while nothing but the plan is known', () => {
    const drawn = (drawnOn: string) => {
      const loan = ending('2025-06-15')
      return limitationRisk({ ...loan, terms: { ...loan.terms, drawnOn: localDate(drawnOn) } }, ON, []).reason
    }
    expect(drawn('2023-11-24')).toBe('unknown_history')
    expect(drawn('2023-11-25')).toBe('within_three_years')
  })
})
