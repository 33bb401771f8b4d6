import { expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { LoanEvent } from '#domain/loan/loan-event'
import { newCreditorId } from '#domain/loan/transfer'
import { recipientOf } from '#domain/letter/recipient'
import { fen } from '#domain/money/fen'
import { inputFor } from '../letter/fixtures'
import { aLoan } from './a-loan'

const assigned = (on: string, toPartyId: string): LoanEvent => ({
  kind: 'assigned',
  id: `a-${on}`,
  on: localDate(on),
  note: '',
  toPartyId,
  planGoesOn: false,
  verifiedOn: null,
})
const paidOut = (on: string, byPartyId: string): LoanEvent => ({
  kind: 'subrogated',
  id: `s-${on}`,
  on: localDate(on),
  note: '',
  byPartyId,
  paidOutFen: fen(100),
  verifiedOn: null,
})

it('the new creditor is the one of the last transfer on record, else the one named with the loan, else nobody', () => {
  expect(newCreditorId(aLoan())).toBeNull()
  const { parties } = aLoan()
  const named = aLoan({ parties: { ...parties, currentCreditorId: 'old-fund' } })
  expect(newCreditorId(named)).toBe('old-fund')
  expect(newCreditorId({ ...named, events: [assigned('2026-05-01', 'fund')] })).toBe('fund')
  const events = [assigned('2026-07-01', 'buyer'), paidOut('2026-05-01', 'insurer')]
  expect(newCreditorId({ ...named, events })).toBe('buyer')
})

it('a letter without a chosen recipient goes to the new creditor', () => {
  const letter = inputFor()
  const [party] = letter.parties
  if (!party) throw new Error('no party')
  const buyer = { ...party, id: 'buyer', name: 'buyer' }
  const open = {
    proposal: { ...letter.proposal, recipientId: null },
    loan: { ...letter.loan, events: [...letter.loan.events, assigned('2026-11-01', 'buyer')] },
    parties: [...letter.parties, buyer],
  }
  expect(recipientOf(open)?.id).toBe('buyer')
  expect(recipientOf({ ...open, loan: letter.loan })?.id).not.toBe('buyer')
})
