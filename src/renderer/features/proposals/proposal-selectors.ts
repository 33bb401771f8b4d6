import { newCreditorId } from '#domain/loan/transfer'
import en from '#resources/letters/en.json'
import zhCN from '#resources/letters/zh-CN.json'
import { addDays, daysBetween, type LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import { kindAsked, proposalKindFor, type ProposalInput } from '#domain/letter/compose-proposal'
import { letterInput as composeInput, type LetterProblem } from '#domain/letter/letter-input'
import type { Annex, LetterLanguage, Proposal } from '#domain/letter/proposal'
import type { LetterWords } from '#domain/letter/words'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import type { Party } from '#domain/loan/party'
import type { Result } from '#domain/result'

export const wordsOf = (language: LetterLanguage): LetterWords => (language === 'en' ? en : zhCN)

const DAYS_TO_REPLY = 15

interface NewProposal {
  readonly id: string
  readonly loan: Loan
  readonly state: LoanState
  readonly request: ArrangementRequest
  readonly language: LetterLanguage
  readonly on: LocalDate
}

/** A first draft for a loan: the usual letter, what is charged beyond interest asked to be checked, usual annexes. */
export function newProposal({ id, loan, state, request, language, on }: NewProposal): Proposal {
  return {
    id,
    loanId: loan.id,
    recipientId: null,
    kind: kindAsked(proposalKindFor(loan, state), request),
    language,
    writtenOn: on,
    request,
    cause: '',
    firstPaymentSource: '',
    replyBy: addDays(on, DAYS_TO_REPLY),
    disputed: [
      ...(state.penaltyFen > 0 ? (['penalty'] as const) : []),
      ...(state.lateFeeFen > 0 ? (['lateFee'] as const) : []),
    ],
    fallback: '',
    annexes: usualAnnexes(state),
    showFullId: false,
    noticeReadOn: null,
    sent: null,
    reply: null,
  }
}

const usualAnnexes = (state: LoanState): readonly Annex[] => [
  { kind: 'wageFlow', text: '', isIncluded: true },
  { kind: 'lenderScreenshot', text: '', isIncluded: state.basis === 'balanceStated' },
  { kind: 'hardshipProof', text: '', isIncluded: false },
  { kind: 'unemploymentProof', text: '', isIncluded: false },
  { kind: 'idCopy', text: '', isIncluded: false },
]

/** What a letter of this case is composed from, in the letter's own language. */
export const letterInput = (
  document: CaseDocument,
  proposal: Proposal,
  today: LocalDate,
): Result<ProposalInput, LetterProblem> => composeInput(document, proposal, wordsOf(proposal.language), today)

export interface RecipientChoice {
  readonly party: Party
  readonly role: 'CurrentCreditor' | 'ContractLender' | 'Enhancer' | 'Platform'
}

/** To whom a letter about a loan can go: the present creditor first, then lenders, then those behind or before them. */
export function recipientChoices(loan: Loan, parties: readonly Party[]): readonly RecipientChoice[] {
  const { contractLenders, creditEnhancerId, platformId } = loan.parties
  const wanted: readonly (readonly [string | null, RecipientChoice['role']])[] = [
    [newCreditorId(loan), 'CurrentCreditor'],
    ...contractLenders.map(({ partyId }) => [partyId, 'ContractLender'] as const),
    [creditEnhancerId, 'Enhancer'],
    [platformId, 'Platform'],
  ]
  const choices: RecipientChoice[] = []
  for (const [id, role] of wanted) {
    const party = parties.find((candidate) => candidate.id === id)
    if (party && !choices.some((choice) => choice.party.id === party.id)) choices.push({ party, role })
  }
  return choices
}

export type ProposalStatus = 'draft' | 'sent' | 'answered'

export const statusOf = ({ sent, reply }: Proposal): ProposalStatus => (reply ? 'answered' : sent ? 'sent' : 'draft')

export interface DeskItem {
  readonly proposal: Proposal
  readonly loanName: string | null
  readonly recipientName: string | null
  /** Days until the reply was asked for; negative when past. */
  readonly daysToReply: number
}

/** The requests of the case in one status, the newest first. */
export function deskItems(
  document: Pick<CaseDocument, 'proposals' | 'loans' | 'parties'>,
  status: ProposalStatus,
  today: LocalDate,
): readonly DeskItem[] {
  return document.proposals
    .filter((proposal) => statusOf(proposal) === status)
    .map((proposal) => {
      const loan = document.loans.find(({ id }) => id === proposal.loanId)
      const recipientId = proposal.recipientId ?? (loan ? recipientChoices(loan, document.parties)[0]?.party.id : null)
      return {
        proposal,
        loanName: loan?.name ?? null,
        recipientName: document.parties.find(({ id }) => id === recipientId)?.name ?? null,
        daysToReply: daysBetween(today, proposal.replyBy),
      }
    })
    .sort((left, right) => (left.proposal.writtenOn < right.proposal.writtenOn ? 1 : -1))
}
