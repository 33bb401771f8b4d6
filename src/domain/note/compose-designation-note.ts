import type { PartyId } from '../loan/party'
import { newCreditorId } from '../loan/transfer'
import type { LetterBlock, LetterPaper } from '../letter/blocks'
import { addresseeBlock, identityBlock, reachText, youOf } from '../letter/letter-head'
import { phrasesIn } from '../letter/phrases'
import { fill } from '../letter/words'
import type { Loan, LoanId } from '../loan/loan'
import type { PaymentMade } from '../loan/loan-event'
import { chineseCapital } from '../money/chinese-capital'
import { loanNamed, type NoteFrame } from './compose-audit-note'

/**
 * Says which of several loans of one creditor a payment is for. The debtor may designate it on paying (民法典 560), unless
 * the contract says otherwise; within the loan the contract's order counts, else 561. It confirms no amount.
 */
export function composeDesignationNote(
  frame: NoteFrame,
  payment: PaymentMade,
  otherLoans: readonly Loan[],
): LetterPaper {
  const { letters, notes, recipient, sender, loan } = frame
  const { designation } = notes
  const say = phrasesIn(letters)
  const you = youOf(letters, recipient)
  const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text: text.trim(), indent: true })
  const statement = fill(designation.statement, {
    on: say.date(payment.on),
    you,
    amount: say.yuan(payment.amountFen),
    capital: chineseCapital(payment.amountFen),
    reference: loanNamed(frame, loan),
  })
  const others = otherLoans.map((other) => loanNamed(frame, other)).join(letters.list.semicolon)
  return {
    language: frame.language,
    footer: letters.footer,
    blocks: [
      { type: 'title', text: designation.title },
      addresseeBlock(letters, recipient),
      identityBlock(letters, sender, loan, { showFullId: false, nameLabel: notes.name }),
      paragraph(statement),
      ...(others === '' ? [] : [paragraph(fill(designation.others, { you, others }))]),
      paragraph(designation.within),
      paragraph(fill(designation.reply, { replyBy: say.date(frame.replyBy) })),
      paragraph(designation.reservation),
      paragraph(reachText(letters, sender)),
      { type: 'signature', signer: notes.signer, date: say.date(frame.writtenOn) },
    ],
  }
}

/** Who has to be paid: the creditor of the last transfer, else the first contract lender; null when neither is named. */
const creditorOf = (loan: Loan): PartyId | null =>
  newCreditorId(loan) ?? loan.parties.contractLenders[0]?.partyId ?? null

/** Other loans of the same creditor that are still kept: only then is there something to designate. */
export function loansOfSameCreditor(loans: readonly Loan[], id: LoanId): readonly Loan[] {
  const loan = loans.find((candidate) => candidate.id === id)
  const creditor = loan && creditorOf(loan)
  return creditor ? loans.filter((other) => other.id !== id && !other.isArchived && creditorOf(other) === creditor) : []
}
