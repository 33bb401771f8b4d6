import type { LoanEvent } from '#domain/loan/loan-event'
import type { Party } from '#domain/loan/party'
import { ZERO_FEN } from '#domain/money/fen'
import { err, ok, type Result } from '#domain/result'
import { eventErrors, type EventContext, type EventDraft, type EventErrors } from './event-draft'

export interface SubmittedEvent {
  readonly event: LoanEvent
  /** A party named in the form that is not on record yet. */
  readonly parties: readonly Party[]
}

/** The event a finished form describes, or what is wrong by field. Ids come from `newId`. */
export function eventFromDraft(
  draft: EventDraft,
  context: EventContext,
  newId: () => string,
): Result<SubmittedEvent, EventErrors> {
  const errors = eventErrors(draft, context)
  if (draft.on === null || Object.keys(errors).length > 0) return err(errors)
  const parties = context.kind === 'assigned' || context.kind === 'subrogated' ? newParties(draft, newId) : []
  const partyId = parties[0]?.id ?? draft.party.id ?? ''
  return ok({ event: eventOf({ ...draft, on: draft.on }, context, newId(), partyId), parties })
}

function newParties({ party }: EventDraft, newId: () => string): readonly Party[] {
  if (party.id !== null) return []
  const name = party.name.trim()
  return [{ id: newId(), name, type: party.type, department: '', address: '', officialChannel: '', note: '' }]
}

function eventOf(
  draft: EventDraft & { readonly on: NonNullable<EventDraft['on']> },
  { kind, today, payment }: EventContext,
  id: string,
  partyId: string,
): LoanEvent {
  const { on, words } = draft
  const base = { id, on, note: words }
  const amountFen = draft.amountFen ?? ZERO_FEN
  switch (kind) {
    case 'payment':
      return draft.purpose === 'due'
        ? { kind, ...base, amountFen }
        : { kind, ...base, amountFen, purpose: draft.purpose }
    case 'balanceStated':
      return {
        kind,
        ...base,
        note: '',
        source: words,
        principalFen: amountFen,
        interestFen: draft.interestFen ?? ZERO_FEN,
        penaltyFen: draft.penaltyFen ?? ZERO_FEN,
        lateFeeFen: draft.lateFeeFen ?? ZERO_FEN,
        otherFeeFen: draft.otherFeeFen ?? ZERO_FEN,
        overduePrincipalFen: draft.overduePrincipalFen,
        nextDueOn: draft.nextDueOn,
        daysLate: draft.daysLate ?? 0,
      }
    case 'reversal':
      return { kind, ...base, paymentId: payment?.id ?? '' }
    case 'correction':
      // The day typed is the day really paid; the correction itself is made today.
      return { kind, ...base, on: today, paymentId: payment?.id ?? '', paidOn: on, amountFen }
    case 'drawdown':
      return { kind, ...base, amountFen, what: draft.drawn }
    case 'charge':
      return { kind, ...base, amountFen, what: draft.charged }
    case 'accelerated':
      return { kind, ...base }
    case 'assigned':
      return { kind, ...base, toPartyId: partyId, planGoesOn: draft.planGoesOn, verifiedOn: draft.verifiedOn }
    case 'subrogated':
      return { kind, ...base, byPartyId: partyId, paidOutFen: amountFen, verifiedOn: draft.verifiedOn }
    case 'settlementQuoted':
      return { kind, ...base, note: '', source: words, amountFen, validUntil: draft.validUntil }
    case 'interruption':
      return { kind, ...base, cause: draft.cause }
  }
}
