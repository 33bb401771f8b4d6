import { expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { contactFacts } from '#domain/contact/contact-facts'
import type { Loan } from '#domain/loan/loan'
import { fen } from '#domain/money/fen'
import { emptyDocument } from '#services/document/empty-document'
import { aLoan } from '../loan/a-loan'
import { aContact } from './a-contact'

const loan = (id: string, creditor: string, collector: string | null, change: Partial<Loan> = {}): Loan => {
  const plain = aLoan()
  return {
    ...plain,
    id,
    parties: {
      ...plain.parties,
      contractLenders: [{ partyId: creditor, sharePer10000: null }],
      collectorId: collector,
    },
    ...change,
  }
}

const withIt = (change: Partial<CaseDocument>): CaseDocument => ({ ...emptyDocument(0), ...change })
const AGENCY_NUMBER = { id: 'n', key: '2160000001', holder: 'collector', partyId: 'agency', name: '' } as const

test('an agency stands for the one lender it collects for, by whatever number it calls', () => {
  const { institutionOf } = contactFacts(withIt({ loans: [loan('a', 'bank', 'agency')], numbers: [AGENCY_NUMBER] }))
  expect(institutionOf(aContact({ number: '021-60000001' }))).toBe('bank')
  expect(institutionOf(aContact({ number: '', byPartyId: 'agency' }))).toBe('bank')
  expect(institutionOf(aContact({ number: '13900000009', byPartyId: 'bank' }))).toBe('bank')
  expect(institutionOf(aContact({ number: '13900000009' }))).toBeNull()
})

test('an agency of several lenders stands for itself, unless the contact names the loan', () => {
  const loans = [loan('a', 'bank', 'agency'), loan('b', 'micro', 'agency')]
  const { institutionOf } = contactFacts(withIt({ loans, numbers: [AGENCY_NUMBER] }))
  expect(institutionOf(aContact({ number: '021-60000001' }))).toBe('agency')
  expect(institutionOf(aContact({ number: '021-60000001', loanId: 'b' }))).toBe('micro')
  expect(institutionOf(aContact({ number: '', loanId: 'a' }))).toBe('bank')
})

test('a contact is proven by an exhibit with a file, not by an empty one', () => {
  const exhibit = {
    id: 'e',
    title: '',
    contactIds: ['contact'],
    source: '',
    proves: '',
    originalKept: '',
    madeOn: null,
    showsOthers: false,
  }
  const of = (attachmentIds: string[]) => contactFacts(withIt({ exhibits: [{ ...exhibit, attachmentIds }] }))
  expect(of(['file']).hasEvidence(aContact())).toBe(true)
  expect(of([]).hasEvidence(aContact())).toBe(false)
})

test('agreed card instalments count as kept while nothing of them is overdue, and only for their own bank', () => {
  const on = localDate('2026-10-01')
  const row = (n: number, dueOn: string) => ({
    n,
    dueOn: localDate(dueOn),
    principalFen: fen(1000),
    interestFen: fen(0),
    feeFen: fen(0),
    totalFen: fen(1000),
  })
  const card = loan('card', 'bank', null, {
    product: 'creditCard',
    events: [
      {
        kind: 'rearranged',
        id: 'r',
        on,
        note: '',
        proposalId: null,
        means: 'writtenSupplement',
        reference: '',
        condition: '',
        breach: '',
        rows: [row(1, '2026-11-10'), row(2, '2026-12-10')] as never,
        waivedFen: fen(0),
      },
    ],
  })
  const { isKeptInstalment } = contactFacts(withIt({ loans: [card] }))
  const call = (day: string, byPartyId: string | null = 'bank') =>
    isKeptInstalment(aContact({ on: localDate(day), byPartyId, number: '' }))
  expect(call('2026-09-20')).toBe(false)
  expect(call('2026-11-05')).toBe(true)
  expect(call('2026-11-20')).toBe(false)
  expect(call('2026-11-05', 'other')).toBe(false)
  expect(call('2026-11-05', null)).toBeNull()
})
