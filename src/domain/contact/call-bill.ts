import { isLocalDate, type LocalDate } from '#domain/calendar/local-date'
import type { Dropped, ImportedContact, ImportedContacts } from './imported-contact'

/** Columns of a carrier's list of calls or texts (通话详单、短信详单), by their place; -1 where there is none. */
export interface BillColumns {
  readonly number: number
  readonly start: number
  readonly direction: number
  readonly duration: number
}

/** A list read, with the columns it was read by: what the person may correct and the program remembers. */
export interface CallBill extends ImportedContacts {
  readonly columns: BillColumns
  /** The row of names; -1 when the columns were given. */
  readonly headerAt: number
}

const NAMES = {
  number: /^(?:对方|对端)?号码$|^对方号$|^通话号码$|^电话号码$/,
  start: /^(?:通话)?(?:起始|开始|发送)时间$|^通话日期$|^时间$/,
  duration: /^(?:通话|通信)时长(?:[（(]秒[）)])?$/,
  direction: /^呼叫类型$|^通信方式$|^通话类型$|^类型$/,
} as const

const MADE = /主叫|发送|呼出|去电/
const RECEIVED = /被叫|接收|接受|呼入|来电/
const HEADER_WITHIN = 30

/**
 * Reads the rows of a carrier's list. Layouts differ by carrier, province and year, so columns are found by their names, and
 * the direction by what stands in it (通话类型 is the direction in one layout and 本地/长途 in another). Null: no row of
 * names was found, and the person has to say which column is which. Missed and blocked calls stand in no such list.
 */
export function readCallBill(rows: readonly (readonly string[])[], given?: BillColumns): CallBill | null {
  const headerAt = given ? -1 : rows.findIndex((row, at) => at < HEADER_WITHIN && isHeader(row))
  if (!given && headerAt < 0) return null
  const body = rows.slice(headerAt + 1)
  const columns = given ?? columnsOf(rows[headerAt] ?? [], body)
  const years = yearsIn(rows.slice(0, Math.max(0, headerAt)))
  const contacts: ImportedContact[] = []
  const dropped: Partial<Record<Dropped, number>> = {}
  for (const row of body) {
    if (row.every((cell) => /^[\s-]*$/.test(cell))) continue
    const contact = contactOf(row, columns, years)
    if (typeof contact === 'string') dropped[contact] = (dropped[contact] ?? 0) + 1
    else contacts.push(contact)
  }
  return { contacts, dropped, columns, headerAt }
}

const plain = (cell: string | undefined): string => (cell ?? '').normalize('NFKC').replace(/\s/g, '')

const isHeader = (row: readonly string[]): boolean => {
  const names = row.map((cell) => cell.replace(/\s/g, ''))
  return names.some((name) => NAMES.number.test(name)) && names.some((name) => NAMES.start.test(name))
}

function columnsOf(header: readonly string[], body: readonly (readonly string[])[]): BillColumns {
  const names = header.map((cell) => cell.replace(/\s/g, ''))
  const place = (what: keyof typeof NAMES): number => names.findIndex((name) => NAMES[what].test(name))
  const says = (at: number): number =>
    body.filter((row) => MADE.test(row[at] ?? '') || RECEIVED.test(row[at] ?? '')).length
  const direction = names
    .map((name, at) => ({ at, isNamed: NAMES.direction.test(name), said: says(at) }))
    .filter(({ said }) => said > 0)
    .sort((left, right) => Number(right.isNamed) - Number(left.isNamed) || right.said - left.said)[0]
  return {
    number: place('number'),
    start: place('start'),
    duration: place('duration'),
    direction: direction?.at ?? -1,
  }
}

/** The span a list covers, as its head says it (从2020-03-01到2020-03-31): rows may leave the year out. */
function yearsIn(rows: readonly (readonly string[])[]): { readonly from: string; readonly to: string } | null {
  const found = /(\d{4}-\d{2}-\d{2})\D+(\d{4}-\d{2}-\d{2})/.exec(rows.flat().join(' '))
  return found ? { from: found[1] ?? '', to: found[2] ?? '' } : null
}

function contactOf(
  row: readonly string[],
  columns: BillColumns,
  years: ReturnType<typeof yearsIn>,
): ImportedContact | Dropped {
  const at = startOf(row[columns.start] ?? '', years)
  if (!at) return 'no_time'
  const said = plain(row[columns.direction])
  if (!MADE.test(said) && !RECEIVED.test(said)) return 'unknown_kind'
  const isText = /发送|接[收受]/.test(said)
  return {
    ...at,
    channel: isText ? 'sms' : 'call',
    direction: MADE.test(said) ? 'out' : 'in',
    // What a carrier bills was answered.
    isAnswered: isText ? null : true,
    seconds: isText ? null : secondsOf(row[columns.duration] ?? ''),
    number: /^[*-]*$/.test(plain(row[columns.number])) ? '' : plain(row[columns.number]),
    name: '',
    text: '',
  }
}

function startOf(
  cell: string,
  years: ReturnType<typeof yearsIn>,
): { readonly on: LocalDate; readonly time: string | null } | null {
  const found = /(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(
    cell.normalize('NFKC'),
  )
  if (!found) return null
  const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')
  const monthDay = `${two(found[2])}-${two(found[3])}`
  // Of a list over the turn of a year, the months after the beginning belong to the earlier one.
  const year = found[1] ?? (years && (monthDay >= years.from.slice(5) ? years.from : years.to).slice(0, 4))
  const on = `${year ?? ''}-${monthDay}`
  if (!isLocalDate(on)) return null
  const [hours, minutes, seconds] = [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)]
  if (found[4] === undefined) return { on, time: null }
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return { on, time: `${two(found[4])}:${two(found[5])}:${two(found[6] ?? '0')}` }
}

/** `89`, `47秒`, `8分27秒`, `1小时2分3秒`, `00:05:32`, `0'0'20`; null for what is none of them. */
export function secondsOf(cell: string): number | null {
  const text = plain(cell)
  if (/^\d+$/.test(text)) return Number(text)
  const clock = /^(\d+):(\d+)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const parts = /^(?:(\d+)(?:小时|时|:|'))?(?:(\d+)(?:分钟?|:|'))?(\d+)?(?:秒|")?$/.exec(text)
  if (!parts || text === '') return null
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
}
