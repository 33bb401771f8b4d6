import type { PrepaymentTerms } from '#domain/loan/default-terms'
import type { LoanKind } from '#domain/loan/terms'
import { present } from './present'

/** What the contract says about paying early, as typed. */
export interface PrepayDraft {
  readonly allowed: PrepaymentTerms['allowed']
  /** Null while nobody chose: flat fees are "not known: ask", everything else falls away. */
  readonly remainingFees: PrepaymentTerms['remainingFees'] | null
  readonly remainingFeesPer10000: number | undefined
  readonly feePer10000: number | undefined
  readonly effect: PrepaymentTerms['effect']
}

export type PrepayErrorCode = 'fee_share_missing'

export const USUAL_PREPAY: PrepayDraft = {
  allowed: 'anytime',
  remainingFees: null,
  remainingFeesPer10000: undefined,
  feePer10000: undefined,
  effect: 'shortens',
}

export const prepayOf = ({
  allowed,
  remainingFees,
  remainingFeesPer10000,
  feePer10000,
  effect,
}: PrepaymentTerms): PrepayDraft => ({ allowed, remainingFees, remainingFeesPer10000, feePer10000, effect })

/** What happens to fees still to come, with the default of the kind. */
export const remainingFeesOf = ({ remainingFees }: PrepayDraft, kind: LoanKind): PrepaymentTerms['remainingFees'] =>
  remainingFees ?? (kind === 'flatFee' ? 'unknown' : 'waived')

export const prepayErrors = (prepay: PrepayDraft): Partial<Record<`prepay.${keyof PrepayDraft}`, PrepayErrorCode>> =>
  prepay.remainingFees === 'share' && prepay.remainingFeesPer10000 === undefined
    ? { 'prepay.remainingFeesPer10000': 'fee_share_missing' }
    : {}

export const prepaymentOf = (prepay: PrepayDraft, kind: LoanKind): PrepaymentTerms =>
  present({ ...prepay, remainingFees: remainingFeesOf(prepay, kind) })
