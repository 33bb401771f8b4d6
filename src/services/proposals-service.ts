import type { Proposal, ReplyRecord, SentRecord } from '#domain/letter/proposal'
import type { ContractError } from '#contract/errors'
import { err, ok, type Result } from '#domain/result'
import type { Change } from './document/case-store'
import { put, without } from './ledger-service'

/** Saves a draft. What was sent is final, and only `markSent` and `recordReply` may write those parts. */
export const saveProposal =
  (proposal: Proposal): Change =>
  (document) => {
    const before = document.proposals.find((other) => other.id === proposal.id)
    if (before?.sent || proposal.sent || proposal.reply) return err({ code: 'sent_is_final', id: proposal.id })
    if (!document.loans.some((loan) => loan.id === proposal.loanId))
      return err({ code: 'not_found', id: proposal.loanId })
    return ok({ ...document, proposals: put(document.proposals, proposal) })
  }

export const removeProposal =
  (proposalId: string): Change =>
  (document) =>
    withProposal(document.proposals, proposalId, (proposal) =>
      proposal.sent
        ? err({ code: 'sent_is_final', id: proposalId })
        : ok({ ...document, proposals: without(document.proposals, proposalId) }),
    )

export const markSent =
  (proposalId: string, sent: SentRecord): Change =>
  (document) =>
    withProposal(document.proposals, proposalId, (proposal) =>
      proposal.sent
        ? err({ code: 'sent_is_final', id: proposalId })
        : ok({ ...document, proposals: put(document.proposals, { ...proposal, sent }) }),
    )

export const recordReply =
  (proposalId: string, reply: ReplyRecord): Change =>
  (document) =>
    withProposal(document.proposals, proposalId, (proposal) =>
      proposal.sent
        ? ok({ ...document, proposals: put(document.proposals, { ...proposal, reply }) })
        : err({ code: 'not_found', id: proposalId }),
    )

function withProposal<T>(
  proposals: readonly Proposal[],
  id: string,
  use: (proposal: Proposal) => Result<T, ContractError>,
): Result<T, ContractError> {
  const proposal = proposals.find((candidate) => candidate.id === id)
  return proposal ? use(proposal) : err({ code: 'not_found', id })
}
