import type { CaseDocument } from '#domain/case-document'
import type { LocalDate } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import { extensionRequest } from '#domain/extension/default-request'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import { stateOn } from '#domain/loan/state-on'
import { trueCost } from '#domain/loan/true-cost'
import { sumFen } from '#domain/money/fen'
import { cannotPayFigures } from '#domain/plan/cannot-pay'
import { simulatePlan, type PlanInput } from '#domain/plan/simulate-plan'
import type { Strategy } from '#domain/plan/plan'
import { contractOn } from '#domain/loan/agreed-contract'
import { CliError } from './cli-error'

export interface LoanOnDate {
  readonly loan: Loan
  readonly state: LoanState
}

/** Every loan that is not archived, as it stands on the day. */
export function loansOn(document: CaseDocument, on: LocalDate): readonly LoanOnDate[] {
  return document.loans
    .filter((loan) => !loan.isArchived)
    .map((loan) => {
      const state = stateOn(loan, on)
      if (!state.ok) throw new CliError({ ...state.error, loan: loan.id })
      return { loan, state: state.value }
    })
}

export function loanOn(document: CaseDocument, id: string, on: LocalDate): LoanOnDate {
  const found = loansOn(document, on).find(({ loan }) => loan.id === id)
  if (!found) throw new CliError({ code: 'loan_not_found', loan: id, loans: document.loans.map((loan) => loan.id) })
  return found
}

export function planInput(document: CaseDocument, on: LocalDate, strategy?: Strategy): PlanInput {
  const settings = strategy ? { ...document.plan, strategy } : document.plan
  const loans = loansOn(document, on).map(({ loan, state }) => ({ loan: contractOn(loan, on), state }))
  return { on, loans, budget: document.budget, settings }
}

export function validateCommand(document: CaseDocument): object {
  const { schemaVersion, revision, parties, loans, proposals } = document
  return { schemaVersion, revision, parties: parties.length, loans: loans.length, proposals: proposals.length }
}

export function statusCommand(document: CaseDocument, on: LocalDate): object {
  const loans = loansOn(document, on).map(({ loan, state }) => {
    const cost = trueCost(loan)
    return {
      id: loan.id,
      name: loan.name,
      product: loan.product,
      kind: loan.terms.kind,
      basis: state.basis,
      stage: state.stage,
      daysLate: state.daysLate,
      principalFen: state.principalFen,
      overduePrincipalFen: state.overduePrincipalFen,
      interestFen: state.interestFen,
      feeFen: state.feeFen,
      penaltyFen: state.penaltyFen,
      lateFeeFen: state.lateFeeFen,
      arrearsFen: state.arrearsFen,
      owedFen: state.owedFen,
      nextDueOn: state.nextDueOn,
      nextDueFen: state.nextDueFen,
      trueCost: cost.ok ? cost.value : null,
    }
  })
  const totals = {
    principalFen: sumFen(loans, (loan) => loan.principalFen),
    arrearsFen: sumFen(loans, (loan) => loan.arrearsFen),
    owedFen: sumFen(loans, (loan) => loan.owedFen),
    nextDueFen: sumFen(loans, (loan) => loan.nextDueFen),
  }
  return { on, loans, totals }
}

export function planCommand(document: CaseDocument, on: LocalDate, strategy: Strategy): object {
  const input = planInput(document, on, strategy)
  return { on, plan: simulatePlan(input), cannotPay: cannotPayFigures(input) }
}

export function extendCommand(document: CaseDocument, on: LocalDate, loanId: string, periods: number): object {
  const { loan, state } = loanOn(document, loanId, on)
  const arrangement = arrange(contractOn(loan, on), state, extensionRequest(loan, state, periods, on))
  if (!arrangement.ok) throw new CliError(arrangement.error)
  const before = planInput(document, on)
  const after: PlanInput = {
    ...before,
    loans: before.loans.map((item) => (item.loan.id === loanId ? { ...item, arrangement: arrangement.value } : item)),
  }
  return { on, loan: loanId, arrangement: arrangement.value, planBefore: effect(before), planAfter: effect(after) }
}

function effect(input: PlanInput): object {
  const { debtFreeMonth, costFen, totalPaidFen, shortfallMonths, lowestCashFen } = simulatePlan(input)
  return { debtFreeMonth, costFen, totalPaidFen, shortfallMonths, lowestCashFen }
}
