import type { Channel, ContactTag, Reached } from '#domain/contact/contact'
import type { RuleNature, Confidence } from '#domain/rules/rule'
import type { EscalationKind, EscalationOutcome, EscalationSent } from '../escalation'
import type { CardWords, NoticeWords, WitnessWords } from './side-paper-words'

type Words<K extends string> = Readonly<Record<K, string>>

/** A sentence with the rules it rests on. One that says what the law says has at least one; plain advice has none. */
export interface Sentence {
  readonly text: string
  readonly rules: readonly string[]
  /** Said only where the case records an earlier complaint to the institution: it is a fact, not a form of words. */
  readonly needs?: string
}

/** The words of complaints in one language: data in `resources/complaints`, an argument here. */
export interface ComplaintWords {
  readonly title: Words<EscalationKind>
  /** `{party}` is the institution it is about. */
  readonly addressee: Words<EscalationKind>
  readonly heading: Words<
    'who' | 'against' | 'request' | 'before' | 'facts' | 'findings' | 'statement' | 'evidence' | 'closing' | 'basis'
  >
  /** A heading with its number. */
  readonly section: string
  readonly numerals: readonly string[]
  /** Who writes and whom it is about, where a paper calls them otherwise. */
  readonly sides: Readonly<Partial<Record<EscalationKind, Words<'who' | 'against'>>>>
  readonly facts: Words<
    | 'name'
    | 'id'
    | 'phone'
    | 'address'
    | 'email'
    | 'relation'
    | 'party'
    | 'channel'
    | 'birth'
    | 'ethnicity'
    | 'work'
    | 'partyAddress'
    | 'representative'
  >
  readonly witnesses: Words<'heading' | 'line'>
  /** Earlier steps in the same matter. */
  readonly before: Words<'line' | 'reference' | 'outcome' | 'words' | 'none'> & {
    readonly step: Words<EscalationKind>
    readonly channel: Words<EscalationSent['channel']>
    readonly result: Words<EscalationOutcome['result']>
  }
  readonly signer: string
  /** What is asked for when the person has written nothing yet. */
  readonly request: Words<EscalationKind>
  /** The same from a relative who writes for themselves, where it differs. */
  readonly requestOfRelative: Readonly<Partial<Record<EscalationKind, string>>>
  readonly closing: Readonly<Record<EscalationKind, readonly Sentence[]>>
  /** At the end of every paper: what it is not. */
  readonly only: string
  /** Before the records: their order, their clock, and what the quotation marks mean. */
  readonly factsIntro: string
  readonly contact: Words<
    | 'line'
    | 'answered'
    | 'unanswered'
    | 'out'
    | 'by'
    | 'number'
    | 'whom'
    | 'saidToBe'
    | 'said'
    | 'tags'
    | 'exhibits'
    | 'noTime'
    | 'seconds'
    | 'visitors'
    | 'credentials'
    | 'noCredentials'
    | 'cameIn'
    | 'unnamed'
    | 'reachable'
    | 'related'
  >
  readonly channel: Words<Channel>
  /** Whom a contact reached, as a paper says it. */
  readonly whom: Words<Reached>
  /** What the person recorded of a contact, as a paper says it whoever signs it. */
  readonly claim: Words<ContactTag>
  readonly finding: Words<'line' | 'counted' | 'document'>
  readonly exhibit: Words<'line' | 'source' | 'proves' | 'original' | 'files'>
  readonly person: Words<'label' | 'marks'>
  readonly basis: Words<'line' | 'document' | 'since' | 'sinceUnknown' | 'titleMarks'>
  readonly nature: Words<RuleNature>
  readonly confidence: Words<Confidence>
  readonly list: Words<'comma' | 'semicolon' | 'stop'>
  readonly date: string
  readonly months: readonly string[]
  readonly footer: string
  /** On top of a translation of a paper that goes to a Chinese authority; empty where it is the original. */
  readonly translationNote: string
  readonly witness: WitnessWords
  readonly card: CardWords
  readonly notice: NoticeWords
}
