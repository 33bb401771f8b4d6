import type { LoanProduct } from '../loan/loan'
import type { ProposalKind } from './proposal'

type Words<K extends string> = Readonly<Record<K, string>>

/** The words of letters in one language: data in `resources/letters`, an argument here. `{name}` marks what is filled in. */
export interface LetterWords {
  readonly title: Words<ProposalKind>
  readonly you: Words<'institution' | 'bank' | 'person'>
  readonly addressee: string
  readonly addresseeDepartment: string
  readonly facts: Words<'name' | 'id' | 'contract' | 'card' | 'phone' | 'address' | 'email'>
  readonly heading: Words<'situation' | 'ability' | 'request' | 'reply' | 'contact' | 'after' | 'annexes'>
  readonly situation: Words<
    | 'contract'
    | 'platform'
    | 'received'
    | 'assigned'
    | 'quoted'
    | 'computed'
    | 'estimate'
    | 'since'
    | 'sinceUnpaid'
    | 'disputed'
    | 'reservation'
    | 'reservationComputed'
    | 'overdue'
    | 'notDue'
  > & {
    readonly items: Words<'principal' | 'interest' | 'penalty' | 'lateFee' | 'otherFee'>
  }
  readonly disputedItem: Words<'interest' | 'penalty' | 'lateFee' | 'otherFee'>
  readonly ability: Words<'budget' | 'budgetOther' | 'others' | 'alone'>
  readonly request: Words<
    | ProposalKind
    | 'terms'
    | 'termsInterestFree'
    | 'termsOnce'
    | 'termsOnceInterestFree'
    | 'inOneSum'
    | 'capitalised'
    | 'spread'
    | 'withFirst'
    | 'waiver'
    | 'holiday'
    | 'interestOnly'
    | 'firstPayment'
    | 'firstPaymentPlain'
    | 'standstill'
    | 'standstillExtension'
    | 'standstillPerson'
    | 'cardItems'
    | 'total'
  >
  readonly table: Words<'n' | 'dueOn' | 'principal' | 'interest' | 'arrears' | 'total' | 'balance' | 'totals'>
  readonly reply: Words<'by' | 'fallback' | 'otherwise'>
  readonly contact: Words<'me' | 'orEmail' | 'onlyMe' | 'debit'>
  readonly after: Words<'form' | 'formPerson' | 'settlement' | 'settlementPerson' | 'reporting'>
  readonly annex: Words<'wageFlow' | 'hardshipProof' | 'unemploymentProof' | 'lenderScreenshot' | 'idCopy'>
  readonly signature: Words<'signer'>
  readonly slip: Words<
    | 'title'
    | 'titlePerson'
    | 'reference'
    | 'agree'
    | 'agreePerson'
    | 'conditions'
    | 'other'
    | 'refuse'
    | 'reporting'
    | 'stamp'
    | 'stampPerson'
  >
  readonly product: Words<LoanProduct>
  readonly reference: Words<'contract' | 'card'>
  readonly date: string
  /** Names of the twelve months as `date` writes them. */
  readonly months: readonly string[]
  readonly list: Words<'comma' | 'semicolon'>
  readonly footer: string
  /** What the app says before anything may leave it. */
  readonly notice: Words<'title' | 'acknowledges' | 'strong' | 'notAdvice' | 'source'>
}

/** Fills `{name}` in a template. A name without a value is a mistake in the words, never printed. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for {${name}}`)
    return String(value)
  })
}
