import { isLocalDate, type LocalDate } from '#domain/calendar/local-date'
import { err, ok, type Result } from '#domain/result'

export type DateTextError = { readonly code: 'date_empty' | 'date_unreadable' | 'date_does_not_exist' }

const MARKS = /^(\d{4})(?:[-/.\u5e74\s]+)(\d{1,2})(?:[-/.\u6708\s]+)(\d{1,2})\u65e5?$/
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/

/** A date as people write it: `2026-1-5`, `2026/1/5`, `20260105`, or with the Chinese marks of year, month and day. */
export function parseDate(text: string): Result<LocalDate, DateTextError> {
  const plain = text.trim().replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  if (plain === '') return err({ code: 'date_empty' })
  const match = MARKS.exec(plain) ?? DIGITS.exec(plain)
  if (!match) return err({ code: 'date_unreadable' })
  const iso = `${match[1] ?? ''}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
  return isLocalDate(iso) ? ok(iso) : err({ code: 'date_does_not_exist' })
}
