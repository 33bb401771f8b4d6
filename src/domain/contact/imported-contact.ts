import { fromDayNumber, type LocalDate } from '#domain/calendar/local-date'
import type { Contact } from './contact'

/** A contact as a file says it, before anybody said whose number it is. */
export interface ImportedContact extends Pick<
  Contact,
  'on' | 'time' | 'channel' | 'direction' | 'isAnswered' | 'seconds' | 'number'
> {
  /** The name in the address book; empty when there is none. */
  readonly name: string
  readonly text: string
}

/** Why a record of a file was left out. */
export type Dropped = 'no_time' | 'unknown_kind' | 'broken' | 'cut_off'

export interface ImportedContacts {
  readonly contacts: readonly ImportedContact[]
  /** How many records were left out, by reason; what is fine is kept. */
  readonly dropped: Readonly<Partial<Record<Dropped, number>>>
}

const DAY_MS = 86_400_000
/** Beijing is eight hours ahead of UTC all year. */
const AHEAD_MS = 8 * 3_600_000
/** 1990 to 2199: what lies outside is no date of a phone. */
const [EARLIEST_MS, LATEST_MS] = [631_152_000_000, 7_258_118_400_000]

/** The Beijing day and clock of an instant (milliseconds since 1970, UTC); null when it is none. */
export function beijingTime(instantMs: number): { readonly on: LocalDate; readonly time: string } | null {
  if (!Number.isFinite(instantMs) || instantMs < EARLIEST_MS || instantMs > LATEST_MS) return null
  const local = Math.floor(instantMs) + AHEAD_MS
  const seconds = Math.floor((local % DAY_MS) / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    on: fromDayNumber(Math.floor(local / DAY_MS)),
    time: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`,
  }
}
