import type { TFunction } from 'i18next'

const KNOWN = [
  'unknown_party',
  'unknown_payment',
  'unknown_loan',
  'duplicate_id',
  'payment_before_loan',
  'payment_of_nothing',
  'event_before_loan',
  'amount_of_nothing',
  'drawdown_not_of_this_kind',
  'principal_out_of_range',
  'rate_out_of_range',
  'term_out_of_range',
  'first_due_before_drawn',
  'cadence_out_of_range',
  'rows_do_not_repay',
  'rows_out_of_order',
  'own_dates_do_not_fit',
  'rate_steps_out_of_order',
  'head_longer_than_term',
  'balloon_out_of_range',
  'no_rows',
] as const

type KnownIssue = (typeof KNOWN)[number]

/** What is wrong with a loan or an event, in words; a mistake without words of its own is told by its code. */
export function issueWord(t: TFunction, issue: string): string {
  const known = KNOWN.find((code): code is KnownIssue => code === issue)
  return known === undefined ? issue : t(`contract.issue.${known}`)
}
