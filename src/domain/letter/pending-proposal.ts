import type { LoanId } from '../loan/loan'
import type { Proposal } from './proposal'

/** The request to a lender that still counts: the newest draft, letter without an answer, or letter that was agreed to. */
export const newestPending = (proposals: readonly Proposal[], loanId: LoanId): Proposal | undefined =>
  proposals
    .filter(({ loanId: id, reply }) => id === loanId && (reply === null || reply.kind === 'agreed'))
    .reduce<Proposal | undefined>(
      (newest, proposal) => (newest === undefined || proposal.writtenOn >= newest.writtenOn ? proposal : newest),
      undefined,
    )
