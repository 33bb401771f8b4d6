import type { DefaultTerms } from '#domain/loan/default-terms'
import { ZERO_FEN, type Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'

/** What the contract says about late payment, as typed. The figures of the ways not chosen wait unused. */
export interface LateDraft {
  readonly penaltyBy: 'multiple' | 'rate' | 'none'
  /** Times the contract rate: 1.5. */
  readonly penaltyMultiple: number | null
  readonly penaltyRate: InterestRate | null
  readonly penaltyBase: DefaultTerms['penaltyBase']
  readonly graceDays: number | null
  readonly lateFeeBy: 'fixed' | 'share' | 'none'
  readonly lateFeeFen: Fen | null
  /** Per cent of the missed instalment: 5. */
  readonly lateFeePercent: number | null
  readonly lateFeeMinFen: Fen | null
  readonly lateFeeMaxFen: Fen | null
}

export type LateErrorCode = 'penalty_missing' | 'late_fee_missing' | 'late_fee_max_below_min'

export type LateErrors = Partial<Record<`late.${keyof LateDraft}`, LateErrorCode>>

/** What most contracts say, so that most people leave it. */
export const USUAL_LATE: LateDraft = {
  penaltyBy: 'multiple',
  penaltyMultiple: 1.5,
  penaltyRate: null,
  penaltyBase: 'overduePrincipal',
  graceDays: 0,
  lateFeeBy: 'none',
  lateFeeFen: null,
  lateFeePercent: null,
  lateFeeMinFen: null,
  lateFeeMaxFen: null,
}

/** The form of existing default terms. */
export function lateOf({ penalty, penaltyBase, graceDays, lateFee }: DefaultTerms): LateDraft {
  return {
    ...USUAL_LATE,
    penaltyBy: penalty?.by ?? 'none',
    ...(penalty?.by === 'multiple' ? { penaltyMultiple: penalty.multiplePer10000 / 10_000 } : {}),
    ...(penalty?.by === 'rate' ? { penaltyRate: penalty.rate } : {}),
    penaltyBase,
    graceDays,
    lateFeeBy: lateFee?.by ?? 'none',
    ...(lateFee?.by === 'fixed' ? { lateFeeFen: lateFee.amountFen } : {}),
    ...(lateFee?.by === 'share'
      ? {
          lateFeePercent: lateFee.sharePer10000 / 100,
          lateFeeMinFen: lateFee.minFen === ZERO_FEN ? null : lateFee.minFen,
          lateFeeMaxFen: lateFee.maxFen,
        }
      : {}),
  }
}

/** What the chosen ways still lack, by field. */
export function lateErrors(late: LateDraft): LateErrors {
  const errors: LateErrors = {}
  if (late.penaltyBy === 'multiple' && late.penaltyMultiple === null) errors['late.penaltyMultiple'] = 'penalty_missing'
  if (late.penaltyBy === 'rate' && late.penaltyRate === null) errors['late.penaltyRate'] = 'penalty_missing'
  if (late.lateFeeBy === 'fixed' && late.lateFeeFen === null) errors['late.lateFeeFen'] = 'late_fee_missing'
  if (late.lateFeeBy === 'share') {
    if (late.lateFeePercent === null) errors['late.lateFeePercent'] = 'late_fee_missing'
    if (late.lateFeeMaxFen !== null && late.lateFeeMaxFen < (late.lateFeeMinFen ?? 0))
      errors['late.lateFeeMaxFen'] = 'late_fee_max_below_min'
  }
  return errors
}

/** Default terms of a form without errors; what is missing counts as none. */
export const defaultTermsOf = (late: LateDraft): DefaultTerms => ({
  penalty: penaltyOf(late),
  penaltyBase: late.penaltyBase,
  graceDays: late.graceDays ?? 0,
  lateFee: lateFeeOf(late),
})

function penaltyOf({ penaltyBy, penaltyMultiple, penaltyRate }: LateDraft): DefaultTerms['penalty'] {
  if (penaltyBy === 'multiple' && penaltyMultiple !== null)
    return { by: 'multiple', multiplePer10000: Math.round(penaltyMultiple * 10_000) }
  return penaltyBy === 'rate' && penaltyRate !== null ? { by: 'rate', rate: penaltyRate } : null
}

function lateFeeOf(late: LateDraft): DefaultTerms['lateFee'] {
  const { lateFeeBy, lateFeeFen, lateFeePercent } = late
  if (lateFeeBy === 'fixed' && lateFeeFen !== null) return { by: 'fixed', amountFen: lateFeeFen }
  if (lateFeeBy !== 'share' || lateFeePercent === null) return null
  const sharePer10000 = Math.round(lateFeePercent * 100)
  return { by: 'share', sharePer10000, minFen: late.lateFeeMinFen ?? ZERO_FEN, maxFen: late.lateFeeMaxFen }
}
