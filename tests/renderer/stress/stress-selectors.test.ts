import { localDate } from '#domain/calendar/local-date'
import { defaultRequest } from '#domain/extension/default-request'
import type { Proposal } from '#domain/letter/proposal'
import { fen } from '#domain/money/fen'
import { sampleCase } from '#domain/sample/sample-case'
import zhCN from '#resources/sample-case/zh-CN.json'
import { describe, expect, it } from 'vitest'
import { horizonOf, openLoans, type PlanQuestion } from '../../../src/renderer/features/plan/plan-selectors'
import { newProposal } from '../../../src/renderer/features/proposals/proposal-selectors'
import {
  aboutShare,
  askable,
  askedLender,
  draftFor,
  refusals,
  shockRows,
  targeted,
  testedPlan,
} from '../../../src/renderer/features/stress/stress-selectors'

const on = localDate('2026-11-24')
const document = sampleCase(zhCN, on)
const { open } = openLoans(document, on)
const question: PlanQuestion = { document, open, on, horizonMonths: horizonOf(open) }
const [first, second] = [open[0]!, open[1]!]

function draft(index: number, changes: Partial<Proposal> = {}): Proposal {
  const item = open[index]!
  const request = { ...defaultRequest(item.loan, item.state, document.budget, on), periods: 30 }
  return {
    ...newProposal({ id: `p${index}`, loan: item.loan, state: item.state, request, language: 'zh-CN', on }),
    ...changes,
  }
}

const sent: Proposal['sent'] = {
  on,
  channel: 'ems',
  trackingNumber: '',
  recipient: '',
  paper: { language: 'zh-CN', footer: '', blocks: [] },
}

describe('what is tested', () => {
  it('is the contracts, or what drafts ask in their place, over so many months', () => {
    const asked = testedPlan(question, [draft(0)], { basis: 'asked', months: 24, paysEarly: false })
    expect(asked.loans.map(({ arrangement }) => arrangement?.rows.length ?? 0)).toEqual([30, 0, 0, 0, 0])
    expect(asked.horizonMonths).toBe(24)
    expect(asked.settings.strategy).toBe('minimumsOnly')
    const contracts = testedPlan(question, [draft(0)], { basis: 'contracts', months: 12, paysEarly: true })
    expect(contracts.loans.some(({ arrangement }) => arrangement)).toBe(false)
    expect(contracts.settings.strategy).toBe(document.plan.strategy)
  })

  it('shows the plan first, then each shock, with a refusal for each request', () => {
    const plan = testedPlan(question, [draft(0), draft(1)], { basis: 'asked', months: 24, paysEarly: false })
    const shocks = refusals(plan)
    expect(shocks).toEqual([
      { kind: 'refusal', loanId: first.loan.id },
      { kind: 'refusal', loanId: second.loan.id },
    ])
    const rows = shockRows(plan, shocks)
    expect(rows.map(({ shock }) => shock?.kind ?? 'none')).toEqual(['none', 'refusal', 'refusal'])
  })
})

describe('whose offer is looked for', () => {
  it('is everybody while nothing is drafted, then those with a draft; never who has a letter or is asked for a lump sum', () => {
    expect(targeted(askable([], open), null)).toHaveLength(5)
    const withDrafts = askable([draft(0), draft(1)], open)
    expect(targeted(withDrafts, null).map(({ item }) => item.loan.id)).toEqual([first.loan.id, second.loan.id])
    expect(targeted(withDrafts, open[3]!.loan.id).map(({ item }) => item.loan.id)).toEqual([open[3]!.loan.id])
    const waiting = askable([draft(0, { sent }), draft(1)], open)
    expect(waiting.map(({ item }) => item.loan.id)).not.toContain(first.loan.id)
    const lump = draft(0)
    const settlement = { ...lump, request: { ...lump.request, settlementPer10000: 6_000 } }
    expect(askable([settlement], open).map(({ item }) => item.loan.id)).not.toContain(first.loan.id)
    expect(draftFor([draft(0, { sent }), draft(1)], first.loan.id)).toBeNull()
  })

  it('starts from the draft’s own terms and share, and from usual ones where there is none', () => {
    const [mine, other] = askable([draft(0)], open)
    const asked = askedLender(mine!, document, on)
    expect(asked.request).toEqual(draft(0).request)
    expect(asked.weightFen).toBeLessThan(first.state.nextDueFen)
    const usual = askedLender(other!, document, on)
    expect(usual.weightFen).toBe(second.state.nextDueFen)
    for (const { leastPeriods, mostPeriods } of [asked, usual]) {
      expect(leastPeriods).toBeGreaterThan(0)
      expect(mostPeriods).toBeGreaterThanOrEqual(leastPeriods)
    }
    const late = draft(0)
    const past = { ...late, request: { ...late.request, firstDueOn: localDate('2026-11-01') } }
    expect(askedLender(askable([past], open)[0]!, document, on).request.firstDueOn).toBe(on)
    expect(asked.weightFen).toBeGreaterThanOrEqual(fen(1))
  })
})

it('says shares in whole per cent and never rounds to certainty', () => {
  expect(aboutShare(8_996, 10_000)).toEqual({ kind: 'about', percent: 90 })
  expect(aboutShare(9_999, 10_000)).toEqual({ kind: 'over99' })
  expect(aboutShare(3, 10_000)).toEqual({ kind: 'under1' })
  expect(aboutShare(10_000, 10_000)).toEqual({ kind: 'all' })
  expect(aboutShare(0, 10_000)).toEqual({ kind: 'none' })
})
