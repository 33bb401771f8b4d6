import { bench, describe } from 'vitest'
import { USUAL_KINDS } from '#domain/ask/ask'
import { solveAsk } from '#domain/ask/solve-ask'
import { annualRate } from '#domain/rate/interest-rate'
import { askOf, manyLoans } from '../domain/ask/asking'
import { earning } from '../domain/plan/a-plan'

const EVERY_KIND = { ...USUAL_KINDS, holidayPeriods: 3, interestOnlyPeriods: 6, rate: annualRate(0.1) }

/** So many loans with money for three fifths of what they ask. */
function question(count: number) {
  const loans = manyLoans(count)
  const asks = askOf(loans, earning(0)).loans.reduce((sum, { state }) => sum + state.nextDueFen, 0)
  return askOf(loans, earning(Math.round(asks * 0.62), 5))
}

describe('the smallest requests', () => {
  for (const count of [10, 20]) {
    const input = question(count)
    bench(`${count} loans, longer terms only`, () => void solveAsk(input), { iterations: 5, time: 500 })
    bench(`${count} loans, every kind on the table`, () => void solveAsk({ ...input, kinds: EVERY_KIND }), {
      iterations: 3,
      time: 500,
    })
  }
})
