import { isLocalDate, type LocalDate } from '#domain/calendar/local-date'
import { beijingTime, type Dropped, type ImportedContact, type ImportedContacts } from './imported-contact'

/** A message of a chat with who wrote it. */
interface Message {
  readonly at: { readonly on: LocalDate; readonly time: string | null }
  readonly sender: string
  readonly isOwn: boolean
  readonly isCall: boolean
  readonly text: string
}

const contactOf = ({ at, sender, isOwn, isCall, text }: Message): ImportedContact => ({
  ...at,
  channel: 'wechat',
  direction: isOwn ? 'out' : 'in',
  isAnswered: null,
  seconds: isCall ? callSeconds(text) : null,
  number: '',
  name: isOwn ? '' : sender,
  text,
})

const callSeconds = (text: string): number | null => {
  const found = /(\d+):(\d{2})(?::(\d{2}))?/.exec(text)
  if (!found) return null
  const parts = [found[1], found[2], found[3]].filter((part) => part !== undefined).map(Number)
  return parts.reduce((sum, part) => sum * 60 + part, 0)
}

const DAY_LINE = /^[—–-]{3,}\s*(\d{4}-\d{2}-\d{2})\s*[—–-]{3,}$/
const NAME_LINE = /^(.+?)\s{2,}(\d{1,2}:\d{2})$/

/** The names that write in copied or mailed WeChat messages, in the order in which they first do. */
export function namesIn(text: string): readonly string[] {
  const names = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    const name = NAME_LINE.exec(line)?.[1]
    if (name) names.add(name)
  }
  return [...names]
}

/**
 * Reads messages that WeChat copied or mailed: days between dashes, `name  HH:MM`, then the words, over several lines. Names may
 * themselves hold times. `own` is the person's own name among `namesIn`.
 */
export function readWechatText(text: string, own: string): ImportedContacts {
  const contacts: ImportedContact[] = []
  const dropped: Partial<Record<Dropped, number>> = {}
  let on: LocalDate | null = null
  let open: { readonly sender: string; readonly time: string; readonly lines: string[] } | null = null
  const close = (): void => {
    if (!open) return
    const words = open.lines.join('\n').trim()
    if (on === null) dropped.no_time = (dropped.no_time ?? 0) + 1
    else
      contacts.push(
        contactOf({
          at: { on, time: `${open.time}:00` },
          sender: open.sender,
          isOwn: open.sender === own,
          isCall: false,
          text: words,
        }),
      )
    open = null
  }
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const day = DAY_LINE.exec(line.trim())?.[1]
    if (day !== undefined) {
      close()
      on = isLocalDate(day) ? day : null
      continue
    }
    const named = NAME_LINE.exec(line)
    if (named && isClock(named[2] ?? '')) {
      close()
      open = { sender: named[1] ?? '', time: (named[2] ?? '').padStart(5, '0'), lines: [] }
    } else open?.lines.push(line)
  }
  close()
  return { contacts, dropped }
}

const isClock = (text: string): boolean => {
  const [hours, minutes] = text.split(':').map(Number)
  return (hours ?? 24) < 24 && (minutes ?? 60) < 60
}

/** Kinds of a ChatLab message that nobody wrote: system lines and what was taken back. */
const NOT_SAID: ReadonlySet<unknown> = new Set([80, 81])
const CALL = 23

/** Reads ChatLab's interchange JSON (0.0.2). Null when it is none; records that do not fit are left out and counted. */
export function readChatLab(value: unknown): ImportedContacts | null {
  const file = record(value)
  const meta = record(file['meta'])
  if (typeof record(file['chatlab'])['version'] !== 'string' || !Array.isArray(file['messages'])) return null
  const contacts: ImportedContact[] = []
  const dropped: Partial<Record<Dropped, number>> = {}
  for (const entry of file['messages'] as readonly unknown[]) {
    const { sender, accountName, timestamp, type, content } = record(entry)
    if (NOT_SAID.has(type)) continue
    const at = typeof timestamp === 'number' ? beijingTime(timestamp * 1000) : null
    if (!at) {
      dropped.no_time = (dropped.no_time ?? 0) + 1
      continue
    }
    contacts.push(
      contactOf({
        at,
        sender: typeof accountName === 'string' ? accountName : '',
        isOwn: typeof sender === 'string' && sender === meta['ownerId'],
        isCall: type === CALL,
        text: typeof content === 'string' ? content : '',
      }),
    )
  }
  return { contacts, dropped }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

const MEMO_COLUMNS = ['IsSender', 'CreateTime', 'StrContent', 'Type', 'Remark', 'NickName'] as const
const MEMO_SYSTEM = '10000'
const MEMO_TEXT = '1'
const MEMO_CALL = '50'

/** Reads the CSV of MemoTrace (留痕) by its column names; null when they are not there. */
export function readMemoTrace(rows: readonly (readonly string[])[]): ImportedContacts | null {
  const [header = [], ...body] = rows
  const places = MEMO_COLUMNS.map((name) => header.findIndex((cell) => cell.replace(/^\uFEFF/, '') === name))
  if (places.slice(0, 4).some((place) => place < 0)) return null
  const contacts: ImportedContact[] = []
  const dropped: Partial<Record<Dropped, number>> = {}
  for (const row of body) {
    const [isSender, created, content = '', type = '', remark = '', nick = ''] = places.map((place) => row[place])
    if (type === MEMO_SYSTEM) continue
    const at = beijingTime(Number(created ?? Number.NaN) * 1000)
    if (!at) {
      dropped.no_time = (dropped.no_time ?? 0) + 1
      continue
    }
    // What is no text is markup of the app: that something was sent is the fact.
    const text = type === MEMO_TEXT ? content.replace(/\r\n/g, '\n') : ''
    contacts.push(contactOf({ at, sender: remark || nick, isOwn: isSender === '1', isCall: type === MEMO_CALL, text }))
  }
  return { contacts, dropped }
}
