import type { LocalDate } from '#domain/calendar/local-date'
import type { Contact } from './contact'
import type { KnownNumber } from './known-number'
import { mayBe, phoneNumber, type PhoneNumber } from './phone-number'

/** All contacts with one number, however it was written. */
export interface NumberGroup {
  readonly number: PhoneNumber
  readonly known: KnownNumber | null
  readonly count: number
  readonly first: LocalDate
  readonly last: LocalDate
  readonly lastTime: string | null
  /** Other numbers of the log this one may be, where digits are hidden: a reason to ask, never to merge. */
  readonly maybe: readonly string[]
}

/** Reads each writing of a number once. */
export function numberReader(): (text: string) => PhoneNumber {
  const read = new Map<string, PhoneNumber>()
  return (text) => {
    const known = read.get(text)
    if (known) return known
    const number = phoneNumber(text)
    read.set(text, number)
    return number
  }
}

/** The numbers of the log with the contacts they were in, most first. Hidden numbers are no group. */
export function numberGroups(contacts: readonly Contact[], numbers: readonly KnownNumber[]): readonly NumberGroup[] {
  const read = numberReader()
  const knownBy = new Map(numbers.map((number) => [number.key, number]))
  const groups = new Map<string, Omit<NumberGroup, 'maybe'>>()
  for (const { number: text, on, time } of contacts) {
    const number = read(text)
    if (number.key === '') continue
    const group = groups.get(number.key)
    const isLater = !group || `${on} ${time ?? ''}` > `${group.last} ${group.lastTime ?? ''}`
    groups.set(number.key, {
      number,
      known: knownBy.get(number.key) ?? null,
      count: (group?.count ?? 0) + 1,
      first: group && group.first < on ? group.first : on,
      last: group && !isLater ? group.last : on,
      lastTime: group && !isLater ? group.lastTime : time,
    })
  }
  const keys = [...groups.keys()]
  const masked = keys.filter((key) => key.includes('*'))
  return [...groups.values()]
    .map((group) => ({ ...group, maybe: likenesses(group.number.key, keys, masked) }))
    .sort((left, right) => right.count - left.count || (left.number.key < right.number.key ? -1 : 1))
}

function likenesses(key: string, keys: readonly string[], masked: readonly string[]): readonly string[] {
  const among = key.includes('*') ? keys : masked
  return among.filter((other) => other !== key && (mayBe(key, other) || mayBe(other, key)))
}
