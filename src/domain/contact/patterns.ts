import { addDays, dayNumber, daysBetween, type LocalDate } from '#domain/calendar/local-date'
import { weekdayOf } from '#domain/escalation/clock'
import { hasTag, inOrder, isTheirs, isToThird, type Contact, type Reached } from './contact'

/** How many contacts fell on each hour of each weekday; Monday is 0. */
export interface HourGrid {
  readonly counts: readonly (readonly number[])[]
  /** The largest count. */
  readonly most: number
  /** Contacts whose time nobody remembers. */
  readonly withoutTime: number
}

/** When they make contact. What the person did is not counted. */
export function hourGrid(contacts: readonly Contact[]): HourGrid {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  let withoutTime = 0
  let most = 0
  for (const contact of contacts) {
    if (!isTheirs(contact)) continue
    const hour = contact.time === null ? Number.NaN : Number(contact.time.slice(0, 2))
    const row = counts[weekdayOf(contact.on)]
    if (Number.isNaN(hour) || !row) withoutTime += 1
    else most = Math.max(most, (row[hour] = (row[hour] ?? 0) + 1))
  }
  return { counts, most, withoutTime }
}

/** Contacts of one day. */
export interface DayCount {
  readonly on: LocalDate
  readonly all: number
  /** Answered calls to the debtor by the institution with the most, and unanswered ones: what the rules count. */
  readonly answered: number
  readonly unanswered: number
}

interface DayInTheMaking {
  all: number
  readonly answered: Map<string, number>
  readonly unanswered: Map<string, number>
}

const newDay = (): DayInTheMaking => ({ all: 0, answered: new Map(), unanswered: new Map() })

/** Longest stretch that is written out day by day. */
const MOST_DAYS = 400

/** Every day from the first contact to the last, also those without any; of a longer time the latest days. */
export function dayCounts(
  contacts: readonly Contact[],
  institutionOf: (contact: Contact) => string | null,
): readonly DayCount[] {
  const days = new Map<LocalDate, DayInTheMaking>()
  let first: LocalDate | null = null
  let last: LocalDate | null = null
  for (const contact of contacts) {
    if (!isTheirs(contact)) continue
    const { on } = contact
    if (first === null || on < first) first = on
    if (last === null || on > last) last = on
    const day = days.get(on) ?? newDay()
    day.all += 1
    days.set(on, day)
    if (contact.channel !== 'call' || contact.reached !== 'me' || contact.isAnswered === null) continue
    const by = contact.isAnswered ? day.answered : day.unanswered
    const who = institutionOf(contact) ?? `number ${contact.number}`
    by.set(who, (by.get(who) ?? 0) + 1)
  }
  if (first === null || last === null) return []
  const from = daysBetween(first, last) < MOST_DAYS ? first : addDays(last, 1 - MOST_DAYS)
  const most = (counts: ReadonlyMap<string, number> | undefined): number => Math.max(0, ...(counts?.values() ?? []))
  return Array.from({ length: dayNumber(last) - dayNumber(from) + 1 }, (_, at) => {
    const on = addDays(from, at)
    const day = days.get(on)
    return { on, all: day?.all ?? 0, answered: most(day?.answered), unanswered: most(day?.unanswered) }
  })
}

/** Contacts of one institution. */
export interface InstitutionCount {
  /** Null: nobody is known behind them. */
  readonly partyId: string | null
  readonly count: number
  readonly toOthers: number
  readonly last: LocalDate
}

export function institutionCounts(
  contacts: readonly Contact[],
  institutionOf: (contact: Contact) => string | null,
): readonly InstitutionCount[] {
  const groups = new Map<string | null, InstitutionCount>()
  for (const contact of contacts) {
    if (!isTheirs(contact)) continue
    const partyId = institutionOf(contact)
    const before = groups.get(partyId)
    groups.set(partyId, {
      partyId,
      count: (before?.count ?? 0) + 1,
      toOthers: (before?.toOthers ?? 0) + (isToThird(contact) ? 1 : 0),
      last: before && before.last > contact.on ? before.last : contact.on,
    })
  }
  return [...groups.values()].sort((left, right) => right.count - left.count)
}

/** Somebody near the debtor who was contacted. */
export interface PersonReached {
  readonly reached: Reached
  /** Empty when the log does not say who it was. */
  readonly person: string
  readonly count: number
  readonly first: LocalDate
  readonly last: LocalDate
  /** How often the debt was told. */
  readonly disclosed: number
  /** The day on which the person said: not again. */
  readonly refusedOn: LocalDate | null
  readonly isDebtRelated: boolean
}

/** Who was contacted in the debtor's stead, most often first. */
export function peopleReached(contacts: readonly Contact[]): readonly PersonReached[] {
  const people = new Map<string, PersonReached>()
  for (const contact of inOrder(contacts)) {
    if (!isTheirs(contact) || !isToThird(contact)) continue
    const { reached, person, on } = contact
    const key = `${reached} ${person}`
    const before = people.get(key)
    people.set(key, {
      reached,
      person,
      count: (before?.count ?? 0) + 1,
      first: before?.first ?? on,
      last: on,
      disclosed: (before?.disclosed ?? 0) + (hasTag(contact, 'debtDisclosed') ? 1 : 0),
      refusedOn: before?.refusedOn ?? (hasTag(contact, 'thirdPersonRefused') ? on : null),
      isDebtRelated: (before?.isDebtRelated ?? false) || contact.isDebtRelated,
    })
  }
  return [...people.values()].sort((left, right) => right.count - left.count)
}
