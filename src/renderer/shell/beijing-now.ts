import { beijingTime } from '#domain/contact/imported-contact'
import type { LocalDate } from '#domain/calendar/local-date'

/** The Beijing day and minute by this computer's clock: what a form about something that just happened begins with. */
export function beijingNow(): { readonly on: LocalDate; readonly time: string } | null {
  const now = beijingTime(Date.now())
  return now && { on: now.on, time: now.time.slice(0, 5) }
}
