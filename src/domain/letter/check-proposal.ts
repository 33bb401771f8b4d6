import { newCreditorId } from '../loan/transfer'
import { addDays } from '../calendar/local-date'
import { termLimit } from '../extension/default-request'
import { sumFen, type Fen } from '../money/fen'
import type { ProposalInput } from './compose-proposal'
import { forbiddenIn } from './forbidden-sentences'
import { recipientOf } from './recipient'

export type ProposalCheckCode =
  | 'recipient'
  | 'kind_fits'
  | 'sender_name'
  | 'sender_phone'
  | 'id_masked'
  | 'cause'
  | 'schedule_adds_up'
  | 'within_budget'
  | 'first_payment_day'
  | 'reply_by'
  | 'card_term'
  | 'no_other_lender'
  | 'no_forbidden_sentence'
  | 'notice_read'

/** One line of the checklist before printing. A `must` that fails stops the export; the rest is advice. */
export interface ProposalCheck {
  readonly code: ProposalCheckCode
  readonly isGood: boolean
  readonly weight: 'must' | 'should'
}

const DAYS_TO_FIRST_PAYMENT = 15
const DAYS_TO_REPLY = 7

/** Whether letter, plan and budget agree to the fen, the sender can be reached, and nothing is said that should not be. */
export function checkProposal(input: ProposalInput): readonly ProposalCheck[] {
  const { proposal, sender, loan, arrangement, budget, others } = input
  const { rows, principalFen, totalFen } = arrangement
  const ownWords = [
    proposal.cause,
    proposal.firstPaymentSource,
    proposal.fallback,
    ...proposal.annexes.map(({ text }) => text),
  ]
  const recipient = recipientOf(input)
  const otherNames = input.parties
    .filter((party) => party.id !== recipient?.id && !belongsTo(input, party.id) && party.name.trim().length > 1)
    .map((party) => party.name)
  const limit = proposal.kind === 'cardInstalment' ? termLimit('creditCard') : null
  const monthlyFen = (others.askedMonthlyFen + arrangement.comparison.newInstalmentFen) as Fen
  const must = (code: ProposalCheckCode, isGood: boolean): ProposalCheck => ({ code, isGood, weight: 'must' })
  const should = (code: ProposalCheckCode, isGood: boolean): ProposalCheck => ({ code, isGood, weight: 'should' })
  return [
    must('recipient', recipient !== null),
    must('kind_fits', lawApplies(input)),
    must('sender_name', sender.name.trim() !== ''),
    must('sender_phone', isWholePhone(sender.phone)),
    should('id_masked', !proposal.showFullId),
    should('cause', proposal.cause.trim().length >= 10),
    must(
      'schedule_adds_up',
      sumFen(rows, (row) => row.principalFen) === principalFen &&
        sumFen(rows, (row) => row.totalFen) === totalFen &&
        rows.at(-1)?.balanceFen === 0,
    ),
    should('within_budget', monthlyFen <= budget.disposableFen),
    should('first_payment_day', arrangement.request.firstDueOn >= addDays(proposal.writtenOn, DAYS_TO_FIRST_PAYMENT)),
    should('reply_by', proposal.replyBy >= addDays(proposal.writtenOn, DAYS_TO_REPLY)),
    ...(limit ? [must('card_term', rows.length <= limit.periods)] : []),
    must('no_other_lender', !ownWords.some((text) => otherNames.some((name) => text.includes(name)))),
    must('no_forbidden_sentence', forbiddenIn(ownWords.join('\n')).length === 0),
    must('notice_read', proposal.noticeReadOn !== null),
  ].filter((check) => loan.product !== 'privateLoan' || check.code !== 'reply_by')
}

/** 民法典 678 is for what is not yet overdue, 信用卡办法 70 for credit cards only; any contract may be changed by 543. */
function lawApplies({ proposal, loan, state }: ProposalInput): boolean {
  switch (proposal.kind) {
    case 'extension':
      return state.daysLate === 0
    case 'cardInstalment':
      return loan.product === 'creditCard' || loan.product === 'cardInstalment'
    case 'renegotiation':
      return true
  }
}

/** A number somebody can dial: digits enough and none hidden. */
const isWholePhone = (phone: string): boolean => phone.replace(/\D/g, '').length >= 7 && !/[*＊×xX]/.test(phone)

function belongsTo({ loan }: ProposalInput, partyId: string): boolean {
  const { contractLenders, platformId, creditEnhancerId, collectorId } = loan.parties
  return (
    [platformId, creditEnhancerId, collectorId, newCreditorId(loan)].includes(partyId) ||
    contractLenders.some((lender) => lender.partyId === partyId)
  )
}
