import { parseClock } from '#domain/calendar/clock-text'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Channel, ContactTag, Reached } from '#domain/contact/contact'
import type { KnownNumber } from '#domain/contact/known-number'
import type { ContactEntry } from '#domain/contact/logged-contact'
import { phoneNumber } from '#domain/contact/phone-number'
import type { Party } from '#domain/loan/party'

export type YesNo = 'yes' | 'no' | 'unknown'

/** Who made a contact, as the form holds it: nobody known yet, a party on record, or one typed by name. */
export type ByDraft =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'party'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string }

/** An entry as it is typed. */
export interface EntryDraft {
  readonly on: LocalDate | null
  readonly time: string
  readonly channel: Channel
  readonly direction: 'in' | 'out'
  readonly answered: YesNo
  /** As a file said; nobody types it. */
  readonly seconds: number | null
  readonly number: string
  readonly by: ByDraft
  readonly loanId: string
  readonly saidToBe: string
  readonly named: YesNo
  readonly reached: Reached
  readonly person: string
  readonly isDebtRelated: boolean
  readonly reachable: YesNo
  readonly said: string
  readonly ownWords: string
  readonly tags: readonly ContactTag[]
  readonly hourAgreed: boolean
  readonly people: string
  readonly credentials: YesNo
  readonly cameIn: YesNo
  readonly promise: string
  readonly promiseBy: LocalDate | null
  readonly promiseKept: YesNo
}

export const emptyEntry = (on: LocalDate | null, time: string): EntryDraft => ({
  on,
  time,
  channel: 'call',
  direction: 'in',
  answered: 'unknown',
  seconds: null,
  number: '',
  by: { kind: 'unknown' },
  loanId: '',
  saidToBe: '',
  named: 'unknown',
  reached: 'me',
  person: '',
  isDebtRelated: false,
  reachable: 'unknown',
  said: '',
  ownWords: '',
  tags: [],
  hourAgreed: false,
  people: '',
  credentials: 'unknown',
  cameIn: 'unknown',
  promise: '',
  promiseBy: null,
  promiseKept: 'unknown',
})

const yesNo = (value: boolean | null): YesNo => (value === null ? 'unknown' : value ? 'yes' : 'no')
const truth = (value: YesNo): boolean | null => (value === 'unknown' ? null : value === 'yes')

export const draftOfEntry = (entry: ContactEntry): EntryDraft => ({
  on: entry.on,
  time: entry.time ?? '',
  channel: entry.channel,
  direction: entry.direction,
  answered: yesNo(entry.isAnswered),
  seconds: entry.seconds,
  number: entry.number,
  by: entry.byPartyId === null ? { kind: 'unknown' } : { kind: 'party', id: entry.byPartyId },
  loanId: entry.loanId ?? '',
  saidToBe: entry.saidToBe,
  named: yesNo(entry.namedInstitution),
  reached: entry.reached,
  person: entry.person,
  isDebtRelated: entry.isDebtRelated,
  reachable: yesNo(entry.wasReachable),
  said: entry.said,
  ownWords: entry.answered,
  tags: entry.tags,
  hourAgreed: entry.hourAgreed,
  people: String(entry.visit?.people ?? ''),
  credentials: yesNo(entry.visit?.showedCredentials ?? null),
  cameIn: yesNo(entry.visit?.cameInWithoutConsent ?? null),
  promise: entry.theirPromise?.text ?? '',
  promiseBy: entry.theirPromise?.by ?? null,
  promiseKept: yesNo(entry.theirPromise?.kept ?? null),
})

export interface EntryErrors {
  readonly on?: 'missing' | 'future'
  readonly time?: 'unreadable'
  readonly by?: 'missing'
  readonly people?: 'unreadable'
}

export const isToOthers = ({ reached }: Pick<EntryDraft, 'reached'>): boolean =>
  reached !== 'me' && reached !== 'public'

export function entryErrors(draft: EntryDraft, today: LocalDate): EntryErrors {
  const people = draft.people.trim()
  return {
    ...(draft.on === null ? { on: 'missing' as const } : draft.on > today ? { on: 'future' as const } : {}),
    ...(draft.time.trim() !== '' && parseClock(draft.time) === null ? { time: 'unreadable' as const } : {}),
    ...(draft.by.kind === 'new' && draft.by.name.trim() === '' ? { by: 'missing' as const } : {}),
    ...(draft.channel === 'visit' && people !== '' && !/^[1-9]\d?$/.test(people)
      ? { people: 'unreadable' as const }
      : {}),
  }
}

export interface MadeEntry {
  readonly entry: ContactEntry
  readonly parties: readonly Party[]
  readonly numbers: readonly KnownNumber[]
}

/** The entry a draft without errors stands for, with what it makes known: a new party, and whose the number is. */
export function entryFromDraft(
  draft: EntryDraft,
  id: string,
  known: readonly KnownNumber[],
  newId: () => string,
): MadeEntry | null {
  const { on, by, channel } = draft
  if (on === null) return null
  const party: Party | null =
    by.kind === 'new'
      ? {
          id: newId(),
          name: by.name.trim(),
          type: 'collector',
          department: '',
          address: '',
          officialChannel: '',
          note: '',
        }
      : null
  const byPartyId = party?.id ?? (by.kind === 'party' ? by.id : null)
  const promise = draft.promise.trim()
  const people = draft.people.trim()
  const isVisit = channel === 'visit'
  const entry: ContactEntry = {
    id,
    on,
    time: parseClock(draft.time),
    channel,
    direction: draft.direction,
    isAnswered: channel === 'call' || isVisit ? truth(draft.answered) : null,
    seconds: draft.seconds,
    number: draft.number.trim(),
    byPartyId,
    loanId: draft.loanId === '' ? null : draft.loanId,
    saidToBe: draft.saidToBe.trim(),
    namedInstitution: truth(draft.named),
    reached: draft.reached,
    person: isToOthers(draft) ? draft.person.trim() : '',
    isDebtRelated: isToOthers(draft) && draft.isDebtRelated,
    said: draft.said.trim(),
    answered: draft.ownWords.trim(),
    tags: draft.tags,
    hourAgreed: draft.hourAgreed,
    wasReachable: isToOthers(draft) ? truth(draft.reachable) : null,
    visit: isVisit
      ? {
          people: people === '' ? null : Number(people),
          showedCredentials: truth(draft.credentials),
          cameInWithoutConsent: truth(draft.cameIn),
        }
      : null,
    theirPromise: promise === '' ? null : { text: promise, by: draft.promiseBy, kept: truth(draft.promiseKept) },
  }
  return { entry, parties: party ? [party] : [], numbers: numberLearnt(entry, known, newId) }
}

/** A number somebody was named behind for the first time. A masked one may be several: nothing is learnt from it. */
function numberLearnt(
  { number, byPartyId, direction }: ContactEntry,
  known: readonly KnownNumber[],
  newId: () => string,
): readonly KnownNumber[] {
  const { key, kind } = phoneNumber(number)
  if (byPartyId === null || direction !== 'in' || key === '' || kind === 'masked') return []
  return known.some((each) => each.key === key)
    ? []
    : [{ id: newId(), key, holder: 'collector', partyId: byPartyId, name: '' }]
}
