import type { LocalDate } from '#domain/calendar/local-date'
import type { LetterPaper } from '#domain/letter/blocks'
import type { PartyId } from '#domain/loan/party'

/** The rungs of the ladder, and the two papers beside it (`stopProcessing`, `credit`). */
export const ESCALATION_KINDS = [
  /** To the institution itself: 15 days, 30 when complex, 60 at most. */
  'lender',
  /** To the institution's higher office: 核查. */
  'lenderReview',
  /** 国家金融监督管理总局 12378: banks, consumer finance, trusts. */
  'nfra',
  /** Local financial bureau or 12345: micro-loan companies. */
  'localBureau',
  /** 12363: credit records and payments only. */
  'pboc',
  /** jubao.nifa.org.cn. */
  'nifa',
  /** 12321: unwanted calls and messages, leaked numbers. */
  'unwantedCalls',
  /** 12377: posts that harm a name or privacy. */
  'onlineContent',
  'police',
  /** 人格权侵害禁令, 民法典 997. */
  'injunction',
  'suit',
  /** To stop handling other people's data (民法典 1034–1038, 个人信息保护法 44–50). */
  'stopProcessing',
] as const
export type EscalationKind = (typeof ESCALATION_KINDS)[number]

export interface EscalationSent {
  readonly on: LocalDate
  readonly channel: 'online' | 'post' | 'counter' | 'phone' | 'email'
  /** 受理编号、受案回执号、快递单号: empty until known. */
  readonly reference: string
  /** The paper as it went out; null when it was said by telephone. */
  readonly paper: LetterPaper | null
}

export interface EscalationOutcome {
  readonly on: LocalDate
  /** `transferred`: somebody else is competent. `silent`: the clock ran out. */
  readonly result: 'settled' | 'partly' | 'refused' | 'silent' | 'transferred' | 'withdrawn'
  readonly text: string
}

/** One step taken or prepared. It states facts and one request: no amount owed, no promise, nothing traded. */
export interface Escalation {
  readonly id: string
  readonly kind: EscalationKind
  /** Whom it is about: the lender or its agency. */
  readonly partyId: PartyId | null
  /** The step it follows, whose answer or lapsed clock it rests on. */
  readonly previousId: string | null
  /** A relative complains in their own name, with their own originals. */
  readonly complainant: { readonly name: string; readonly phone: string; readonly relation: string } | null
  readonly contactIds: readonly string[]
  readonly exhibitIds: readonly string[]
  /** In the person's own words, beside what the log says. */
  readonly facts: string
  /** The one thing asked for. */
  readonly request: string
  readonly language: 'zh-CN' | 'en'
  readonly writtenOn: LocalDate
  readonly sent: EscalationSent | null
  /** The institution said the matter is complex, or especially complex: the clock is longer. */
  readonly prolonged: 'no' | 'once' | 'twice'
  readonly outcome: EscalationOutcome | null
}

/** A paper that came from a court, or says it did. */
export interface CourtPaper {
  readonly id: string
  readonly kind: 'summons' | 'paymentOrder' | 'mediation' | 'judgment' | 'textMessage'
  readonly receivedOn: LocalDate
  readonly court: string
  readonly caseNumber: string
  /** Verified by the court's own number, never by the link or number in the message. Null: not yet. */
  readonly isGenuine: boolean | null
  /** Hearing, or the day by which something must be handed in. */
  readonly dueOn: LocalDate | null
  readonly note: string
  readonly isDone: boolean
}
