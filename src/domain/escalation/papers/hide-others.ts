import type { CaseDocument } from '#domain/case-document'
import type { Contact } from '#domain/contact/contact'
import { phoneNumber } from '#domain/contact/phone-number'
import { fill } from '#domain/letter/words'
import type { EscalationKind } from '../escalation'
import type { ComplaintWords } from './complaint-words'

/** Takes the names and numbers of people near the debtor out of a text. */
export interface OthersHidden {
  readonly text: (text: string) => string
  /** What stands in the place of a person's name. */
  readonly person: (contact: Contact) => string
  readonly number: (number: string) => string
}

const SHOWN_WHOLE: ReadonlySet<EscalationKind> = new Set(['police', 'injunction', 'suit'])

/** Police and court are shown everybody: they have to find and hear the people concerned. */
export const isShownWhole = (kind: EscalationKind): boolean => SHOWN_WHOLE.has(kind)

export const NOTHING_HIDDEN: OthersHidden = {
  text: (text) => text,
  person: ({ person }) => person,
  number: (number) => number,
}

/** `138 0000 0001` as `138****0001`: enough to find it in one's own records, not enough to call. */
export function maskNumber(number: string): string {
  const digits = number.normalize('NFKC').replace(/[^\d*+]/g, '')
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`
}

/** A mobile number as people write it, with gaps, dashes or full-width digits. */
const MOBILE = /(?<![0-9０-９])(?:\+?86[\s-]?)?[1１][3-9３-９][0-9０-９](?:[\s-]?[0-9０-９]){8}(?![0-9０-９])/g

interface Hiding {
  readonly document: Pick<CaseDocument, 'contacts' | 'numbers' | 'parties' | 'escalations' | 'settings'>
  readonly words: Pick<ComplaintWords, 'person' | 'whom'>
  /** A relative who writes in their own name is not hidden on their own paper; empty when the debtor writes. */
  readonly ownName: string
  readonly ownPhone: string
}

/**
 * Every name the case knows of somebody near the debtor becomes 家人甲, 朋友乙 …; every number known as theirs is masked,
 * and so is any mobile number in a text that is neither the writer's nor a collector's.
 */
export function hideOthers({ document, words, ownName, ownPhone }: Hiding): OthersHidden {
  const labels = labelsOf(document, words, ownName.trim())
  const theirs = new Set(
    [
      ...document.numbers.filter(({ holder }) => holder === 'person').map(({ key }) => key),
      ...document.escalations.flatMap(({ complainant }) => (complainant ? [complainant.phone] : [])),
    ].map(keyOf),
  )
  theirs.delete(keyOf(ownPhone))
  theirs.delete('')
  const shown = new Set(
    [
      ownPhone,
      document.settings.sender.phone,
      ...document.contacts.map(({ number }) => number),
      ...document.numbers.map(({ key }) => key),
      ...document.parties.map(({ officialChannel }) => officialChannel),
    ].map(keyOf),
  )
  const number = (text: string): string => (theirs.has(keyOf(text)) ? maskNumber(text) : text)
  const inText = (text: string): string =>
    theirs.has(keyOf(text)) || !shown.has(keyOf(text)) ? maskNumber(text) : text
  const names = patternOf([...labels.keys()].map(namePattern))
  const numbers = patternOf([...theirs].map(digitsPattern))
  return {
    person: ({ person }) => labels.get(person) ?? person,
    number,
    text: (text) => {
      const unnamed = names ? text.replace(names, (name) => labels.get(name) ?? '') : text
      const unnumbered = numbers ? unnamed.replace(numbers, maskNumber) : unnamed
      return unnumbered.replace(MOBILE, inText)
    },
  }
}

/** Names with what stands for them, in the order in which the case came to know them. */
function labelsOf(
  { contacts, numbers, escalations }: Hiding['document'],
  words: Hiding['words'],
  ownName: string,
): ReadonlyMap<string, string> {
  const named = [
    ...contacts.map(({ person, reached }) => ({ name: person, who: words.whom[reached] })),
    ...numbers.filter(({ holder }) => holder === 'person').map(({ name }) => ({ name, who: words.whom.other })),
    ...escalations.map(({ complainant }) => ({ name: complainant?.name ?? '', who: words.whom.other })),
  ]
  const marks = Array.from(words.person.marks)
  const labels = new Map<string, string>()
  for (const { name, who } of named)
    if (name.trim() !== '' && name.trim() !== ownName && !labels.has(name))
      labels.set(name, fill(words.person.label, { who, mark: marks[labels.size] ?? String(labels.size + 1) }))
  return labels
}

const keyOf = (number: string): string => phoneNumber(number).key

/** Longer ones first, so that 王小明 is not left as 小明 by 王; in one pass, so that no label is read again. */
const patternOf = (parts: readonly string[]): RegExp | null =>
  parts.length === 0 ? null : new RegExp([...parts].sort((left, right) => right.length - left.length).join('|'), 'g')

/** A name in letters is only a name where the word ends: `Li` is not in `Line`. */
function namePattern(name: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return `${/^\w/.test(name) ? '\\b' : ''}${plain}${/\w$/.test(name) ? '\\b' : ''}`
}

const digitsPattern = (key: string): string => `(?<!\\d)0?${Array.from(key.replace(/\D/g, '')).join('[\\s-]?')}(?!\\d)`
