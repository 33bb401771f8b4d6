import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { PaymentMade } from '#domain/loan/loan-event'
import type { LoanTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { loanEventSchema } from '#contract/dto/ledger'
import { aLoan, paid } from '../domain/loan/a-loan'
import { NOBODY } from '../../src/renderer/features/loan/loan-draft'
import {
  emptyEvent,
  eventErrors,
  eventKindsFor,
  type EventDraft,
  type EventKind,
} from '../../src/renderer/features/loan/event-draft'
import { eventFromDraft } from '../../src/renderer/features/loan/event-from-draft'

const today = localDate('2026-05-01')
const payment = paid('p', '2026-02-15', 106_619) as PaymentMade
const loan = aLoan({ events: [payment] })
const full: EventDraft = {
  ...emptyEvent(today, { id: null, name: ' 某资产公司 ', type: 'other' }),
  amountFen: fen(500_00),
  words: '截图',
}
const contextOf = (kind: EventKind) => ({ kind, loan, today, payment })
const made = (kind: EventKind, draft: Partial<EventDraft> = {}) => {
  let n = 0
  return eventFromDraft({ ...full, ...draft }, contextOf(kind), () => `id-${(n += 1)}`)
}

const KINDS: readonly EventKind[] = [
  'payment',
  'balanceStated',
  'reversal',
  'correction',
  'drawdown',
  'charge',
  'accelerated',
  'assigned',
  'subrogated',
  'settlementQuoted',
  'interruption',
]

describe('an event from its form', () => {
  it.each(KINDS)('%s is an event the contract accepts', (kind) => {
    const result = made(kind)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    expect(loanEventSchema.safeParse(result.value.event).error?.issues).toBe(undefined)
    expect(result.value.event.kind).toBe(kind)
  })

  it('names a new creditor once, and takes one on record by its id', () => {
    expect(made('assigned')).toMatchObject({
      ok: true,
      value: { event: { toPartyId: 'id-1', verifiedOn: null }, parties: [{ id: 'id-1', name: '某资产公司' }] },
    })
    const known = { id: 'guarantor', name: '某担保', type: 'guarantor' } as const
    expect(made('subrogated', { party: known })).toMatchObject({
      ok: true,
      value: { event: { byPartyId: 'guarantor', paidOutFen: 500_00 }, parties: [] },
    })
  })

  it('writes a payment of what is due as it always was, and says what another one is for', () => {
    const due = made('payment')
    expect(due.ok && 'purpose' in due.value.event).toBe(false)
    expect(made('payment', { purpose: 'settle' })).toMatchObject({ value: { event: { purpose: 'settle' } } })
  })

  it('corrects a payment from today on, with the day and the amount really paid', () => {
    const on = localDate('2026-02-16')
    expect(made('correction', { on })).toMatchObject({
      value: { event: { on: today, paidOn: on, paymentId: 'p', amountFen: 500_00 } },
    })
  })

  it('tells by field what cannot be', () => {
    const errors = (kind: EventKind, draft: Partial<EventDraft>) => eventErrors({ ...full, ...draft }, contextOf(kind))
    expect(errors('payment', { on: null, amountFen: null })).toEqual({
      on: 'date_missing',
      amountFen: 'amount_missing',
    })
    expect(errors('charge', { amountFen: fen(0) })).toEqual({ amountFen: 'amount_zero' })
    expect(errors('balanceStated', { amountFen: fen(0) })).toEqual({})
    expect(errors('accelerated', { on: localDate('2026-05-02') })).toEqual({ on: 'date_future' })
    expect(errors('drawdown', { on: localDate('2026-01-14') })).toEqual({ on: 'date_before_loan' })
    expect(errors('reversal', { on: localDate('2026-02-14') })).toEqual({ on: 'date_before_payment' })
    expect(errors('assigned', { party: NOBODY })).toEqual({ party: 'party_missing' })
    expect(errors('assigned', { verifiedOn: localDate('2026-04-30') })).toEqual({ verifiedOn: 'verified_before_event' })
    expect(errors('settlementQuoted', { validUntil: localDate('2026-04-30') })).toEqual({
      validUntil: 'valid_before_quote',
    })
  })
})

describe('the events offered', () => {
  const offered = (terms: LoanTerms) => {
    const { usual, others } = eventKindsFor(aLoan({ terms }))
    return [...usual, ...others]
  }
  const drawn = { principalFen: fen(100), drawnOn: localDate('2026-01-15') }

  it('have drawing only where more can be drawn, and calling the loan only where there is a plan', () => {
    expect(offered(loan.terms)).not.toContain('drawdown')
    expect(offered(loan.terms)).toContain('accelerated')
    const card = offered({
      kind: 'revolving',
      ...drawn,
      rate: annualRate(0.18),
      limitFen: null,
      statementDay: 5,
      due: { by: 'daysAfter', days: 20 },
      minimum: { by: 'fixed', amountFen: fen(100) },
      interestOn: 'wholeStatement',
      compounds: false,
    })
    expect(card).toContain('drawdown')
    expect(card).not.toContain('accelerated')
  })

  it('are few between friends', () => {
    const friends = offered({ kind: 'informal', ...drawn, rate: null, rows: [] })
    expect(friends).toEqual(['payment', 'balanceStated', 'assigned', 'interruption'])
  })
})
