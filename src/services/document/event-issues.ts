import type { Loan } from '#domain/loan/loan'
import type { LoanEvent, Rearranged } from '#domain/loan/loan-event'
import type { PartyId } from '#domain/loan/party'
import type { Fen } from '#domain/money/fen'
import type { InputIssue } from './issues-of'

/** What is wrong with the dated events of one loan, each at its path. */
export function eventIssues(loan: Loan, parties: ReadonlySet<string>): readonly InputIssue[] {
  const payments = new Set(loan.events.flatMap((event) => (event.kind === 'payment' ? [event.id] : [])))
  const agreements = new Set(loan.events.flatMap((event) => (event.kind === 'rearranged' ? [event.id] : [])))
  return loan.events.flatMap((event, index) => {
    const at = (field: string, issue: string): InputIssue => ({ path: `events.${index}.${field}`, issue })
    const issues = [...dayIssues(event, loan).map(([field, issue]) => at(field, issue))]
    const amount = movedFen(event)
    if (amount?.fen === 0) issues.push(at(amount.field, amount.issue))
    if ((event.kind === 'reversal' || event.kind === 'correction') && !payments.has(event.paymentId))
      issues.push(at('paymentId', 'unknown_payment'))
    if (event.kind === 'rearrangementEnded' && !agreements.has(event.rearrangedId))
      issues.push(at('rearrangedId', 'unknown_agreement'))
    if (event.kind === 'rearranged') issues.push(...agreementIssues(event).map(([field, issue]) => at(field, issue)))
    const partyId = partyOfEvent(event)
    if (partyId !== null && !parties.has(partyId)) issues.push(at('partyId', 'unknown_party'))
    if (event.kind === 'drawdown' && loan.terms.kind !== 'revolving' && loan.terms.kind !== 'dailyBalance')
      issues.push(at('kind', 'drawdown_not_of_this_kind'))
    return issues
  })
}

/** The new creditor an event names. */
export const partyOfEvent = (event: LoanEvent): PartyId | null =>
  event.kind === 'assigned' ? event.toPartyId : event.kind === 'subrogated' ? event.byPartyId : null

/**
 * Days before the loan. Stated balances, reversals and interruptions are left alone: earlier versions took them on any day,
 * and a case on record must stay readable.
 */
function dayIssues(event: LoanEvent, { terms }: Loan): readonly (readonly [string, string])[] {
  switch (event.kind) {
    case 'balanceStated':
    case 'reversal':
    case 'interruption':
      return []
    case 'payment':
      return event.on < terms.drawnOn ? [['on', 'payment_before_loan']] : []
    case 'correction':
      return event.paidOn < terms.drawnOn ? [['paidOn', 'payment_before_loan']] : []
    default:
      return event.on < terms.drawnOn ? [['on', 'event_before_loan']] : []
  }
}

/** Agreed instalments stand in order, none before the agreement, and are a plan that can be written out. */
function agreementIssues({ on, rows }: Rearranged): readonly (readonly [string, string])[] {
  const isInOrder = rows.every((row, at) => row.dueOn >= on && (at === 0 || row.dueOn > (rows[at - 1]?.dueOn ?? on)))
  const principalFen = rows.reduce((sum, row) => sum + row.principalFen, 0)
  return [
    ...(isInOrder ? [] : [['rows', 'rows_out_of_order'] as const]),
    ...(principalFen > 0 ? [] : [['rows', 'amount_of_nothing'] as const]),
  ]
}

/** Money that moved or was asked for; nothing is no event. */
function movedFen(event: LoanEvent): { readonly field: string; readonly fen: Fen; readonly issue: string } | null {
  switch (event.kind) {
    case 'payment':
      return { field: 'amountFen', fen: event.amountFen, issue: 'payment_of_nothing' }
    case 'correction':
    case 'drawdown':
    case 'charge':
    case 'settlementQuoted':
      return { field: 'amountFen', fen: event.amountFen, issue: 'amount_of_nothing' }
    case 'subrogated':
      return { field: 'paidOutFen', fen: event.paidOutFen, issue: 'amount_of_nothing' }
    default:
      return null
  }
}
