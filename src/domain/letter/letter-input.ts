import type { CaseDocument } from '../case-document'
import { typicalMonth } from '../budget/month-budget'
import type { LocalDate } from '../calendar/local-date'
import { arrange } from '../extension/arrange'
import type { ArrangementError } from '../extension/arrangement'
import { contractOn } from '../loan/agreed-contract'
import type { Loan, LoanId } from '../loan/loan'
import { stateOn } from '../loan/state-on'
import { sumFen } from '../money/fen'
import { err, ok, type Result } from '../result'
import type { ProposalInput } from './compose-proposal'
import { letterState } from './letter-state'
import type { Proposal } from './proposal'
import type { LetterWords } from './words'

export type LetterProblem = { readonly code: 'loanGone' } | { readonly code: 'loanUnreadable' } | ArrangementError

/** Everything a letter is composed from, as it stands in the case on the day the letter is dated. */
export function letterInput(
  document: CaseDocument,
  proposal: Proposal,
  words: LetterWords,
  today: LocalDate,
): Result<ProposalInput, LetterProblem> {
  const loan = document.loans.find(({ id }) => id === proposal.loanId)
  if (!loan) return err({ code: 'loanGone' })
  const state = letterState(loan, proposal.writtenOn)
  if (!state.ok) return err({ code: 'loanUnreadable' })
  const arrangement = arrange(contractOn(loan, proposal.writtenOn), state.value, proposal.request)
  if (!arrangement.ok) return arrangement
  return ok({
    words,
    // A reduction changes the contract (543), whatever was asked before the terms became a settlement.
    proposal: proposal.request.settlementPer10000 === null ? proposal : { ...proposal, kind: 'renegotiation' },
    sender: document.settings.sender,
    loan,
    state: state.value,
    parties: document.parties,
    arrangement: arrangement.value,
    budget: typicalMonth(document.budget, proposal.writtenOn),
    others: otherDebts(document.loans, loan.id, proposal.writtenOn),
    today,
  })
}

/** All other debts together, never named: how many, how much, and what they ask next. */
export function otherDebts(loans: readonly Loan[], except: LoanId, on: LocalDate): ProposalInput['others'] {
  const states = loans
    .filter((loan) => loan.id !== except && !loan.isArchived)
    .flatMap((loan) => {
      const state = stateOn(loan, on)
      return state.ok && state.value.owedFen > 0 ? [state.value] : []
    })
  return {
    count: states.length,
    balanceFen: sumFen(states, (state) => state.owedFen),
    monthlyFen: sumFen(states, (state) => state.nextDueFen),
  }
}
