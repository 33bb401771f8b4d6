import type { LocalDate } from '#domain/calendar/local-date'
import type { LoanId } from '#domain/loan/loan'
import type { PartyId } from '#domain/loan/party'

export const CHANNELS = ['call', 'sms', 'wechat', 'qq', 'visit', 'letter', 'email', 'post', 'other'] as const
export type Channel = (typeof CHANNELS)[number]

/** Whom a contact reached. `post`s are addressed to everybody who reads them. */
export const REACHED = ['me', 'family', 'friend', 'colleague', 'employer', 'public', 'other'] as const
export type Reached = (typeof REACHED)[number]

/** What happened in a contact, as the person reports it: a claim until something proves it. */
export const CONTACT_TAGS = [
  /** A third person was told of the debt. */
  'debtDisclosed',
  'threat',
  'insult',
  /** Posed as police, court, prosecutor or government. */
  'impersonation',
  /** A notice, a name or a picture put where others see it. */
  'publicPosting',
  /** Consequences made up or blown up (假黑名单、虚构立案). */
  'invention',
  /** An outside agency used a private phone or social app without consent. */
  'privateChannel',
  /** Asked to pay into a private person's account. */
  'privateAccount',
  /** Money asked for beside the debt (手续费、保证金). */
  'extraFee',
  /** Told to borrow elsewhere to repay. */
  'newLoan',
  /** Would not say which institution it calls for. */
  'identityRefused',
  /** The third person said: do not contact me again. */
  'thirdPersonRefused',
] as const
export type ContactTag = (typeof CONTACT_TAGS)[number]

/** What a visit was like; null where it was not noticed. */
export interface Visit {
  readonly people: number | null
  readonly showedCredentials: boolean | null
  readonly cameInWithoutConsent: boolean | null
}

/**
 * One contact between a collector and the debtor or somebody near. Clock times are Beijing's. Null is "not known", never
 * "no": nothing is concluded from it.
 */
export interface Contact {
  readonly id: string
  readonly on: LocalDate
  /** `22:14` or `22:14:05`; null when not remembered. */
  readonly time: string | null
  readonly channel: Channel
  /** `in`: they contacted. `out`: the person did. */
  readonly direction: 'in' | 'out'
  /** Whether a call was answered, or a visit met somebody. */
  readonly isAnswered: boolean | null
  readonly seconds: number | null
  /** As it was shown, masked or not; empty when hidden or not a number. */
  readonly number: string
  /** Who made the contact, when it is known: the lender itself or its agency. */
  readonly byPartyId: PartyId | null
  readonly loanId: LoanId | null
  /** The caller's own words on who they are. */
  readonly saidToBe: string
  /** Whether the caller named the institution unasked. */
  readonly namedInstitution: boolean | null
  readonly reached: Reached
  /** The person reached, when it was not the debtor. */
  readonly person: string
  /** Co-debtor, guarantor or another who owes the debt too (债务相关第三人). */
  readonly isDebtRelated: boolean
  readonly said: string
  /** What the debtor said: promises, admissions, dates. */
  readonly answered: string
  readonly tags: readonly ContactTag[]
  /** The debtor had agreed to be contacted at this hour. */
  readonly hourAgreed: boolean
  /** Whether the debtor could be reached at the time (the exception of 失联); null: not asked yet. */
  readonly wasReachable: boolean | null
  readonly visit: Visit | null
}

/** A contact by a collector: what the person did is on record, and never held against a rule. */
export const isTheirs = ({ direction }: Contact): boolean => direction === 'in'

export const isToThird = ({ reached }: Contact): boolean => reached !== 'me' && reached !== 'public'

export const hasTag = ({ tags }: Contact, ...wanted: readonly ContactTag[]): boolean =>
  wanted.some((tag) => tags.includes(tag))

/** By time; contacts of a day without a time come first, then those recorded first. */
export const inOrder = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts
    .map((contact, at) => ({ contact, at, key: `${contact.on} ${contact.time ?? ''}` }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : left.at - right.at))
    .map(({ contact }) => contact)
