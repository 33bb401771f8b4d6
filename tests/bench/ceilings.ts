/**
 * What the hardware gives for the same work with everything else left out: no checks, no kinds, no dates, no proof. Not
 * usable as an engine (the loop is not exact to the fen, Newton knows one root), only as a ceiling.
 */

/** Level instalments of one principal in doubles, into two typed arrays. */
export function bareLoop(
  principalFen: number,
  monthly: number,
  periods: number,
  principal: Float64Array,
  interest: Float64Array,
): void {
  const instalment = Math.floor((principalFen * monthly) / (1 - Math.pow(1 + monthly, -periods)) + 0.5)
  let balance = principalFen
  for (let index = 0; index < periods - 1; index++) {
    const interestFen = Math.floor(balance * monthly + 0.5)
    interest[index] = interestFen
    principal[index] = instalment - interestFen
    balance -= instalment - interestFen
  }
  interest[periods - 1] = Math.floor(balance * monthly + 0.5)
  principal[periods - 1] = balance
}

/** The same with a trick of doubles for the nearest whole number, which leaves the chain of dependent steps shortest. */
export function bareNearestLoop(
  principalFen: number,
  monthly: number,
  periods: number,
  principal: Float64Array,
  interest: Float64Array,
): void {
  const instalment = Math.round((principalFen * monthly) / (1 - Math.pow(1 + monthly, -periods)))
  let balance = principalFen
  for (let index = 0; index < periods - 1; index++) {
    const interestFen = balance * monthly + 2 ** 52 - 2 ** 52
    const after = balance - instalment + interestFen
    interest[index] = interestFen
    principal[index] = balance - after
    balance = after
  }
  interest[periods - 1] = Math.round(balance * monthly)
  principal[periods - 1] = balance
}

/** The rate of flows whose years are sorted and counted already: Newton from 10 %, halved when it leaves its bracket. */
export function bracketedNewton(years: Float64Array, amounts: Float64Array): number {
  let low = -0.999_999
  let high = 1e6
  let rate = 0.1
  for (let step = 0; step < 100; step++) {
    const logGrowth = Math.log1p(rate)
    let value = 0
    let slope = 0
    for (let index = 0; index < years.length; index++) {
      const year = years[index]!
      const part = amounts[index]! * Math.exp(-year * logGrowth)
      value += part
      slope -= year * part
    }
    slope /= 1 + rate
    // Money received first: the value rises with the rate.
    if (value > 0) high = rate
    else low = rate
    let next = rate - value / slope
    if (!(next > low && next < high)) next = (low + high) / 2
    if (Math.abs(next - rate) <= 1e-12) return next
    rate = next
  }
  return rate
}
