import type { Channel, ContactTag, Reached } from '#domain/contact/contact'
import type { RuleNature, Confidence } from '#domain/rules/rule'
import type { EscalationKind } from '../escalation'

type Words<K extends string> = Readonly<Record<K, string>>

/** A sentence about what the law says, with the rules it rests on: none is said without one. */
export interface LegalSentence {
  readonly text: string
  readonly rules: readonly string[]
}

/** The words of complaints in one language: data in `resources/complaints`, an argument here. */
export interface ComplaintWords {
  readonly title: Words<EscalationKind>
  /** `{party}` is the institution it is about. */
  readonly addressee: Words<EscalationKind>
  readonly heading: Words<
    'who' | 'against' | 'request' | 'facts' | 'findings' | 'statement' | 'evidence' | 'closing' | 'basis'
  >
  readonly facts: Words<'name' | 'id' | 'phone' | 'address' | 'email' | 'relation' | 'party' | 'channel'>
  readonly signer: string
  /** What is asked for when the person has written nothing yet. */
  readonly request: Words<EscalationKind>
  readonly closing: Readonly<Record<EscalationKind, readonly LegalSentence[]>>
  /** At the end of every paper: what it is not. */
  readonly only: string
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
  >
  readonly channel: Words<Channel>
  readonly reached: Words<Reached>
  readonly tag: Words<ContactTag>
  readonly finding: Words<'line' | 'counted'>
  readonly exhibit: Words<'line' | 'source' | 'proves' | 'original' | 'files'>
  readonly person: Words<'label' | 'marks'>
  readonly basis: Words<'line' | 'since' | 'sinceUnknown' | 'titleMarks'>
  readonly nature: Words<RuleNature>
  readonly confidence: Words<Confidence>
  readonly list: Words<'comma' | 'semicolon' | 'stop'>
  readonly date: string
  readonly months: readonly string[]
  readonly footer: string
  /** On top of a translation of a paper that goes to a Chinese authority; empty where it is the original. */
  readonly translationNote: string
}
