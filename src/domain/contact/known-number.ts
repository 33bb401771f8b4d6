import type { PartyId } from '#domain/loan/party'

/** Whose a number is: somebody who collects, a person near the debtor, or neither (couriers, the bank's codes). */
export const NUMBER_HOLDERS = ['collector', 'person', 'other'] as const
export type NumberHolder = (typeof NUMBER_HOLDERS)[number]

/** A number somebody was recognised behind. Caller ids can be forged: it says who the person believes it was. */
export interface KnownNumber {
  readonly id: string
  /** As `phoneNumber` gives it: the same for every way of writing it. */
  readonly key: string
  readonly holder: NumberHolder
  /** The institution or agency that calls from it. */
  readonly partyId: PartyId | null
  /** The person's name, or a note; empty when there is none. */
  readonly name: string
}
