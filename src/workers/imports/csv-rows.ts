import { parse } from 'csv-parse/browser/esm/sync'

/**
 * The rows of a CSV text. Quotes that do not close cost their line, not the file. Tabs stand between the cells where the
 * first lines hold them and no comma.
 */
export function csvRows(text: string): readonly (readonly string[])[] {
  return parse(text, {
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    bom: true,
    delimiter: /^[^,\n]*\t/.test(text) ? '\t' : ',',
  })
}

/** Text as it lies on disk: UTF-8 with or without a mark, else the Chinese encoding GB 18030 (which holds GBK). */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
