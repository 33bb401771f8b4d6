import type { LoanOrder } from '../priority'
import type { CompiledPlan } from './compiled-plan'
import { payableEarly, payEarly, worthPayingEarly } from './early'
import { freeOf } from './hold-back'
import { dueNow, owedOn, type PathState } from './path-state'
import { closeLoan, openLoan, payRequired, payWhole } from './postings'
import { shareInto } from './shares'

/** What everyone is offered first when it is not enough (`tokenOffers`): 100 yuan. */
export const TOKEN_FEN = 10_000

/**
 * One month of every loan with the money there is: post, pay what is required (by priority when it is not enough), put the
 * rest where the strategy says as far as coming months do not need it, close. Returns what was paid. `money` below zero
 * counts as none.
 */
export function runStep(plan: CompiledPlan, state: PathState, step: number, money: number): number {
  const { loanCount, priorities } = plan
  let required = 0
  for (let loan = 0; loan < loanCount; loan += 1) required += openLoan(plan, state, step, loan)
  const available = Math.max(0, money)
  const mayPayEarly = plan.mayPayEarly[step] === 1
  let left = available
  if (plan.prescribed) left = payPrescribed(plan, state, step, left, plan.prescribed, mayPayEarly)
  else {
    left = payAllRequired(plan, state, step, left, required)
    if (left > 0 && mayPayEarly && priorities.early) left -= payAllEarly(plan, state, step, left, priorities.early)
  }
  for (let loan = 0; loan < loanCount; loan += 1) closeLoan(plan, state, step, loan)
  return available - left
}

function payAllRequired(plan: CompiledPlan, state: PathState, step: number, money: number, required: number): number {
  const { loanCount, priorities } = plan
  let left = money
  if (left >= required) {
    for (let loan = 0; loan < loanCount; loan += 1) payWhole(state, loan)
    return left - required
  }
  if (left === 0) return 0
  if (typeof priorities.required === 'string') return shareRequired(plan, state, left, priorities.required)
  let count = 0
  for (let loan = 0; loan < loanCount; loan += 1) if ((state.required[loan] ?? 0) > 0) state.order[count++] = loan
  sort(plan, state, step, priorities.required, count)
  for (let at = 0; at < count && left > 0; at += 1) left = payRequired(plan, state, state.order[at] ?? 0, left)
  return left
}

/** Less than is required: a share for each of those who ask, in proportion, a token first where that is the strategy. */
function shareRequired(plan: CompiledPlan, state: PathState, money: number, how: 'proRata' | 'token'): number {
  const { loanCount } = plan
  let left = money
  if (how === 'token') {
    for (let loan = 0; loan < loanCount; loan += 1) state.weight[loan] = Math.min(TOKEN_FEN, state.required[loan] ?? 0)
    left -= payShares(plan, state, left)
    if (left === 0) return 0
  }
  for (let loan = 0; loan < loanCount; loan += 1) state.weight[loan] = dueNow(plan, state, loan)
  return left - payShares(plan, state, left)
}

/** Pays each its weight, or when it is not enough for that a share in proportion to it. Returns what was paid. */
function payShares(plan: CompiledPlan, state: PathState, money: number): number {
  const { loanCount } = plan
  let asked = 0
  for (let loan = 0; loan < loanCount; loan += 1) asked += state.weight[loan] ?? 0
  if (money >= asked) state.share.set(state.weight)
  else shareInto(money, state.weight, loanCount, state.share)
  for (let loan = 0; loan < loanCount; loan += 1)
    if ((state.share[loan] ?? 0) > 0) payRequired(plan, state, loan, state.share[loan] ?? 0)
  return Math.min(money, asked)
}

function payAllEarly(
  plan: CompiledPlan,
  state: PathState,
  step: number,
  money: number,
  how: LoanOrder | 'proRata',
): number {
  const { loanCount } = plan
  let left = money
  if (how === 'proRata') {
    let payable = 0
    for (let loan = 0; loan < loanCount; loan += 1) {
      state.weight[loan] = worthPayingEarly(plan, state, loan)
      payable += state.weight[loan] ?? 0
    }
    const free = payable === 0 ? 0 : Math.min(payable, freeOf(plan, state, left, step))
    if (free === 0) return 0
    shareInto(free, state.weight, loanCount, state.share)
    for (let loan = 0; loan < loanCount; loan += 1) left -= payOneEarly(plan, state, loan, state.share[loan] ?? 0)
    return money - left
  }
  let count = 0
  for (let loan = 0; loan < loanCount; loan += 1)
    if (worthPayingEarly(plan, state, loan) > 0) state.order[count++] = loan
  if (count > 1) sort(plan, state, step, how, count)
  for (let at = 0; at < count; at += 1) {
    const loan = state.order[at] ?? 0
    const early = Math.min(freeOf(plan, state, left, step), worthPayingEarly(plan, state, loan))
    if (early === 0) break
    left -= payOneEarly(plan, state, loan, early)
  }
  return money - left
}

function payOneEarly(plan: CompiledPlan, state: PathState, loan: number, money: number): number {
  if (money === 0) return 0
  const paid = payEarly(plan, state, loan, money)
  state.isStale[loan] = 1
  return paid
}

/** Each loan is paid the sum written down for it, as far as it can take it and the money goes, in the order of the loans. */
function payPrescribed(
  plan: CompiledPlan,
  state: PathState,
  step: number,
  money: number,
  prescribed: Float64Array,
  mayPayEarly: boolean,
): number {
  let left = money
  for (let loan = 0; loan < plan.loanCount; loan += 1) {
    const sum = Math.min(left, prescribed[loan * plan.steps + step] ?? 0)
    const due = Math.min(sum, state.required[loan] ?? 0)
    if (due > 0) payRequired(plan, state, loan, due)
    const early = mayPayEarly ? Math.min(sum - due, payableEarly(plan, state, loan)) : 0
    left -= due + (early > 0 ? payEarly(plan, state, loan, early) : 0)
  }
  return left
}

/** Sorts the first places of `state.order`: few loans, so by insertion, without new arrays. */
function sort(plan: CompiledPlan, state: PathState, step: number, { keyOf, tie }: LoanOrder, count: number): void {
  const { order, key, weight } = state
  for (let at = 0; at < count; at += 1) {
    const loan = order[at] ?? 0
    key[loan] = keyOf(plan, state, step, loan)
    weight[loan] = tie === 'balance' ? owedOn(plan, state, loan) : 0
  }
  for (let at = 1; at < count; at += 1) {
    const loan = order[at] ?? 0
    let place = at
    for (; place > 0 && goesBefore(key, weight, loan, order[place - 1] ?? 0); place -= 1)
      order[place] = order[place - 1] ?? 0
    order[place] = loan
  }
}

function goesBefore(key: Float64Array, weight: Float64Array, loan: number, other: number): boolean {
  const [mine, theirs] = [key[loan] ?? 0, key[other] ?? 0]
  if (mine !== theirs) return mine < theirs
  const [my, their] = [weight[loan] ?? 0, weight[other] ?? 0]
  return my === their ? loan < other : my < their
}
