import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { loanSchema } from '#contract/dto/ledger'
import { sampleIn } from '#services/sample'
import { draftOf } from '../../src/renderer/features/loan/draft-of'
import { loanFromDraft } from '../../src/renderer/features/loan/loan-from-draft'
import { aLoan } from '../domain/loan/a-loan'
import { anyDebit, anyDefaultTerms, anyFees, anyPrepayment, anyTerms } from './a-contract'

const today = localDate('2026-11-24')
const sample = sampleIn('zh-CN', today)
let ids = 0
const newId = (): string => `new-${(ids += 1)}`

it('loses nothing of any kind of loan when the form is saved without a change', () => {
  for (const loan of sample.loans) {
    const made = loanFromDraft(draftOf(loan, sample.parties, today), loan, sample.parties, today, newId)
    if (!made.ok) throw new Error(`${loan.id}: ${JSON.stringify(made.error)}`)
    expect(made.value.loan).toEqual(loan)
  }
})

it('keeps every repayment agreed with a friend, and asks for what a row lacks', () => {
  const friend = sample.loans.find((loan) => loan.terms.kind === 'informal')
  if (friend?.terms.kind !== 'informal') throw new Error('the sample has a friend')
  const draft = draftOf(friend, sample.parties, today)
  expect(draft.repayments).toHaveLength(friend.terms.rows.length)
  const more = { ...draft, repayments: [...draft.repayments, { dueOn: localDate('2026-12-01'), amountFen: null }] }
  const refused = loanFromDraft(more, friend, sample.parties, today, newId)
  expect(refused.ok ? null : refused.error.repayments).toBe('repayment_incomplete')
  const onDemand = loanFromDraft({ ...draft, repayments: [] }, friend, sample.parties, today, newId)
  expect(onDemand.ok ? onDemand.value.loan.terms : null).toMatchObject({ kind: 'informal', rows: [] })
  const once = { ...draft, repayments: [{ dueOn: localDate('2027-06-30'), amountFen: fen(800_000) }] }
  const made = loanFromDraft(once, friend, sample.parties, today, newId)
  expect(made.ok ? made.value.loan.terms : null).toMatchObject({ rows: once.repayments })
})

it('loses nothing of any contract: every kind, every trait, every clause about lateness, early payment and debit', () => {
  fc.assert(
    fc.property(
      anyTerms,
      anyDefaultTerms,
      anyPrepayment,
      anyDebit,
      anyFees,
      (terms, defaultTerms, prepayment, debit, recurringFees) => {
        const { principalFen: receivedFen } = terms
        const loan = structuredClone(aLoan({ terms, receivedFen, defaultTerms, prepayment, debit, recurringFees }))
        expect(loanSchema.safeParse(loan).success).toBe(true)
        const made = loanFromDraft(draftOf(loan, [], today), loan, [], today, newId)
        // Strict: an absent field stays absent, so the saved document is the same text.
        expect(made.ok ? made.value.loan : made.error).toStrictEqual(loan)
      },
    ),
    { numRuns: 400 },
  )
})
