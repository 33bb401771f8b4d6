import type { CaseDocument } from '../case-document'
import { typicalMonth } from '../budget/month-budget'
import type { LocalDate } from '../calendar/local-date'
import { arrange } from '../extension/arrange'
import type { ArrangementError } from '../extension/arrangement'
import { contractOn } from '../loan/agreed-contract'
import type { LoanId } from '../loan/loan'
import { stateOn } from '../loan/state-on'
import { sumFen } from '../money/fen'
import { err, ok, type Result } from '../result'
import { kindAsked, type ProposalInput } from './compose-proposal'
import { letterState } from './letter-state'
import { newestPending } from './pending-proposal'
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
    proposal: { ...proposal, kind: kindAsked(proposal.kind, proposal.request) },
    sender: document.settings.sender,
    loan,
    state: state.value,
    parties: document.parties,
    arrangement: arrangement.value,
    budget: typicalMonth(document.budget, proposal.writtenOn),
    others: otherDebts(document, loan.id, proposal.writtenOn),
    today,
  })
}

/** All other debts together, never named: how many, how much, what they ask next, and what they are asked for. */
function otherDebts(
  { loans, proposals }: Pick<CaseDocument, 'loans' | 'proposals'>,
  except: LoanId,
  on: LocalDate,
): ProposalInput['others'] {
  const others = loans
    .filter((loan) => loan.id !== except && !loan.isArchived)
    .flatMap((loan) => {
      const state = stateOn(loan, on)
      if (!state.ok || state.value.owedFen <= 0) return []
      const { owedFen, nextDueFen } = state.value
      const request = newestPending(proposals, loan.id)?.request
      const asked = request ? arrange(contractOn(loan, on), state.value, request) : null
      return [{ owedFen, nextDueFen, askedFen: asked?.ok ? asked.value.comparison.newInstalmentFen : nextDueFen }]
    })
  return {
    count: others.length,
    balanceFen: sumFen(others, ({ owedFen }) => owedFen),
    monthlyFen: sumFen(others, ({ nextDueFen }) => nextDueFen),
    askedMonthlyFen: sumFen(others, ({ askedFen }) => askedFen),
  }
}
