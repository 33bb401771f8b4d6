import type { LoanKind } from '#domain/loan/terms'
import type { TFunction } from 'i18next'
import type { DraftErrorCode } from './draft-errors'
import type { LoanDraftField } from './loan-draft'

/** The label of a field, for the list of what is still missing. */
export function labelKey(key: LoanDraftField, kind: LoanKind) {
  switch (key) {
    case 'rate':
      if (kind === 'flatFee') return 'loan.form.feeRate'
      return kind === 'dailyBalance' || kind === 'revolving' ? 'contract.dailyRate' : 'loan.form.rate'
    case 'drawnOn':
      return kind === 'revolving' ? 'contract.card.since' : 'loan.form.drawnOn'
    case 'name':
    case 'principalFen':
    case 'receivedFen':
    case 'periods':
    case 'firstDueOn':
    case 'maturesOn':
    case 'cardTail':
    case 'repayments':
    case 'cadence':
    case 'debit.day':
    case 'debit.accountTail':
    case 'late.penaltyMultiple':
    case 'late.penaltyRate':
    case 'late.lateFeeFen':
    case 'late.lateFeePercent':
    case 'late.lateFeeMaxFen':
    case 'stated.on':
    case 'stated.principalFen':
      return `loan.form.${key}` as const
    case 'card.statementDay':
    case 'card.dueDay':
    case 'card.dueDays':
    case 'card.minimumFen':
      return `contract.${key}` as const
    case 'card.minimumPer10000':
      return 'contract.card.minimumShare'
    case 'ownDates':
      return 'contract.ownDates.label'
    case 'traits.rateSteps':
      return 'contract.steps.title'
    case 'traits.interestOnlyPeriods':
      return 'contract.head'
    case 'traits.balloonFen':
      return 'contract.balloon'
    case 'prepay.remainingFeesPer10000':
      return 'contract.prepay.share'
    case 'lenders':
      return 'loan.form.lenderShare'
    default:
      return 'loan.form.plan'
  }
}

/** A mistake in words: the older ones with the words of the loan form. */
export function errorWord(t: TFunction, code: DraftErrorCode): string {
  switch (code) {
    case 'own_dates_missing':
    case 'own_dates_unreadable':
    case 'rate_step_incomplete':
    case 'head_longer_than_term':
    case 'balloon_not_below_principal':
    case 'cadence_days_out_of_range':
    case 'card_day_missing':
    case 'due_days_missing':
    case 'minimum_missing':
    case 'fee_share_missing':
      return t(`contract.error.${code}`)
    default:
      return t(`loan.form.error.${code}`)
  }
}
