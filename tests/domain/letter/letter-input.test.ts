import { expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { PLAIN_REQUEST, type ArrangementRequest } from '#domain/extension/arrangement'
import { checkProposal } from '#domain/letter/check-proposal'
import { letterInput } from '#domain/letter/letter-input'
import { sampleIn } from '#services/sample'
import { newProposal, wordsOf } from '../../../src/renderer/features/proposals/proposal-selectors'
import { openLoans } from '../../../src/renderer/features/plan/plan-selectors'

const on = localDate('2026-11-24')
const sample = sampleIn('zh-CN', on)
const { open } = openLoans(sample, on)

/** A draft to each lender over so many months, from the same day. */
const withDrafts = (periods: number): CaseDocument => ({
  ...sample,
  proposals: open.map(({ loan, state }) => {
    const request: ArrangementRequest = {
      periods,
      firstDueOn: localDate('2026-12-17'),
      ...PLAIN_REQUEST,
    }
    return newProposal({ id: `draft-${loan.id}`, loan, state, request, language: 'zh-CN', on })
  }),
})

function inputOf(document: CaseDocument) {
  const proposal = document.proposals[0]
  const input = proposal && letterInput(document, proposal, wordsOf('zh-CN'), on)
  if (!input?.ok) throw new Error('no letter')
  return input.value
}

it('holds the budget against what is asked of all lenders together, and tells each only what the contracts ask', () => {
  const [one, all] = [
    inputOf({ ...withDrafts(36), proposals: withDrafts(36).proposals.slice(0, 1) }),
    inputOf(withDrafts(36)),
  ]
  expect(all.others.monthlyFen).toBe(one.others.monthlyFen)
  expect(one.others.askedMonthlyFen).toBe(one.others.monthlyFen)
  expect(all.others.askedMonthlyFen).toBeLessThan(one.others.monthlyFen)
  const fits = (input: typeof one) => checkProposal(input).find(({ code }) => code === 'within_budget')?.isGood
  expect([fits(one), fits(all)]).toEqual([false, true])
})

it('asks for a settlement as a change of contract, whatever the draft was before', () => {
  const { proposals, ...rest } = withDrafts(12)
  const [first] = proposals
  if (!first) throw new Error('no draft')
  const settled = { ...first, kind: 'extension' as const, request: { ...first.request, settlementPer10000: 7_000 } }
  const input = inputOf({ ...rest, proposals: [settled] })
  expect(input.proposal.kind).toBe('renegotiation')
  expect(input.arrangement.rows).toHaveLength(1)
})
