import { expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { LoanEvent } from '#domain/loan/loan-event'
import { fen } from '#domain/money/fen'
import { emptyDocument } from '#services/document/empty-document'
import { eventIssues } from '#services/document/event-issues'
import { recordEvent, removeEvent, removeParty } from '#services/ledger-service'
import { BANK } from '../../conformance/inputs'
import { aLoan, paid } from '../../domain/loan/a-loan'

const base = { id: 'e', on: localDate('2026-03-01'), note: '' }
const early = localDate('2026-01-14')
const said = (...events: readonly LoanEvent[]): readonly string[] =>
  eventIssues(aLoan({ events }), new Set(['bank'])).map(({ path, issue }) => `${path}: ${issue}`)

it('lets every sound event pass', () => {
  expect(
    said(
      paid('p', '2026-02-15', 100),
      { ...base, kind: 'correction', paymentId: 'p', paidOn: localDate('2026-02-16'), amountFen: fen(1) },
      { ...base, kind: 'charge', what: 'expense', amountFen: fen(1) },
      { ...base, kind: 'accelerated' },
      { ...base, kind: 'assigned', toPartyId: 'bank', planGoesOn: true, verifiedOn: null },
      { ...base, kind: 'settlementQuoted', source: '', amountFen: fen(1), validUntil: null },
    ),
  ).toEqual([])
})

it('names a payment, a party, an amount and a day that cannot be', () => {
  expect(said({ ...base, kind: 'correction', paymentId: 'x', paidOn: early, amountFen: fen(0) })).toEqual([
    'events.0.paidOn: payment_before_loan',
    'events.0.amountFen: amount_of_nothing',
    'events.0.paymentId: unknown_payment',
  ])
  expect(said({ ...base, kind: 'subrogated', byPartyId: 'x', paidOutFen: fen(0), verifiedOn: null })).toEqual([
    'events.0.paidOutFen: amount_of_nothing',
    'events.0.partyId: unknown_party',
  ])
  expect(said({ ...base, on: early, kind: 'accelerated' })).toEqual(['events.0.on: event_before_loan'])
  expect(said({ ...base, kind: 'drawdown', what: 'cash', amountFen: fen(1) })).toEqual([
    'events.0.kind: drawdown_not_of_this_kind',
  ])
})

const newCreditor = { ...BANK, id: 'fund' }
const assigned: LoanEvent = { ...base, kind: 'assigned', toPartyId: 'fund', planGoesOn: false, verifiedOn: null }
const document = { ...emptyDocument(0), loans: [aLoan({ events: [paid('p', '2026-02-15', 100)] })] }

it('records an event together with the party it names, replaces it by its id, and keeps that party', () => {
  const recorded = recordEvent('loan', [assigned], [newCreditor])(document)
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error))
  expect(recorded.value.parties).toEqual([newCreditor])
  const verified = recordEvent('loan', [{ ...assigned, verifiedOn: base.on }])(recorded.value)
  expect(verified.ok && verified.value.loans[0]?.events.slice(1)).toEqual([{ ...assigned, verifiedOn: base.on }])
  expect(removeParty('fund')(recorded.value)).toMatchObject({ ok: false, error: { code: 'in_use', count: 1 } })
  expect(recordEvent('loan', [assigned])(document).ok).toBe(false)
})

it('takes the corrections and the return of a payment away with it', () => {
  const amended = [
    paid('p', '2026-02-15', 100),
    { ...base, id: 'c', kind: 'correction' as const, paymentId: 'p', paidOn: base.on, amountFen: fen(1) },
    { ...base, id: 'r', kind: 'reversal' as const, paymentId: 'p' },
  ]
  const removed = removeEvent('loan', 'p')({ ...document, loans: [aLoan({ events: amended })] })
  expect(removed.ok && removed.value.loans[0]?.events).toEqual([])
})
