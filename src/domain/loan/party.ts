/** What a party is in law. `unknown` asserts nothing: look at 贷款人 in the contract first. */
export type PartyType =
  | 'bank'
  | 'consumerFinance'
  | 'trust'
  | 'autoFinance'
  | 'microLoan'
  | 'unlicensedCompany'
  | 'privatePerson'
  | 'guarantor'
  | 'collector'
  | 'platform'
  | 'other'
  | 'unknown'

export type PartyId = string

/** A person or institution on the other side: lender, platform, guarantor, collector. */
export interface Party {
  readonly id: PartyId
  readonly name: string
  readonly type: PartyType
  /** Where letters go; empty until known. */
  readonly department: string
  readonly address: string
  /** Official channel the user verified, for example the number printed on the contract. */
  readonly officialChannel: string
  readonly note: string
}

/**
 * Who is who in one loan. Contract lenders are those named 贷款人 in the contract; the platform that showed the loan is
 * often none of them. Shares are parts of 10 000 of the amount, or null when not known.
 */
export interface LoanParties {
  readonly contractLenders: readonly { readonly partyId: PartyId; readonly sharePer10000: number | null }[]
  readonly platformId: PartyId | null
  readonly creditEnhancerId: PartyId | null
  readonly collectorId: PartyId | null
  /** Set after an assignment or subrogation; null means the contract lenders still are the creditors. */
  readonly currentCreditorId: PartyId | null
}
