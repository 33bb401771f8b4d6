import { parse } from 'csv-parse/sync'

/**
 * The rows of a CSV file as it lies on disk: UTF-8 with or without a mark, else the Chinese encoding GB 18030 (which holds
 * GBK). Quotes that do not close cost their line, not the file.
 */
export function csvRows(bytes: Uint8Array): readonly (readonly string[])[] {
  return parse(textOf(bytes), {
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    bom: true,
  })
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
