import { isLocalDate, type LocalDate } from '../calendar/local-date'
import { ZERO_FEN, type Fen } from '../money/fen'
import { parseAmount } from '../money/parse-amount'
import type { StatedRow } from './terms'

export type DroppedReason =
  | 'no_date'
  /** 12月15日 before any row named a year. */
  | 'date_without_year'
  /** 30 February. */
  | 'date_does_not_exist'
  | 'no_amount'
  | 'amount_unreadable'
  /** Only a total is given beside interest or fees larger than it. */
  | 'parts_exceed_total'
  /** Principal + interest + fees is not the printed total. */
  | 'total_differs'

export interface ParsedPlan {
  readonly rows: StatedRow[]
  readonly dropped: { line: number; text: string; reason: DroppedReason }[]
}

type Column = 'number' | 'date' | 'principal' | 'interest' | 'fee' | 'total' | 'other'

const HEADER_WORDS: readonly (readonly [RegExp, Column])[] = [
  [/剩余|余额|已还|状态|balance|status/i, 'other'],
  [/应还合计|应还总额|应还金额|还款金额|每期还款|月供|合计|总额|总计|应还$|total|amount due|payment/i, 'total'],
  [/本金|principal/i, 'principal'],
  [/利息|interest/i, 'interest'],
  [/手续费|服务费|担保费|保费|费用|费|fee/i, 'fee'],
  [/还款日|到期日|应还日|日期|时间|date|due/i, 'date'],
  [/期数|期次|期号|序号|期|^no\.?$|^n$|^#$|period/i, 'number'],
]

const FULL_DATE = /(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})(?:\s*日)?/
const SHORT_DATE = /(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日/
const DATE_MARK = '\u0001'
const DEFAULT_COLUMNS: readonly Column[] = ['principal', 'interest', 'fee', 'total']

/**
 * Reads a repayment plan pasted from a lender's app or a spreadsheet: one instalment to a line, cells apart by tabs,
 * commas, bars or spaces, with or without a header (期数 还款日 本金 利息 手续费 应还合计, in any order).
 *
 * Dates    2026-12-15, 2026/12/15, 2026年12月15日; 12月15日 takes its year from the row before it.
 * Amounts  with ¥, 元 and thousands commas. Without a header: one amount is the total and is taken as principal; then
 *          principal and interest; principal, interest and fee (or total, when it is their sum); all four.
 * Dropped  every other line, with its number (from 1) and why; totals lines and headers are passed over silently.
 */
export function parseLenderPlan(text: string): ParsedPlan {
  const rows: StatedRow[] = []
  const dropped: ParsedPlan['dropped'] = []
  let columns: readonly Column[] | null = null
  let previous: LocalDate | null = null
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/\u3000/g, ' ').trim()
    if (line === '' || /^(合计|总计|total)/i.test(line)) return
    const header = headerColumns(line)
    if (header) {
      columns = header
      return
    }
    const row = readRow(line, columns, previous)
    if (typeof row === 'string') {
      dropped.push({ line: index + 1, text: raw, reason: row })
      return
    }
    previous = row.dueOn
    rows.push(row)
  })
  return { rows, dropped }
}

function headerColumns(line: string): readonly Column[] | null {
  if (/\d{3,}/.test(line)) return null
  const columns = cellsOf(line).map((cell) => HEADER_WORDS.find(([pattern]) => pattern.test(cell))?.[1] ?? 'other')
  const isHeader = columns.includes('date') || columns.filter((column) => column !== 'other').length >= 2
  return isHeader && !/\d/.test(line.replace(/[（(].*?[)）]/g, '')) ? columns : null
}

const THOUSANDS = /(\d),(?=\d{3}(\.\d{1,2})?(?!\d))/g
/** Strongest first. */
const SEPARATORS: readonly RegExp[] = [/\t/, /\|/, /[,，;；]/, /\s+/]

/** Cells by the strongest separator present alone, so that `Due date` stays one cell and an empty cell keeps its place. */
function cellsOf(line: string): string[] {
  const plain = withoutThousands(line)
  return trimmed(plain.split(SEPARATORS.find((separator) => separator.test(plain)) ?? /\s+/))
}

/** Cells where commas and spaces separate alike: `第1期，2026-12-15 1000 10`. */
const looseCellsOf = (line: string): string[] =>
  /[\t|]/.test(line) ? cellsOf(line) : trimmed(withoutThousands(line).split(/\s*[,，;；]\s*|\s+/))

/** Commas inside amounts are not separators. */
const withoutThousands = (line: string): string => line.replace(THOUSANDS, (_, head: string) => head)

function trimmed(parts: readonly string[]): string[] {
  const cells = parts.map((part) =>
    part
      .trim()
      .replace(/^["']|["']$/g, '')
      .trim(),
  )
  if (cells[0] === '') cells.shift()
  if (cells[cells.length - 1] === '') cells.pop()
  return cells
}

function readRow(
  line: string,
  columns: readonly Column[] | null,
  previous: LocalDate | null,
): StatedRow | DroppedReason {
  const dated = readDate(line, previous)
  if (typeof dated === 'string') return dated
  const amounts = amountsOf(dated.rest, columns)
  return typeof amounts === 'string' ? amounts : toRow(dated.dueOn, amounts)
}

/** By the header where the row has its cells; a row that has not is taken by place only when it is one sum: the total. */
function amountsOf(rest: string, columns: readonly Column[] | null): Amounts | DroppedReason {
  const loose = looseCellsOf(rest)
  if (columns === null) return amountsByPlace(loose)
  const needed = columns.filter((column) => column !== 'other').length
  const cells = [cellsOf(rest), loose].find(({ length }) => length >= needed)
  if (cells) return amountsByHeader(cells, columns)
  const amounts = amountsByPlace(loose)
  return typeof amounts === 'string' || Object.keys(amounts).length <= 1 ? amounts : 'amount_unreadable'
}

function readDate(line: string, previous: LocalDate | null): { dueOn: LocalDate; rest: string } | DroppedReason {
  const full = FULL_DATE.exec(line)
  const short = full ? null : SHORT_DATE.exec(line)
  const match = full ?? short
  if (!match) return 'no_date'
  if (!full && previous === null) return 'date_without_year'
  const [month, day] = (full ? full.slice(2, 4) : match.slice(1, 3)).map((part) => part.padStart(2, '0'))
  const monthDay = `-${month ?? ''}-${day ?? ''}`
  const sameYear = `${full?.[1] ?? (previous ?? '').slice(0, 4)}${monthDay}`
  const iso =
    !full && previous !== null && sameYear < previous ? `${Number(previous.slice(0, 4)) + 1}${monthDay}` : sameYear
  if (!isLocalDate(iso)) return 'date_does_not_exist'
  return { dueOn: iso, rest: line.replace(match[0], ` ${DATE_MARK} `) }
}

type Amounts = Partial<Record<'principal' | 'interest' | 'fee' | 'total', Fen>>

function amountsByHeader(cells: readonly string[], columns: readonly Column[]): Amounts | DroppedReason {
  const amounts: Amounts = {}
  for (const [index, column] of columns.entries()) {
    if (column === 'number' || column === 'date' || column === 'other') continue
    const amount = readCell(cells[index] ?? '')
    if (amount === 'amount_unreadable') return amount
    // Two fee columns (手续费, 担保费) add up.
    if (amount !== null) amounts[column] = ((column === 'fee' ? (amounts.fee ?? 0) : 0) + amount) as Fen
  }
  return amounts
}

function amountsByPlace(cells: readonly string[]): Amounts | DroppedReason {
  const at = cells.indexOf(DATE_MARK)
  // Before the date stands the instalment's number, after it the money; some apps put all money first.
  const after = cells.slice(at + 1)
  const candidates = after.length > 0 ? after : cells.slice(0, at)
  const read: Fen[] = []
  for (const cell of candidates) {
    if (/第?\d+\s*期|^\d+\/\d+$/.test(cell)) continue
    const amount = readCell(cell)
    if (amount === 'amount_unreadable') {
      if (/\d/.test(cell)) return amount
      continue
    }
    if (amount !== null) read.push(amount)
  }
  const [first, second, third] = read
  if (read.length === 1 && first !== undefined) return { total: first }
  if (read.length === 3 && first !== undefined && second !== undefined && third !== undefined) {
    if (first + second === third) return { principal: first, interest: second, total: third }
    if (second + third === first) return { total: first, principal: second, interest: third }
  }
  if (read.length === 4 && second !== undefined && third !== undefined && first === second + third + (read[3] ?? 0)) {
    return { total: first, principal: second, interest: third, fee: read[3] ?? ZERO_FEN }
  }
  return Object.fromEntries(read.slice(0, 4).map((amount, index) => [DEFAULT_COLUMNS[index], amount])) as Amounts
}

function readCell(cell: string): Fen | 'amount_unreadable' | null {
  if (/^(-+|—+|\/|无|)$/.test(cell)) return null
  const amount = parseAmount(cell)
  return amount.ok ? amount.value : 'amount_unreadable'
}

function toRow(dueOn: LocalDate, { principal, interest, fee, total }: Amounts): StatedRow | DroppedReason {
  if (principal === undefined && total === undefined) return 'no_amount'
  const charges = (interest ?? 0) + (fee ?? 0)
  if (principal === undefined) {
    const rest = (total ?? 0) - charges
    if (rest < 0) return 'parts_exceed_total'
    return { dueOn, principalFen: rest as Fen, interestFen: interest ?? ZERO_FEN, feeFen: fee ?? ZERO_FEN }
  }
  const missing = total === undefined ? 0 : total - principal - charges
  // A total above principal and interest with no fee column: the difference is a fee the app does not show apart.
  if (missing < 0 || (missing > 0 && fee !== undefined)) return 'total_differs'
  return {
    dueOn,
    principalFen: principal,
    interestFen: interest ?? ZERO_FEN,
    feeFen: ((fee ?? 0) + missing) as Fen,
  }
}
