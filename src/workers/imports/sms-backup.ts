import { SaxesParser, type SaxesTagPlain } from 'saxes'
import {
  beijingTime,
  type Dropped,
  type ImportedContact,
  type ImportedContacts,
} from '#domain/contact/imported-contact'

type Attributes = Readonly<Record<string, string>>

/** Kinds of a call in Android's log; voicemail and the like are contacts that nobody answered. */
const CALLS: Readonly<Record<string, { readonly direction: 'in' | 'out'; readonly isAnswered: boolean | null }>> = {
  '1': { direction: 'in', isAnswered: true },
  '2': { direction: 'out', isAnswered: null },
  '3': { direction: 'in', isAnswered: false },
  '4': { direction: 'in', isAnswered: false },
  '5': { direction: 'in', isAnswered: false },
  '6': { direction: 'in', isAnswered: false },
}
/** Kinds of a text: received, sent; drafts and what failed reached nobody. */
const TEXTS: Readonly<Record<string, 'in' | 'out'>> = { '1': 'in', '2': 'out' }
const UNSENT = new Set(['3', '4', '5', '6'])
/** Who sent a multimedia message, by the code of its address. */
const FROM = '137'
/** What the app writes where there is nothing. */
const NOTHING = new Set(['null', '(Unknown)', ''])

/** The end of a chunk that may belong with the next: a half entity, alone or after the first half of a pair, or that half. */
const CUT_OFF = /(?:&#\d{5};)?&[^;&]{0,10}$|&#(?:55[2-9]\d\d|56[0-2]\d\d|563[01]\d);$/

const said = (value: string | undefined): string => (value === undefined || NOTHING.has(value) ? '' : value)

/** Most characters of one record without its pictures: a longer one is no message. */
const MAX_RECORD = 8_000_000

/** Longest words of a record that are kept, as the log holds them. */
export const MAX_TEXT = 4000

/** What a backup gave, and why its reading ended early. */
export interface SmsBackup extends ImportedContacts {
  /** `doctype`: such a file declares its own entities, which no backup does. `tooMany`: only the first records are given. */
  readonly endedBy: 'end' | 'doctype' | 'recordTooLong' | 'tooMany'
  /** Whether the file holds calls or messages. */
  readonly holds: 'calls' | 'messages'
}

export interface SmsBackupReader {
  /** False once reading further changes nothing. */
  readonly isOpen: boolean
  readonly count: number
  write(chunk: string): void
  end(): SmsBackup
}

/**
 * Reads backups of SMS Backup & Restore (calls, texts, multimedia messages), chunk by chunk: pictures inside are passed over.
 * A broken record costs itself; a file that was cut off gives what stood before the cut.
 */
export function smsBackupReader(maxRecords: number): SmsBackupReader {
  const contacts: ImportedContact[] = []
  const dropped: Partial<Record<Dropped, number>> = {}
  const drop = (why: Dropped): void => void (dropped[why] = (dropped[why] ?? 0) + 1)
  let endedBy: SmsBackup['endedBy'] = 'end'
  let holds: SmsBackup['holds'] = 'messages'
  const take = (contact: ImportedContact | Dropped | null): void => {
    if (typeof contact === 'string') drop(contact)
    else if (contact && contacts.length < maxRecords)
      contacts.push({ ...contact, text: contact.text.slice(0, MAX_TEXT) })
    else if (contact) endedBy = 'tooMany'
  }
  let message: { readonly attributes: Attributes; texts: string[]; from: string; to: string } | null = null
  let depth = 0
  let errors = 0
  const parser = new SaxesParser()
  parser.on('error', () => {
    errors += 1
  })
  parser.on('doctype', () => {
    endedBy = 'doctype'
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1
    if (name === 'calls') holds = 'calls'
    if (name === 'call') take(callOf(attributes))
    else if (name === 'sms') take(textOf(attributes))
    else if (name === 'mms') message = { attributes, texts: [], from: '', to: '' }
    else if (name === 'part' && message && attributes['ct'] === 'text/plain')
      message.texts.push(said(attributes['text']))
    else if (name === 'addr' && message) {
      if (attributes['type'] === FROM) message.from ||= said(attributes['address'])
      else message.to ||= said(attributes['address'])
    }
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    if (name !== 'mms' || !message) return
    take(multimediaOf(message.attributes, message))
    message = null
  })
  const pictures = pictureFilter()
  let held = ''
  let sinceTag = 0
  return {
    get isOpen() {
      return endedBy === 'end'
    },
    get count() {
      return contacts.length
    },
    write(chunk) {
      if (endedBy !== 'end') return
      const text = held + pictures(chunk)
      // An entity may be cut by the end of a chunk, and a pair of them too.
      const cut = text.length - (CUT_OFF.exec(text)?.[0].length ?? 0)
      held = text.slice(cut)
      const ready = text.slice(0, cut)
      const lastTag = ready.lastIndexOf('>')
      sinceTag = lastTag < 0 ? sinceTag + ready.length : ready.length - lastTag
      if (sinceTag > MAX_RECORD) endedBy = 'recordTooLong'
      else parser.write(withPairs(ready))
    },
    end() {
      const isWhole = endedBy === 'end'
      if (isWhole) parser.write(withPairs(held))
      const isCut = isWhole && depth > 0
      if (isCut) drop('cut_off')
      if (isWhole) parser.close()
      const broken = errors - (isCut ? 1 : 0)
      if (broken > 0) dropped.broken = (dropped.broken ?? 0) + broken
      return { contacts, dropped, endedBy, holds }
    },
  }
}

/** The same from chunks that are all at hand. */
export function readSmsBackup(chunks: Iterable<string>, maxRecords = Infinity): SmsBackup {
  const reader = smsBackupReader(maxRecords)
  for (const chunk of chunks) reader.write(chunk)
  return reader.end()
}

const DATA = ' data="'

/** Takes the pictures (base64 in `data`, most of a backup of gigabytes) out of the text before it is parsed. */
function pictureFilter(): (chunk: string) => string {
  let isInside = false
  let held = ''
  return (chunk) => {
    let rest = held + chunk
    held = ''
    let kept = ''
    for (;;) {
      if (isInside) {
        const end = rest.indexOf('"')
        if (end < 0) return kept
        rest = rest.slice(end)
        isInside = false
      }
      const start = rest.indexOf(DATA)
      if (start < 0) {
        const tail = tailOf(rest)
        held = rest.slice(rest.length - tail)
        return kept + rest.slice(0, rest.length - tail)
      }
      kept += rest.slice(0, start + DATA.length)
      rest = rest.slice(start + DATA.length)
      isInside = true
    }
  }
}

/** How much of the end of a text may be the beginning of `DATA`. */
function tailOf(text: string): number {
  for (let length = Math.min(DATA.length - 1, text.length); length > 0; length -= 1)
    if (DATA.startsWith(text.slice(text.length - length))) return length
  return 0
}

/** Emoji stand as two halves in numbers, which XML forbids: joined, or replaced where one is alone. */
const withPairs = (text: string): string =>
  text
    .replace(/&#(5[56]\d{3});&#(5[67]\d{3});/g, (whole, high: string, low: string) => {
      const [first, second] = [Number(high), Number(low)]
      const isPair = first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff
      return isPair ? `&#${(first - 0xd800) * 0x400 + (second - 0xdc00) + 0x10000};` : whole
    })
    .replace(/&#(5[5-7]\d{3});/g, (whole, unit: string) =>
      Number(unit) >= 0xd800 && Number(unit) <= 0xdfff ? '&#65533;' : whole,
    )

const count = (value: string | undefined): number | null => {
  const number = Number(value)
  return value !== undefined && Number.isInteger(number) && number >= 0 ? number : null
}

function callOf(attributes: Attributes): ImportedContact | Dropped {
  const at = beijingTime(Number(attributes['date'] ?? Number.NaN))
  if (!at) return 'no_time'
  const kind = CALLS[attributes['type'] ?? '']
  if (!kind) return 'unknown_kind'
  const seconds = count(attributes['duration'])
  return {
    ...at,
    channel: 'call',
    direction: kind.direction,
    // A call that was made and lasted nothing was not answered.
    isAnswered: kind.isAnswered ?? (seconds === null ? null : seconds > 0),
    seconds,
    number:
      attributes['presentation'] === '1' || attributes['presentation'] === undefined ? said(attributes['number']) : '',
    name: said(attributes['contact_name']),
    text: '',
  }
}

function textOf(attributes: Attributes): ImportedContact | Dropped | null {
  if (UNSENT.has(attributes['type'] ?? '')) return null
  const at = beijingTime(Number(attributes['date'] ?? Number.NaN))
  if (!at) return 'no_time'
  const direction = TEXTS[attributes['type'] ?? '']
  if (!direction) return 'unknown_kind'
  return message(at, direction, said(attributes['address']), attributes, said(attributes['body']))
}

function multimediaOf(
  attributes: Attributes,
  parts: { readonly texts: readonly string[]; readonly from: string; readonly to: string },
): ImportedContact | Dropped | null {
  if (UNSENT.has(attributes['msg_box'] ?? '')) return null
  const at = beijingTime(Number(attributes['date'] ?? Number.NaN))
  if (!at) return 'no_time'
  const direction = TEXTS[attributes['msg_box'] ?? '']
  if (!direction) return 'unknown_kind'
  // A group is its addresses joined by `~`: the first stands for it.
  const [address = ''] = said(attributes['address']).split('~')
  const number = (direction === 'in' ? parts.from : '') || address
  return message(at, direction, number, attributes, parts.texts.join('\n'))
}

const message = (
  at: Pick<ImportedContact, 'on' | 'time'>,
  direction: 'in' | 'out',
  number: string,
  attributes: Attributes,
  text: string,
): ImportedContact => ({
  ...at,
  channel: 'sms',
  direction,
  isAnswered: null,
  seconds: null,
  number,
  name: said(attributes['contact_name']),
  text,
})
