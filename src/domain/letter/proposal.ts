import type { LocalDate } from '#domain/calendar/local-date'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import type { LoanId } from '#domain/loan/loan'
import type { PartyId } from '#domain/loan/party'
import type { LetterPaper } from './blocks'

/**
 * Which letter: 展期申请书 (not yet due, 民法典 678), 还款协商申请书 (overdue, 民法典 543), 个性化分期申请 (cards,
 * 信用卡办法 70).
 */
export type ProposalKind = 'extension' | 'renegotiation' | 'cardInstalment'

export type LetterLanguage = 'zh-CN' | 'en'

/** "Me, for letters". */
export interface Sender {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
  readonly email: string
  /** Account for payments: bank and last four digits. */
  readonly debitAccount: string
  /** Answers a missed call within so many hours. */
  readonly answerWithinHours: number
}

export interface Annex {
  readonly kind: 'wageFlow' | 'hardshipProof' | 'unemploymentProof' | 'lenderScreenshot' | 'idCopy' | 'other'
  /** Words for `other`. */
  readonly text: string
  readonly isIncluded: boolean
}

export interface SentRecord {
  readonly on: LocalDate
  readonly channel: 'counter' | 'ems' | 'email' | 'appChat' | 'fax' | 'other'
  readonly trackingNumber: string
  readonly recipient: string
  /** The paper exactly as it went out. */
  readonly paper: LetterPaper
}

export interface ReplyRecord {
  readonly kind: 'agreed' | 'otherTerms' | 'refused' | 'noneByDate'
  readonly on: LocalDate
  /** Only these make new terms the contract. */
  readonly means: 'writtenSupplement' | 'newPlanInApp' | 'recordedCall' | null
  readonly reference: string
  readonly note: string
  /** The terms the lender named: a counter-offer, or what was agreed; null when it named none. */
  readonly terms: ArrangementRequest | null
  /** What must happen before they hold (首期到账 …), in the lender's words. */
  readonly condition: string
  /** What happens when they are broken (恢复原合同、减免作废 …), in the lender's words. */
  readonly breach: string
}

/** One request to one lender, from draft to answer. */
export interface Proposal {
  readonly id: string
  readonly loanId: LoanId
  /** The creditor addressed; null until chosen. */
  readonly recipientId: PartyId | null
  readonly kind: ProposalKind
  readonly language: LetterLanguage
  readonly writtenOn: LocalDate
  readonly request: ArrangementRequest
  /** Cause in the user's own words. */
  readonly cause: string
  /** Where the first payment comes from, in the user's own words. */
  readonly firstPaymentSource: string
  readonly replyBy: LocalDate
  /** What the sender asks the lender to check item by item. */
  readonly disputed: readonly ('interest' | 'penalty' | 'lateFee' | 'otherFee')[]
  /** A weaker request should the first be refused; empty is none. */
  readonly fallback: string
  readonly annexes: readonly Annex[]
  readonly showFullId: boolean
  /** Set when the acknowledgement and limitation notice was read. */
  readonly noticeReadOn: LocalDate | null
  readonly sent: SentRecord | null
  readonly reply: ReplyRecord | null
}
