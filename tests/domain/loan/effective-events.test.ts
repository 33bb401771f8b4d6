import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { effectiveEvents } from '#domain/loan/effective-events'
import type { LoanEvent } from '#domain/loan/loan-event'
import { fen } from '#domain/money/fen'
import { paid } from './a-loan'

const day = localDate
const reversed = (on: string, paymentId: string): LoanEvent => ({
  kind: 'reversal',
  id: `r-${paymentId}`,
  on: day(on),
  note: '',
  paymentId,
})
const corrected = (on: string, paymentId: string, paidOn: string, amountFen: number): LoanEvent => ({
  kind: 'correction',
  id: `c-${paymentId}-${on}`,
  on: day(on),
  note: '',
  paymentId,
  paidOn: day(paidOn),
  amountFen: fen(amountFen),
})
const called = (on: string): LoanEvent => ({ kind: 'accelerated', id: `a-${on}`, on: day(on), note: '' })

const seen = (events: readonly LoanEvent[], on: string) =>
  effectiveEvents(events, day(on)).map((event) =>
    event.kind === 'payment' ? `${event.id} ${event.on} ${event.amountFen}` : `${event.id} ${event.on}`,
  )

describe('the events that count on a day', () => {
  it('are those up to and including the day, by day, those of one day as they were recorded', () => {
    const events = [
      paid('b', '2026-03-02', 2),
      called('2026-03-03'),
      paid('a', '2026-03-01', 1),
      paid('c', '2026-03-02', 3),
    ]
    expect(seen(events, '2026-03-02')).toEqual(['a 2026-03-01 1', 'b 2026-03-02 2', 'c 2026-03-02 3'])
    expect(seen(events, '2026-03-03').at(-1)).toBe('a-2026-03-03 2026-03-03')
    expect(seen(events, '2026-02-28')).toEqual([])
  })

  it('leave out a payment from the day it was taken back, and the taking back itself', () => {
    const events = [paid('a', '2026-03-01', 1), paid('b', '2026-03-02', 2), reversed('2026-03-05', 'a')]
    expect(seen(events, '2026-03-04')).toEqual(['a 2026-03-01 1', 'b 2026-03-02 2'])
    expect(seen(events, '2026-03-05')).toEqual(['b 2026-03-02 2'])
  })

  it('take a corrected payment as recorded until the day of the correction, then with its right amount and day', () => {
    const events = [
      paid('a', '2026-03-03', 1),
      paid('b', '2026-03-02', 2),
      corrected('2026-03-05', 'a', '2026-03-01', 9),
    ]
    expect(seen(events, '2026-03-04')).toEqual(['b 2026-03-02 2', 'a 2026-03-03 1'])
    expect(seen(events, '2026-03-05')).toEqual(['a 2026-03-01 9', 'b 2026-03-02 2'])
  })

  it('take the last of several corrections, and none of a payment that was taken back', () => {
    const twice = [
      paid('a', '2026-03-03', 1),
      corrected('2026-03-05', 'a', '2026-03-01', 9),
      corrected('2026-03-06', 'a', '2026-03-02', 8),
    ]
    expect(seen(twice, '2026-03-06')).toEqual(['a 2026-03-02 8'])
    expect(seen([...twice, reversed('2026-03-07', 'a')], '2026-03-07')).toEqual([])
  })

  it('wait for a payment corrected to a later day until that day', () => {
    const events = [paid('a', '2026-03-01', 1), corrected('2026-03-02', 'a', '2026-03-10', 5)]
    expect(seen(events, '2026-03-09')).toEqual([])
    expect(seen(events, '2026-03-10')).toEqual(['a 2026-03-10 5'])
  })
})
