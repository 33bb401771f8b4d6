import type { Contact } from '#domain/contact/contact'
import type { KnownNumber } from '#domain/contact/known-number'
import { phoneNumber } from '#domain/contact/phone-number'
import { fill } from '#domain/letter/words'
import type { ComplaintWords } from './complaint-words'

/** Takes the names and numbers of people near the debtor out of a text. */
export interface OthersHidden {
  readonly text: (text: string) => string
  /** What stands in the place of a person's name. */
  readonly person: (contact: Contact) => string
  readonly number: (number: string) => string
}

/** Whom a paper may show whole: nobody is hidden from the police and the court. */
export const NOTHING_HIDDEN: OthersHidden = {
  text: (text) => text,
  person: ({ person }) => person,
  number: (number) => number,
}

/** `138 0000 0001` as `138****0001`: enough to find it in one's own records, not enough to call. */
export function maskNumber(number: string): string {
  const digits = number.replace(/[\s-]/g, '')
  return digits.length < 8 ? digits : `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`
}

/** Longer names first, so that 王小明 is not left as 小明 by 王. */
export function hideOthers(
  contacts: readonly Contact[],
  numbers: readonly KnownNumber[],
  words: Pick<ComplaintWords, 'person' | 'reached'>,
): OthersHidden {
  const labels = new Map<string, string>()
  const named = [
    ...contacts
      .filter(({ person }) => person !== '')
      .map(({ person, reached }) => ({ name: person, who: words.reached[reached] })),
    ...numbers
      .filter(({ holder, name }) => holder === 'person' && name !== '')
      .map(({ name }) => ({ name, who: words.reached.other })),
  ]
  const marks = Array.from(words.person.marks)
  for (const { name, who } of named)
    if (!labels.has(name))
      labels.set(name, fill(words.person.label, { who, mark: marks[labels.size] ?? String(labels.size + 1) }))
  const names = [...labels.keys()].sort((left, right) => right.length - left.length)
  const own = new Set(numbers.filter(({ holder }) => holder === 'person').map(({ key }) => key))
  const number = (text: string): string => (own.has(phoneNumber(text).key) ? maskNumber(text) : text)
  return {
    person: ({ person }) => labels.get(person) ?? person,
    number,
    text: (text) =>
      names
        .reduce((shown, name) => shown.replaceAll(name, labels.get(name) ?? ''), text)
        .replace(/\+?\d[\d\s-]{5,}\d/g, number),
  }
}
