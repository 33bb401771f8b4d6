import type { LocalDate } from '../calendar/local-date'
import type { Arrangement, ArrangementRequest } from '../extension/arrangement'
import type { Loan } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import type { Party } from '../loan/party'
import type { Fen } from '../money/fen'
import type { LetterBlock, LetterPaper } from './blocks'
import { addresseeBlock, identityBlock, reachText, referenceOf, youOf } from './letter-head'
import { phrasesIn, type Phrases } from './phrases'
import type { Proposal, ProposalKind, Sender } from './proposal'
import { abilityText, situationText } from './proposal-facts'
import { requestParagraphs, scheduleTable } from './proposal-request'
import { recipientOf } from './recipient'
import { fill, type LetterWords } from './words'

export interface ProposalInput {
  readonly words: LetterWords
  readonly proposal: Proposal
  readonly sender: Sender
  readonly loan: Loan
  /** The loan on the day the letter is written. */
  readonly state: LoanState
  readonly parties: readonly Party[]
  readonly arrangement: Arrangement
  /** The lender's summary of the budget: a typical month. */
  readonly budget: {
    readonly incomeFen: Fen
    readonly essentialsFen: Fen
    readonly otherFen: Fen
    readonly disposableFen: Fen
  }
  /** All other debts together; never named. */
  readonly others: {
    readonly count: number
    readonly balanceFen: Fen
    readonly monthlyFen: Fen
    /** The same month with what is asked of each in place of its contract: what must fit the budget together. */
    readonly askedMonthlyFen: Fen
  }
  readonly today: LocalDate
}

/**
 * Which letter fits: cards go by 信用卡办法 70; otherwise what is overdue is renegotiated (民法典 543) and what is not yet due
 * is extended (民法典 678, which applies only before the term ends).
 */
export function proposalKindFor(loan: Loan, state: LoanState): ProposalKind {
  if (loan.product === 'creditCard' || loan.product === 'cardInstalment') return 'cardInstalment'
  return state.daysLate > 0 ? 'renegotiation' : 'extension'
}

/** The letter for what is asked now: a reduction changes the contract (543), whatever was asked before it became one. */
export const kindAsked = (kind: ProposalKind, { settlementPer10000 }: ArrangementRequest): ProposalKind =>
  settlementPer10000 === null ? kind : 'renegotiation'

/**
 * The request to one lender as blocks. It quotes the lender's figures under reservation, names no other lender, and says
 * nothing the sender need not say: no waiver, no consent to enforcement, no threat, no promise of what a lender must do.
 */
export function composeProposal(input: ProposalInput): LetterPaper {
  const { words, proposal } = input
  const say = phrasesIn(words)
  const recipient = recipientOf(input)
  const you = youOf(words, recipient)
  const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text: text.trim(), indent: true })
  const heading = (text: string): LetterBlock => ({ type: 'heading', text })
  const annexes = annexLines(input, recipient)
  const blocks: LetterBlock[] = [
    { type: 'title', text: words.title[proposal.kind] },
    addresseeBlock(words, recipient),
    identityBlock(words, input.sender, input.loan, proposal),
    heading(words.heading.situation),
    paragraph(situationText(input, say, you)),
    heading(words.heading.ability),
    ...causeParagraphs(proposal.cause).map(paragraph),
    paragraph(abilityText(input, say, you)),
    heading(words.heading.request),
    ...requestParagraphs(input, say, you).map(paragraph),
    scheduleTable(input.arrangement, say),
    heading(words.heading.reply),
    paragraph(replyText(input, say)),
    heading(words.heading.contact),
    paragraph(contactText(input)),
    heading(words.heading.after),
    paragraph(afterText(words, recipient, you)),
    ...(annexes.length > 0 ? [heading(words.heading.annexes), { type: 'list' as const, items: annexes }] : []),
    { type: 'signature', signer: words.signature.signer, date: say.date(proposal.writtenOn) },
    slip(input, say, recipient),
  ]
  return { language: proposal.language, footer: words.footer, blocks }
}

const causeParagraphs = (cause: string): readonly string[] =>
  cause
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

function replyText({ words, proposal }: ProposalInput, say: Phrases): string {
  const alternative =
    proposal.fallback.trim() === ''
      ? words.reply.otherwise
      : fill(words.reply.fallback, { fallback: proposal.fallback.trim() })
  return fill(words.reply.by, { date: say.date(proposal.replyBy) }) + alternative
}

function contactText({ words, sender, arrangement }: ProposalInput): string {
  const { contact } = words
  const debit =
    sender.debitAccount === ''
      ? ''
      : fill(contact.debit, { account: sender.debitAccount, day: Number(arrangement.request.firstDueOn.slice(8)) })
  return reachText(words, sender) + contact.onlyMe + debit
}

function afterText({ after }: LetterWords, recipient: Party | null, you: string): string {
  return recipient?.type === 'privatePerson'
    ? after.formPerson + after.settlementPerson
    : fill(after.form, { you }) + after.settlement + after.reporting
}

function annexLines({ words, proposal }: ProposalInput, recipient: Party | null): readonly string[] {
  return proposal.annexes
    .filter((annex) => annex.isIncluded)
    .map((annex) =>
      annex.kind === 'other' ? annex.text : fill(words.annex[annex.kind], { recipient: recipient?.name ?? '' }),
    )
    .filter((line) => line.trim() !== '')
    .map((line, index) => `${index + 1}. ${line}`)
}

function slip({ words, sender, loan, proposal }: ProposalInput, say: Phrases, recipient: Party | null): LetterBlock {
  const isPerson = recipient?.type === 'privatePerson'
  const reference = referenceOf(words, loan)
  const { slip: lines } = words
  return {
    type: 'slip',
    title: isPerson ? lines.titlePerson : lines.title,
    lines: [
      fill(lines.reference, { name: sender.name, reference, date: say.date(proposal.writtenOn) }),
      isPerson ? lines.agreePerson : lines.agree,
      lines.conditions,
      lines.other,
      lines.refuse,
      ...(isPerson ? [] : [lines.reporting]),
      isPerson ? lines.stampPerson : lines.stamp,
    ],
  }
}
