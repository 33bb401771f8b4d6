import type { CaseDocument } from '#domain/case-document'
import { regularInstalmentFen } from '#domain/extension/arrange'
import { defaultRequest, remainingPeriods } from '#domain/extension/default-request'
import type { Proposal } from '#domain/letter/proposal'
import type { LoanId } from '#domain/loan/loan'
import { maxFen, fen, type Fen } from '#domain/money/fen'
import type { PlanInput } from '#domain/plan/simulate-plan'
import { applyShock, effectOf } from '#domain/stress/apply-shock'
import type { AskedLender } from '#domain/stress/kept-offer'
import type { Shock, ShockEffect } from '#domain/stress/shock'
import { mostPeriods } from '../plan/extension-selectors'
import {
  NO_ARRANGEMENTS,
  pendingArrangements,
  planInput,
  type OpenLoan,
  type PlanQuestion,
} from '../plan/plan-selectors'

/** What the shocks and the imagined months are tried on. */
export interface Tested {
  /** With what drafts and letters on their way ask, or as the contracts stand. */
  readonly basis: 'asked' | 'contracts'
  readonly months: number
  /** Money beyond what is required goes into early payment by the plan's strategy, instead of staying as a cushion. */
  readonly paysEarly: boolean
}

/** The plan that is tested. */
export function testedPlan(
  question: PlanQuestion,
  proposals: readonly Proposal[],
  { basis, months, paysEarly }: Tested,
): PlanInput {
  const arrangements = basis === 'asked' ? pendingArrangements(proposals, question.open, null) : NO_ARRANGEMENTS
  const strategy = paysEarly ? question.document.plan.strategy : 'minimumsOnly'
  return { ...planInput(question, strategy, arrangements), horizonMonths: months }
}

export interface ShockRow {
  readonly shock: Shock | null
  readonly effect: ShockEffect
}

/** The plan as it is, then with each shock. */
export const shockRows = (plan: PlanInput, shocks: readonly Shock[]): readonly ShockRow[] => [
  { shock: null, effect: effectOf(plan) },
  ...shocks.map((shock) => ({ shock, effect: effectOf(applyShock(plan, shock)) })),
]

/** One refusal for each request that counts as agreed in the plan. */
export const refusals = (plan: PlanInput): readonly Shock[] =>
  plan.loans.flatMap(({ loan, arrangement }) => (arrangement ? [{ kind: 'refusal' as const, loanId: loan.id }] : []))

/** Whose offers are looked for: one lender's, or (null) those to all that can still be asked. */
export type OfferTarget = LoanId | null

/** A lender whose letter is not written or not sent: what it is asked can still be changed. */
export interface Askable {
  readonly item: OpenLoan
  readonly draft: Proposal | null
}

/** The draft to a lender that is not sent yet. */
export const draftFor = (proposals: readonly Proposal[], loanId: LoanId): Proposal | null =>
  proposals.find((proposal) => proposal.loanId === loanId && proposal.sent === null) ?? null

/** Lump sums have no instalments to scale. */
const isSettlement = ({ request }: Proposal): boolean => request.settlementPer10000 !== null

export function askable(proposals: readonly Proposal[], open: readonly OpenLoan[]): readonly Askable[] {
  return open.flatMap((item) => {
    const own = proposals.filter(({ loanId }) => loanId === item.loan.id)
    const waits = own.some(({ sent, reply }) => sent !== null && (reply === null || reply.kind === 'agreed'))
    const draft = draftFor(own, item.loan.id)
    return waits || (draft && isSettlement(draft)) ? [] : [{ item, draft }]
  })
}

/** All: those that a draft is being written to, or everybody while there is none. */
export function targeted(all: readonly Askable[], target: OfferTarget): readonly Askable[] {
  if (target !== null) return all.filter(({ item }) => item.loan.id === target)
  const drafted = all.filter(({ draft }) => draft !== null)
  return drafted.length > 0 ? drafted : all
}

/** What the search starts from: the draft's terms, or usual ones; each lender's part as it is offered or asked now. */
export function askedLender(
  { item, draft }: Askable,
  { budget }: Pick<CaseDocument, 'budget'>,
  on: PlanInput['on'],
): AskedLender {
  const { loan, state, quoted } = item
  const wanted = draft?.request ?? defaultRequest(loan, state, budget, on)
  const request = wanted.firstDueOn < on ? { ...wanted, firstDueOn: on } : wanted
  const most = mostPeriods(item)
  const head = request.holidayPeriods + request.interestOnlyPeriods
  const regular = regularInstalmentFen(loan, quoted, request)
  const offered = regular.ok ? regular.value : fen(1)
  return {
    loan,
    quoted,
    request,
    weightFen: maxFen(fen(1), draft ? offered : state.nextDueFen || offered),
    leastPeriods: Math.max(head + 1, Math.min(most, remainingPeriods(state), draft?.request.periods ?? most)),
    mostPeriods: Math.max(most, head + 1),
  }
}

/** A share of paths in words without false precision: whole per cent, and the ends said apart. */
export type AboutShare =
  { readonly kind: 'all' | 'none' | 'over99' | 'under1' } | { readonly kind: 'about'; readonly percent: number }

export function aboutShare(count: number, paths: number): AboutShare {
  const percent = Math.round((count / paths) * 100)
  if (count === paths) return { kind: 'all' }
  if (count === 0) return { kind: 'none' }
  if (percent === 100) return { kind: 'over99' }
  if (percent === 0) return { kind: 'under1' }
  return { kind: 'about', percent }
}

/** Cash and debts of one imagined month as a table prints them. */
export interface FanRow {
  readonly month: string
  readonly p10: Fen
  readonly p50: Fen
  readonly p90: Fen
}

export const fanRows = (
  months: readonly string[],
  fan: { readonly p10: readonly Fen[]; readonly p50: readonly Fen[]; readonly p90: readonly Fen[] },
): readonly FanRow[] =>
  months.map((month, at) => ({
    month,
    p10: fan.p10[at] ?? fen(0),
    p50: fan.p50[at] ?? fen(0),
    p90: fan.p90[at] ?? fen(0),
  }))
