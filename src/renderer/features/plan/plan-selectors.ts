import type { CaseDocument } from '#domain/case-document'
import type { LocalDate } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import type { Arrangement, ArrangementError, ArrangementRequest } from '#domain/extension/arrangement'
import { letterState } from '#domain/letter/letter-state'
import type { Proposal } from '#domain/letter/proposal'
import { contractOn } from '#domain/loan/agreed-contract'
import type { Loan, LoanId } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import { stateOn } from '#domain/loan/state-on'
import type { Fen } from '#domain/money/fen'
import { STRATEGIES, type PlanResult, type Strategy } from '#domain/plan/plan'
import { simulatePlan, type PlanInput } from '#domain/plan/simulate-plan'
import type { Result } from '#domain/result'

export interface OpenLoan {
  /** Under the contract in force: the agreed plan, where there is one. */
  readonly loan: Loan
  readonly state: LoanState
  /** What a request starts from: the lender's own figures while nothing has moved since, as the letter quotes them. */
  readonly quoted: LoanState
  /** Requests whose terms have become the contract. */
  readonly agreedProposals: ReadonlySet<string>
}

export interface OpenLoans {
  readonly open: readonly OpenLoan[]
  /** Contracts that cannot be computed: named on the page, never silently left out. */
  readonly unreadable: readonly Loan[]
}

export type Arrangements = ReadonlyMap<LoanId, Arrangement>

export const NO_ARRANGEMENTS: Arrangements = new Map()

/** The loans of the case with something still owed, each folded to the day. */
export function openLoans(document: Pick<CaseDocument, 'loans'>, on: LocalDate): OpenLoans {
  const open: OpenLoan[] = []
  const unreadable: Loan[] = []
  for (const loan of document.loans) {
    if (loan.isArchived) continue
    const state = stateOn(loan, on)
    const quoted = letterState(loan, on)
    if (!state.ok || !quoted.ok) unreadable.push(loan)
    else if (state.value.owedFen > 0)
      open.push({
        loan: contractOn(loan, on),
        state: state.value,
        quoted: quoted.value,
        agreedProposals: agreedProposalsOf(loan),
      })
  }
  return { open, unreadable }
}

const LEAST_HORIZON = 120
const MOST_HORIZON = 360

/** Months the page looks ahead: ten years, or as long as the longest contract or request and a year. */
export function horizonOf(open: readonly OpenLoan[], arrangements: Arrangements = NO_ARRANGEMENTS): number {
  const longest = Math.max(
    0,
    ...open.map(({ state }) => state.rows.filter((row) => row.dueOn > state.on).length),
    ...[...arrangements.values()].map(({ rows }) => rows.length),
  )
  return Math.min(MOST_HORIZON, Math.max(LEAST_HORIZON, Math.ceil((longest + 12) / 12) * 12))
}

export interface PlanQuestion {
  readonly document: Pick<CaseDocument, 'budget' | 'plan'>
  readonly open: readonly OpenLoan[]
  readonly on: LocalDate
  readonly horizonMonths: number
}

/** The simulator's input for a strategy, with requests put in place of the contracts they would change. */
export function planInput(
  { document, open, on, horizonMonths }: PlanQuestion,
  strategy: Strategy,
  arrangements: Arrangements = NO_ARRANGEMENTS,
): PlanInput {
  return {
    on,
    horizonMonths,
    budget: document.budget,
    settings: { ...document.plan, strategy },
    loans: open.map(({ loan, state }) => {
      const arrangement = arrangements.get(loan.id)
      return arrangement ? { loan, state, arrangement } : { loan, state }
    }),
  }
}

export interface StrategyRow {
  readonly id: Strategy | 'ask'
  readonly result: PlanResult
}

/** The ways offered on the overview: the usual four and the chosen one. All of them stand on the page that compares. */
export const usualStrategies = (chosen: Strategy): readonly Strategy[] =>
  STRATEGIES.filter((id) => USUAL.has(id) || id === chosen)

const USUAL: ReadonlySet<Strategy> = new Set(['minimumsOnly', 'avalanche', 'snowball', 'ownOrder'])

/** The usual ways with the same money and no request. */
export const strategyRows = (question: PlanQuestion): readonly StrategyRow[] =>
  usualStrategies(question.document.plan.strategy).map((id) => ({ id, result: simulatePlan(planInput(question, id)) }))

/** A request to one lender, to the fen as its letter will print it. */
export const arrangeFor = (
  { loan, quoted }: OpenLoan,
  request: ArrangementRequest,
): Result<Arrangement, ArrangementError> => arrange(loan, quoted, request)

/** Requests of drafts and of letters still waiting, the newest for each loan, as contracts they would become. */
export function pendingArrangements(
  proposals: readonly Proposal[],
  open: readonly OpenLoan[],
  except: LoanId | null,
): Arrangements {
  const pending = new Map<LoanId, Arrangement>()
  for (const item of open) {
    const { loan } = item
    if (loan.id === except) continue
    const proposal = newestPending(proposals, loan.id)
    // Terms that were agreed are the contract already (`contractOn`).
    if (!proposal || item.agreedProposals.has(proposal.id)) continue
    const made = arrangeFor(item, proposal.request)
    if (made.ok) pending.set(loan.id, made.value)
  }
  return pending
}

const agreedProposalsOf = ({ events }: Loan): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => (event.kind === 'rearranged' && event.proposalId !== null ? [event.proposalId] : [])),
  )

const newestPending = (proposals: readonly Proposal[], loanId: LoanId): Proposal | undefined =>
  proposals
    .filter(({ loanId: id, reply }) => id === loanId && (reply === null || reply.kind === 'agreed'))
    .reduce<Proposal | undefined>(
      (newest, proposal) => (newest === undefined || proposal.writtenOn >= newest.writtenOn ? proposal : newest),
      undefined,
    )

/** Loans in the user's own order: those placed first, then the rest as entered. */
export function ownOrder(open: readonly OpenLoan[], order: readonly LoanId[]): readonly OpenLoan[] {
  const place = (id: LoanId) => (order.includes(id) ? order.indexOf(id) : order.length)
  return open
    .map((item, at) => ({ item, at }))
    .sort((left, right) => place(left.item.loan.id) - place(right.item.loan.id) || left.at - right.at)
    .map(({ item }) => item)
}

/** The order with one loan moved a place up (−1) or down (+1). */
export function moved(order: readonly LoanId[], id: LoanId, by: -1 | 1): readonly LoanId[] {
  const at = order.indexOf(id)
  const other = order[at + by]
  if (at === -1 || other === undefined) return order
  return order.map((candidate, index) => (index === at ? other : index === at + by ? id : candidate))
}

/** What is still owed at a month's end; nothing once the plan has ended. */
export const balanceIn = (result: PlanResult, at: number): Fen =>
  result.months[at]?.balanceFen ??
  ((result.debtFreeMonth === null ? (result.months.at(-1)?.balanceFen ?? 0) : 0) as Fen)

/** Months the chart shows: until the last line that ends has ended, and no more than ten years. */
export function chartMonths(results: readonly PlanResult[]): readonly string[] {
  const longest = results.reduce<readonly string[]>((best, { months }) => {
    const texts = months.map(({ month }) => month)
    return texts.length > best.length ? texts : best
  }, [])
  const ends = results.flatMap(({ debtFreeMonth, months }) => (debtFreeMonth === null ? [] : [months.length + 3]))
  const wanted = ends.length === results.length ? Math.max(...ends) : Math.max(60, ...ends)
  return longest.slice(0, Math.min(120, wanted))
}
