import { readCallBill, type BillColumns } from '#domain/contact/call-bill'
import { namesIn, readChatLab, readMemoTrace, readWechatText } from '#domain/contact/chat'
import type { ContactSource } from '#domain/contact/contact-import'
import type { ImportedContact, ImportedContacts } from '#domain/contact/imported-contact'
import { csvRows, decoded } from './csv-rows'
import { sheetRows } from './sheet-rows'
import { MAX_TEXT, smsBackupReader } from './sms-backup'
import { zipVerdict } from './zip-sizes'

export interface ReadInput {
  /** A file is read as a stream; a text was pasted. */
  readonly from: File | string
  /** The person's own name in a chat, once it was asked for. */
  readonly own: string | null
  /** Columns of a list, once they were asked for or are remembered, by the row of names. */
  readonly columns: Readonly<Record<string, BillColumns>>
}

export interface ReadProgress {
  readonly readBytes: number
  readonly totalBytes: number
  readonly records: number
}

export type Refusal =
  'unknown' | 'webPage' | 'tooLarge' | 'doctype' | 'recordTooLong' | 'encrypted' | 'broken' | 'empty'

/** What a file turned out to be. */
export type ReadAnswer =
  | (ImportedContacts & {
      readonly kind: 'read'
      readonly source: ContactSource
      /** Only the first records were taken. */
      readonly isCut: boolean
    })
  | { readonly kind: 'needsOwn'; readonly names: readonly string[] }
  | { readonly kind: 'needsColumns'; readonly header: string; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'refused'; readonly reason: Refusal }

/** Limits of what a file may ask for. Backups of messages are streamed and may be of any size. */
export interface ReadLimits {
  readonly wholeBytes: number
  readonly unpackedBytes: number
  readonly records: number
}

export const READ_LIMITS: ReadLimits = { wholeBytes: 64_000_000, unpackedBytes: 200_000_000, records: 200_000 }

/** Rows a person is shown to say which column is which. */
const SAMPLE_ROWS = 8

/** Reads any of the files in which contacts come. What it is, is told from its content and never from its name. */
export async function readContacts(
  input: ReadInput,
  report: (progress: ReadProgress) => void,
  limits: ReadLimits = READ_LIMITS,
): Promise<ReadAnswer> {
  const { from } = input
  const isText = typeof from === 'string'
  const size = isText ? from.length : from.size
  if (size === 0) return refused('empty')
  const head = isText ? from.slice(0, 65_536) : decoded(new Uint8Array(await from.slice(0, 65_536).arrayBuffer()))
  if (/^\s*(?:<\?xml|<!--|<(?:calls|smses)\b|<!DOCTYPE (?!html))/i.test(head.replace(/^\uFEFF/, '')))
    return readXml(from, report, limits)
  if (size > limits.wholeBytes) return refused('tooLarge')
  const bytes = isText ? null : new Uint8Array(await from.arrayBuffer())
  report({ readBytes: size, totalBytes: size, records: 0 })
  if (bytes && isOldSheet(bytes)) return readSheets(bytes, input, limits)
  if (bytes && isZip(bytes)) {
    const verdict = await zipVerdict(bytes, limits.unpackedBytes)
    return verdict === 'fine' ? readSheets(bytes, input, limits) : refused(verdict)
  }
  const text = (isText ? from : decoded(bytes ?? new Uint8Array())).replace(/^\uFEFF/, '')
  if (/^\s*<(?:!doctype html|html|table|head|body)\b/i.test(text)) return refused('webPage')
  if (/^\s*[[{]/.test(text)) return readJson(text, limits)
  if (/聊天记录如下|^[—–-]{3,}\s*\d{4}-\d{2}-\d{2}\s*[—–-]{3,}$/m.test(text)) return readChat(text, input, limits)
  return readRows([csvRows(text)], input, limits)
}

const refused = (reason: Refusal): ReadAnswer => ({ kind: 'refused', reason })

const isOldSheet = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)
const isZip = (bytes: Uint8Array): boolean => [0x50, 0x4b, 3, 4].every((byte, at) => bytes[at] === byte)

function answer(
  source: ContactSource,
  { contacts, dropped }: ImportedContacts,
  limits: ReadLimits,
  isCut = false,
): ReadAnswer {
  const kept = contacts.slice(0, limits.records).map(shortened)
  return { kind: 'read', source, contacts: kept, dropped, isCut: isCut || contacts.length > kept.length }
}

const shortened = (contact: ImportedContact): ImportedContact => ({
  ...contact,
  text: contact.text.slice(0, MAX_TEXT),
  name: contact.name.slice(0, 200),
  number: contact.number.slice(0, 60),
  seconds: contact.seconds === null ? null : Math.min(contact.seconds, 86_400),
})

async function readXml(
  from: File | string,
  report: (progress: ReadProgress) => void,
  limits: ReadLimits,
): Promise<ReadAnswer> {
  const reader = smsBackupReader(limits.records)
  if (typeof from === 'string') reader.write(from)
  else {
    let readBytes = 0
    const decoder = new TextDecoder()
    const stream = from.stream().getReader()
    for (;;) {
      const { done, value } = await stream.read()
      if (done) break
      readBytes += value.byteLength
      reader.write(decoder.decode(value, { stream: true }))
      report({ readBytes, totalBytes: from.size, records: reader.count })
      if (!reader.isOpen) {
        await stream.cancel().catch(() => undefined)
        break
      }
    }
    reader.write(decoder.decode())
  }
  const read = reader.end()
  if (read.endedBy === 'doctype' || read.endedBy === 'recordTooLong') return refused(read.endedBy)
  if (read.contacts.length === 0 && Object.keys(read.dropped).length === 0) return refused('unknown')
  return answer(read.holds === 'calls' ? 'callsXml' : 'smsXml', read, limits, read.endedBy === 'tooMany')
}

function readJson(text: string, limits: ReadLimits): ReadAnswer {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('broken')
  }
  const read = readChatLab(value)
  return read ? answer('chatLab', read, limits) : refused('unknown')
}

function readChat(text: string, { own }: ReadInput, limits: ReadLimits): ReadAnswer {
  const names = namesIn(text)
  if (names.length === 0) return refused('unknown')
  if (own === null) return { kind: 'needsOwn', names: names.slice(0, 200) }
  return answer('wechatText', readWechatText(text, own), limits)
}

function readSheets(bytes: Uint8Array, input: ReadInput, limits: ReadLimits): ReadAnswer {
  try {
    return readRows(sheetRows(bytes), input, limits)
  } catch {
    return refused('broken')
  }
}

/** The first sheet that is a list; else the person says which column is which of the first that holds anything. */
function readRows(
  sheets: readonly (readonly (readonly string[])[])[],
  { columns }: ReadInput,
  limits: ReadLimits,
): ReadAnswer {
  for (const rows of sheets) {
    const memo = readMemoTrace(rows)
    if (memo) return answer('memoTrace', memo, limits)
    const bill = readCallBill(rows)
    if (bill) return answer('callBill', bill, limits)
  }
  const rows = sheets.find((sheet) => sheet.some((row) => row.length > 1))
  if (!rows) return refused('unknown')
  const header = headerOf(rows)
  const given = columns[header]
  const bill = given ? readCallBill(rows, given) : null
  if (bill) return answer('callBill', bill, limits)
  return {
    kind: 'needsColumns',
    header,
    rows: rows.slice(0, SAMPLE_ROWS).map((row) => row.slice(0, 40).map((cell) => cell.slice(0, 80))),
  }
}

/** The row of names of a list nobody knows: its widest row among the first. */
const headerOf = (rows: readonly (readonly string[])[]): string => {
  const width = Math.max(...rows.slice(0, SAMPLE_ROWS).map((row) => row.length))
  const row = rows.find((each) => each.length === width) ?? []
  return row
    .map((cell) => cell.replace(/\s/g, ''))
    .join('|')
    .slice(0, 1000)
}
