import { formatYuan } from '#domain/money/format-yuan'
import type { Fen } from '#domain/money/fen'

/** An answer for a person at a terminal: names and values, lists of records as tables, amounts in yuan. */
export function laidOut(value: object, indent = ''): string {
  return Object.entries(value as Readonly<Record<string, unknown>>)
    .map(([name, content]) => {
      if (isRecords(content)) return `${indent}${name}\n${table(content, `${indent}  `)}`
      if (typeof content === 'object' && content !== null && Object.keys(content).length > 0 && !isFlat(content))
        return `${indent}${name}\n${laidOut(content, `${indent}  `)}`
      return `${indent}${name}: ${cell(name, content)}`
    })
    .join('\n')
}

const isRecords = (content: unknown): content is readonly Record<string, unknown>[] =>
  Array.isArray(content) && content.length > 0 && content.every((item) => typeof item === 'object' && item !== null)

const isFlat = (content: object): boolean =>
  Array.isArray(content) && content.every((item) => typeof item !== 'object' || item === null)

function table(records: readonly Record<string, unknown>[], indent: string): string {
  const names = Object.keys(records[0] ?? {}).filter((name) => typeof records[0]?.[name] !== 'object')
  const rows = [names, ...records.map((record) => names.map((name) => cell(name, record[name])))]
  const widths = names.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => indent + row.map((text, column) => text.padStart(widths[column] ?? 0)).join('  ')).join('\n')
}

function cell(name: string, content: unknown): string {
  if (typeof content === 'number' && name.endsWith('Fen')) return formatYuan(content as Fen)
  return typeof content === 'string' ? content : JSON.stringify(content)
}
