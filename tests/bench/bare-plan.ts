/** Level loans as bare numbers: balance in fen, rate of a month, instalment in fen. */
export interface BareDebts {
  readonly balance: Float64Array
  readonly monthly: Float64Array
  readonly instalment: Float64Array
}

const left = new Float64Array(64)

/**
 * A path of level loans in doubles and typed arrays: interest rounded, the instalment or what is left paid while there is
 * cash, nothing else. No contract, lateness, strategy or calendar: only a ceiling. Nothing falls due in step 0.
 */
export function barePaths(
  { balance, monthly, instalment }: BareDebts,
  money: Float64Array,
  openingCash: number,
  owed: Float64Array,
  cash: Float64Array,
): void {
  const count = balance.length
  left.set(balance)
  let now = openingCash
  const steps = owed.length
  for (let step = 0; step < steps; step++) {
    now += money[step]!
    let sum = 0
    for (let loan = 0; loan < count; loan++) {
      const opening = left[loan]!
      let closing = opening
      if (step > 0 && opening > 0) {
        const interest = Math.floor(opening * monthly[loan]! + 0.5)
        const paid = step === steps - 1 ? opening + interest : Math.min(opening + interest, instalment[loan]!)
        if (paid <= now) {
          now -= paid
          closing = opening + interest - paid
        } else closing = opening + interest
        left[loan] = closing
      }
      sum += closing
    }
    owed[step] = sum
    cash[step] = now
  }
}
