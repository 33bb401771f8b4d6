import ical, { ICalAlarmType } from 'ical-generator'
import type { LocalDate } from '#domain/calendar/local-date'

export interface DatedItem {
  /** Stable: the same item in a later file replaces the earlier one. */
  readonly id: string
  readonly on: LocalDate
  readonly title: string
}

/** From the beginning of an all-day event back to nine in the morning of the day before, in seconds. */
const DAY_BEFORE_AT_NINE = 15 * 3600

/**
 * Dated items as an iCalendar file (RFC 5545): one all-day event each, with an alarm on the morning before. No time zone is
 * set: with one the generator writes DTSTAMP without Z.
 */
export function icsOf(items: readonly DatedItem[], name: string): string {
  const calendar = ical({ name, prodId: { company: 'Breathing Room', product: 'Breathing Room', language: 'ZH' } })
  for (const { id, on, title } of items) {
    const day = new Date(`${on}T00:00:00`)
    const event = calendar.createEvent({ id: `${id}@breathing-room.invalid`, start: day, allDay: true, summary: title })
    event.createAlarm({ type: ICalAlarmType.display, trigger: DAY_BEFORE_AT_NINE, description: title })
  }
  return calendar.toString()
}
