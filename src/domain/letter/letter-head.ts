import type { Loan } from '../loan/loan'
import type { Party } from '../loan/party'
import type { LetterBlock } from './blocks'
import { maskId, tailOf } from './mask'
import type { Sender } from './proposal'
import { fill, type LetterWords } from './words'

/** How a letter speaks to its reader. */
export function youOf(words: LetterWords, recipient: Party | null): string {
  if (recipient?.type === 'privatePerson') return words.you.person
  return recipient?.type === 'bank' ? words.you.bank : words.you.institution
}

export function addresseeBlock(words: LetterWords, recipient: Party | null): LetterBlock {
  const name = recipient?.name ?? '________________'
  const text =
    recipient && recipient.department !== ''
      ? fill(words.addresseeDepartment, { recipient: name, department: recipient.department })
      : fill(words.addressee, { recipient: name })
  return { type: 'addressee', text }
}

/** Who writes and about which loan: its tail only, the sender's own number and address in full. `nameLabel`: what the sender is called. */
export function identityBlock(
  { facts }: LetterWords,
  sender: Sender,
  loan: Loan,
  { showFullId, nameLabel = facts.name }: { readonly showFullId: boolean; readonly nameLabel?: string },
): LetterBlock {
  const pairs = [
    { label: nameLabel, value: sender.name },
    { label: facts.id, value: showFullId ? sender.idNumber : maskId(sender.idNumber) },
    loan.cardTail === ''
      ? { label: facts.contract, value: tailOf(loan.contractNumber) }
      : { label: facts.card, value: loan.cardTail },
    { label: facts.phone, value: sender.phone },
    { label: facts.address, value: sender.address },
    { label: facts.email, value: sender.email },
  ]
  return { type: 'facts', pairs: pairs.filter(({ value }) => value !== '') }
}

/** "Loan no. ending 1234"; empty when neither contract number nor card is known. */
export function referenceOf({ reference }: LetterWords, loan: Loan): string {
  const tail = loan.cardTail === '' ? tailOf(loan.contractNumber) : loan.cardTail
  return tail === '' ? '' : fill(loan.cardTail === '' ? reference.contract : reference.card, { tail })
}

/** Between which hours, on which number, and how soon a message is answered. */
export function reachText({ contact }: LetterWords, sender: Sender): string {
  const orEmail = sender.email === '' ? '' : fill(contact.orEmail, { email: sender.email })
  return fill(contact.me, { phone: sender.phone, orEmail, hours: sender.answerWithinHours })
}
