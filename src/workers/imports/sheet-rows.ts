import { read, utils } from '@e965/xlsx'

/** The rows of each sheet as the cells show them; dates as `2026-03-10 22:14:05`. Throws on files that are none. */
export function sheetRows(bytes: Uint8Array): readonly (readonly (readonly string[])[])[] {
  const book = read(bytes, { type: 'array', cellDates: true, cellFormula: false, cellHTML: false })
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]
    if (!sheet) return []
    sheet['!ref'] = withinReason(sheet['!ref'])
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '', UTC: true })
    return rows.map((row) => row.map(cellText))
  })
}

/** Most rows and columns of a list; a sheet may claim to reach to the last cell there can be. */
const [MOST_ROWS, MOST_COLUMNS] = [300_000, 60]

function withinReason(range: string | undefined): string {
  const { s: from, e: to } = utils.decode_range(range ?? 'A1')
  return utils.encode_range(from, {
    r: Math.min(to.r, from.r + MOST_ROWS - 1),
    c: Math.min(to.c, from.c + MOST_COLUMNS - 1),
  })
}

/** A day and clock as lists write them; a length of time is a clock on the day spreadsheets count from. */
function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if (!(cell instanceof Date)) return ''
  const iso = Number.isNaN(cell.getTime()) ? '' : new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString()
  const clock = iso.slice(11, 19)
  return iso < '1901' ? clock : `${iso.slice(0, 10)} ${clock}`
}
