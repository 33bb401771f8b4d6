import { utils, write } from '@e965/xlsx'
import type { SheetPort } from '#services/ports'

const WIDEST = 60

export const sheetFile: SheetPort = (sheets) => {
  const book = utils.book_new()
  for (const { name, rows } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((text) => ({ t: 's', v: text }))))
    const width = (column: number): number =>
      Math.min(WIDEST, Math.max(8, ...rows.map((row) => 2 * (row[column] ?? '').length)))
    sheet['!cols'] = (rows[0] ?? []).map((_, column) => ({ wch: width(column) }))
    utils.book_append_sheet(book, sheet, name)
  }
  return Promise.resolve(
    new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer),
  )
}
