/** The words of the sample case; one file for each language in `resources/sample-case`. */
export interface SampleWords {
  readonly sender: { readonly name: string; readonly address: string; readonly debitAccount: string }
  readonly parties: Readonly<
    Record<'spendingCredit' | 'internetBank' | 'cardBank' | 'consumerFinance' | 'friend', string>
  >
  readonly departments: Readonly<Record<'cardBank' | 'consumerFinance', string>>
  readonly loans: Readonly<Record<'flatFee' | 'dailyInterest' | 'cardInstalment' | 'consumerLoan' | 'friend', string>>
  readonly source: string
  readonly budget: Readonly<
    Record<'wage' | 'sideJob' | 'rent' | 'food' | 'utilities' | 'transport' | 'phone' | 'parents' | 'medicine', string>
  >
  readonly contacts: Readonly<
    Record<'reminder' | 'night' | 'mother' | 'toMother' | 'asked' | 'answered' | 'promise' | 'text', string>
  >
}
