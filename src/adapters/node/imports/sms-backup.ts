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

/**
 * Reads backups of SMS Backup & Restore (calls, texts, multimedia messages), chunk by chunk: pictures inside are passed over.
 * A broken record costs itself; a file that was cut off gives what stood before the cut.
 */
export function readSmsBackup(chunks: Iterable<string>): ImportedContacts {
  const contacts: ImportedContact[] = []
  const dropped: Partial<Record<Dropped, number>> = {}
  const drop = (why: Dropped): void => void (dropped[why] = (dropped[why] ?? 0) + 1)
  const take = (contact: ImportedContact | Dropped | null): void => {
    if (typeof contact === 'string') drop(contact)
    else if (contact) contacts.push(contact)
  }
  let message: { readonly attributes: Attributes; texts: string[]; from: string; to: string } | null = null
  let depth = 0
  let errors = 0
  const parser = new SaxesParser()
  parser.on('error', () => {
    errors += 1
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1
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
  let held = ''
  for (const chunk of chunks) {
    const text = held + chunk
    // An entity may be cut by the end of a chunk, and a pair of them too.
    const cut = text.length - (CUT_OFF.exec(text)?.[0].length ?? 0)
    held = text.slice(cut)
    parser.write(withPairs(text.slice(0, cut)))
  }
  parser.write(withPairs(held))
  if (depth > 0) drop('cut_off')
  parser.close()
  const broken = errors - (depth > 0 ? 1 : 0)
  if (broken > 0) dropped.broken = (dropped.broken ?? 0) + broken
  return { contacts, dropped }
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
