import type { LocalDate } from '#domain/calendar/local-date'
import type { Confidence, RuleText } from '#domain/rules/rule'
import type { EscalationKind } from './escalation'

/** Where a step is handed in: data with a source and a day, as numbers and hours change. */
export interface OfficialChannel {
  readonly id: string
  readonly kinds: readonly EscalationKind[]
  readonly name: RuleText
  /** A number or a bare domain; null: whatever the contract says. Text to read, never a link. */
  readonly contact: string | null
  readonly note: RuleText | null
  readonly confidence: Confidence
  readonly source: string
  readonly asOf: LocalDate
  /** After this day, and for weak sources always, the program says "please confirm". */
  readonly reviewBy: LocalDate
}

export const channelsFor = (channels: readonly OfficialChannel[], kind: EscalationKind): readonly OfficialChannel[] =>
  channels.filter(({ kinds }) => kinds.includes(kind))

export const isToConfirm = ({ confidence, reviewBy }: OfficialChannel, today: LocalDate): boolean =>
  confidence === 'N-' || today > reviewBy
