import type { PartyId } from '#domain/loan/party'
import type { Contact, Reached } from './contact'
import type { ImportedContact } from './imported-contact'
import type { KnownNumber } from './known-number'
import type { ContactEntry } from './logged-contact'
import { numberReader } from './number-groups'
import type { PhoneNumber } from './phone-number'

/** All records of one sender: a number, or a name in a chat. */
export interface SenderGroup {
  /** `number <key>` or `name <name>`; `hidden` where neither was given. */
  readonly key: string
  readonly number: PhoneNumber | null
  readonly name: string
  readonly records: readonly ImportedContact[]
  /** Records whose words sound like collection. */
  readonly hits: number
  readonly known: KnownNumber | null
}

/** Words of collectors' texts, looked for after white space is removed: they put it between to pass filters. */
const COLLECTING =
  /逾期|催收|欠款|还款|代偿|委案|立案|起诉|诉讼|仲裁|律师函|征信|黑名单|失信|法务|调解|冻结|上门|走访|户籍|联系人|紧急联系|尽快处理|结清|减免|保全|执行|借款|贷款|账单|欠费/

/** Whether a text sounds like collection: a reason to show it first, never a finding. */
export const soundsLikeCollection = (text: string): boolean => COLLECTING.test(text.replace(/\s/g, ''))

/** Records by sender, those that sound like collection and known collectors first. */
export function senderGroups(
  records: readonly ImportedContact[],
  numbers: readonly KnownNumber[],
): readonly SenderGroup[] {
  const read = numberReader()
  const knownBy = new Map(numbers.map((number) => [number.key, number]))
  const groups = new Map<
    string,
    { -readonly [K in keyof SenderGroup]: SenderGroup[K] } & { records: ImportedContact[] }
  >()
  for (const record of records) {
    const number = record.number === '' ? null : read(record.number)
    const key = number?.key ? `number ${number.key}` : record.name === '' ? 'hidden' : `name ${record.name}`
    const group = groups.get(key) ?? {
      key,
      number: number?.key ? number : null,
      name: record.name,
      records: [],
      hits: 0,
      known: (number && knownBy.get(number.key)) ?? null,
    }
    group.records.push(record)
    if (record.direction === 'in' && soundsLikeCollection(record.text)) group.hits += 1
    if (group.name === '') group.name = record.name
    groups.set(key, group)
  }
  const weight = ({ known, hits, records: { length } }: SenderGroup): number =>
    (known?.holder === 'collector' ? 1e9 : 0) + hits * 1000 + length
  return [...groups.values()].sort((left, right) => weight(right) - weight(left))
}

/** What is taken of a sender, and who it is. */
export interface SenderChoice {
  readonly isTaken: boolean
  readonly partyId: PartyId | null
}

/**
 * Taken by itself: known collectors, and whoever wrote like one without standing in the address book. Everybody else's
 * messages stay where they are: family writes of debts and bills too.
 */
export const likelyChoice = ({ known, hits, number, name }: SenderGroup): SenderChoice => ({
  isTaken: known ? known.holder === 'collector' : hits > 0 && (number === null || name === ''),
  partyId: known?.partyId ?? null,
})

/** A contact as far as it can be told apart from another one. */
type Told = Pick<Contact, 'on' | 'time' | 'channel' | 'direction' | 'number'>

/** The same record: the same second, way, direction, number or name, and words but for blanks. */
const recordKey =
  (read: (text: string) => PhoneNumber) =>
  (contact: Told, name: string, text: string): string =>
    [
      contact.on,
      contact.time ?? '',
      contact.channel,
      contact.direction,
      contact.number === '' ? name : read(contact.number).key,
      text.replace(/\s/g, ''),
    ].join('\n')

/** The same call as somebody remembers it: to the minute, whatever was said of it. */
const rememberedKey =
  (read: (text: string) => PhoneNumber) =>
  ({ on, time, channel, direction, number }: Told): string =>
    [on, time?.slice(0, 5) ?? '', channel, direction, number === '' ? '' : read(number).key].join('\n')

/** What the log says of a contact, on whichever side it was said. */
const wordsOf = ({ direction, said, answered }: Contact): string => (direction === 'in' ? said : answered)

/** Written down by hand, to the minute. */
const isRemembered = ({ time, channel }: Contact): boolean => channel === 'call' && time?.length === 5

export interface ImportPreview {
  readonly entries: readonly ContactEntry[]
  /** Chosen records that are in the log already, or twice in the file. */
  readonly known: number
}

/**
 * The entries chosen records become. They were made to the owner of the phone. A call written down by hand stands for one
 * record of that minute, not for all of them: how often they call is what the rules count.
 */
export function entriesOf(
  groups: readonly SenderGroup[],
  choiceOf: (group: SenderGroup) => SenderChoice,
  log: readonly Contact[],
  newId: () => string,
  reached: Reached = 'me',
): ImportPreview {
  const read = numberReader()
  const [keyOf, minuteOf] = [recordKey(read), rememberedKey(read)]
  const seen = new Set(log.map((contact) => keyOf(contact, contact.saidToBe, wordsOf(contact))))
  const remembered = new Map<string, number>()
  for (const contact of log.filter(isRemembered))
    remembered.set(minuteOf(contact), (remembered.get(minuteOf(contact)) ?? 0) + 1)
  const entries: ContactEntry[] = []
  let known = 0
  for (const group of groups) {
    const { isTaken, partyId } = choiceOf(group)
    if (!isTaken) continue
    for (const record of group.records) {
      const key = keyOf(record, record.direction === 'in' ? record.name : '', record.text)
      const left = remembered.get(minuteOf(record)) ?? 0
      if (seen.has(key) || left > 0) {
        if (!seen.has(key)) remembered.set(minuteOf(record), left - 1)
        known += 1
        continue
      }
      seen.add(key)
      entries.push(entryOf(record, partyId, newId(), reached))
    }
  }
  return { entries, known }
}

const entryOf = (record: ImportedContact, byPartyId: PartyId | null, id: string, reached: Reached): ContactEntry => ({
  id,
  on: record.on,
  time: record.time,
  channel: record.channel,
  direction: record.direction,
  isAnswered: record.isAnswered,
  seconds: record.seconds,
  number: record.number,
  byPartyId,
  loanId: null,
  saidToBe: record.number === '' && record.direction === 'in' ? record.name : '',
  namedInstitution: null,
  reached,
  person: '',
  isDebtRelated: false,
  said: record.direction === 'in' ? record.text : '',
  answered: record.direction === 'out' ? record.text : '',
  tags: [],
  hourAgreed: false,
  wasReachable: null,
  visit: null,
  theirPromise: null,
})
