import { CIVIL_CODE_ORDER, type ApplicationOrder, type DefaultTerms, type PayItem } from '#domain/loan/default-terms'
import type { LoanKind } from '#domain/loan/terms'
import { ZERO_FEN, type Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import { present } from './present'

/** What the contract says about late payment, as typed. The figures of the ways not chosen wait unused. */
export interface LateDraft {
  readonly penaltyBy: 'multiple' | 'rate' | 'none'
  /** Times the contract rate: 1.5. */
  readonly penaltyMultiple: number | null
  readonly penaltyRate: InterestRate | null
  readonly penaltyBase: DefaultTerms['penaltyBase']
  readonly graceDays: number | null
  readonly graceAmountFen: Fen | undefined
  readonly lateFeeBy: 'fixed' | 'share' | 'none'
  readonly lateFeeFen: Fen | null
  /** Per cent of the missed instalment: 5. */
  readonly lateFeePercent: number | null
  readonly lateFeeMinFen: Fen | null
  readonly lateFeeMaxFen: Fen | null
  readonly lateFeeCharged: NonNullable<DefaultTerms['lateFee']>['charged']
  readonly lateFeeCapFen: Fen | null | undefined
  readonly compounds: boolean | undefined
  readonly order: 'civilCode' | 'principalFirst' | 'own'
  /** The contract's own order, kept while another is chosen. */
  readonly orderItems: readonly PayItem[]
  readonly orderAcross: ApplicationOrder['across']
  readonly accelerationDays: number | undefined
  readonly subrogationDays: number | undefined
}

export type LateErrorCode = 'penalty_missing' | 'late_fee_missing' | 'late_fee_max_below_min'

export type LateErrors = Partial<Record<`late.${keyof LateDraft}`, LateErrorCode>>

export const PRINCIPAL_FIRST: readonly PayItem[] = ['principal', 'interest', 'compound', 'penalty', 'lateFee', 'fee']

/** What most contracts say, so that most people leave it. */
export const USUAL_LATE: LateDraft = {
  penaltyBy: 'multiple',
  penaltyMultiple: 1.5,
  penaltyRate: null,
  penaltyBase: 'overduePrincipal',
  graceDays: 0,
  graceAmountFen: undefined,
  lateFeeBy: 'none',
  lateFeeFen: null,
  lateFeePercent: null,
  lateFeeMinFen: null,
  lateFeeMaxFen: null,
  lateFeeCharged: undefined,
  lateFeeCapFen: undefined,
  compounds: undefined,
  order: 'civilCode',
  orderItems: CIVIL_CODE_ORDER,
  orderAcross: 'instalment',
  accelerationDays: undefined,
  subrogationDays: undefined,
}

/** A card has a late fee instead of penalty interest; how much its agreement says. */
const USUAL_CARD_LATE: LateDraft = { ...USUAL_LATE, penaltyBy: 'none' }

/** The usual clauses of a kind, as long as nobody has changed those of the other. */
export function lateFor(kind: LoanKind, late: LateDraft): LateDraft {
  if (late !== USUAL_LATE && late !== USUAL_CARD_LATE) return late
  return kind === 'revolving' ? USUAL_CARD_LATE : USUAL_LATE
}

/** The form of existing default terms. */
export function lateOf(terms: DefaultTerms): LateDraft {
  const { penalty, lateFee } = terms
  return {
    ...USUAL_LATE,
    penaltyBy: penalty?.by ?? 'none',
    ...(penalty?.by === 'multiple' ? { penaltyMultiple: penalty.multiplePer10000 / 10_000 } : {}),
    ...(penalty?.by === 'rate' ? { penaltyRate: penalty.rate } : {}),
    penaltyBase: terms.penaltyBase,
    graceDays: terms.graceDays,
    graceAmountFen: terms.graceAmountFen,
    lateFeeBy: lateFee?.by ?? 'none',
    lateFeeCharged: lateFee?.charged,
    lateFeeCapFen: lateFee?.capFen,
    ...(lateFee?.by === 'fixed' ? { lateFeeFen: lateFee.amountFen } : {}),
    ...(lateFee?.by === 'share'
      ? {
          lateFeePercent: lateFee.sharePer10000 / 100,
          lateFeeMinFen: lateFee.minFen === ZERO_FEN ? null : lateFee.minFen,
          lateFeeMaxFen: lateFee.maxFen,
        }
      : {}),
    compounds: terms.compounds,
    ...orderOf(terms.application),
    accelerationDays: terms.accelerationDays,
    subrogationDays: terms.subrogationDays,
  }
}

const isSameOrder = (left: readonly PayItem[], right: readonly PayItem[]): boolean => left.join() === right.join()

/** The law's order written out in a contract stays the contract's own: it would not change with the law. */
function orderOf(application: ApplicationOrder | undefined): Partial<LateDraft> {
  if (!application) return {}
  const { items, across } = application
  const isLaw = across === 'item' && isSameOrder(items, CIVIL_CODE_ORDER)
  const order = isLaw ? 'civilCode' : isSameOrder(items, PRINCIPAL_FIRST) ? 'principalFirst' : 'own'
  return { order, orderItems: items, orderAcross: across }
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
export const defaultTermsOf = (late: LateDraft): DefaultTerms =>
  present({
    penalty: penaltyOf(late),
    penaltyBase: late.penaltyBase,
    graceDays: late.graceDays ?? 0,
    graceAmountFen: late.graceAmountFen,
    lateFee: lateFeeOf(late),
    compounds: late.compounds,
    application: applicationOf(late),
    accelerationDays: late.accelerationDays,
    subrogationDays: late.subrogationDays,
  })

function penaltyOf({ penaltyBy, penaltyMultiple, penaltyRate }: LateDraft): DefaultTerms['penalty'] {
  if (penaltyBy === 'multiple' && penaltyMultiple !== null)
    return { by: 'multiple', multiplePer10000: Math.round(penaltyMultiple * 10_000) }
  return penaltyBy === 'rate' && penaltyRate !== null ? { by: 'rate', rate: penaltyRate } : null
}

function lateFeeOf(late: LateDraft): DefaultTerms['lateFee'] {
  const { lateFeeBy, lateFeeFen, lateFeePercent } = late
  const charging = present({ charged: late.lateFeeCharged, capFen: late.lateFeeCapFen })
  if (lateFeeBy === 'fixed' && lateFeeFen !== null) return { by: 'fixed', amountFen: lateFeeFen, ...charging }
  if (lateFeeBy !== 'share' || lateFeePercent === null) return null
  const sharePer10000 = Math.round(lateFeePercent * 100)
  return {
    by: 'share',
    sharePer10000,
    minFen: late.lateFeeMinFen ?? ZERO_FEN,
    maxFen: late.lateFeeMaxFen,
    ...charging,
  }
}

function applicationOf({ order, orderItems, orderAcross }: LateDraft): ApplicationOrder | undefined {
  if (order === 'own') return { items: orderItems, across: orderAcross }
  if (order === 'principalFirst') return { items: PRINCIPAL_FIRST, across: orderAcross }
  return orderAcross === 'instalment' ? undefined : { items: CIVIL_CODE_ORDER, across: orderAcross }
}
