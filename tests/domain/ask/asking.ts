import type { Budget } from '#domain/budget/budget'
import type { AskInput, AskLoan } from '#domain/ask/ask'
import { USUAL_KINDS } from '#domain/ask/ask'
import type { Loan } from '#domain/loan/loan'
import { TODAY, levelLoan, stateAt } from '../plan/a-plan'

export const askLoanOf = (loan: Loan): AskLoan => {
  const state = stateAt(loan, TODAY)
  return { loan, state, quoted: state }
}

export const askOf = (loans: readonly Loan[], budget: Budget, changes: Partial<AskInput> = {}): AskInput => ({
  on: TODAY,
  loans: loans.map(askLoanOf),
  budget,
  limits: [],
  kinds: USUAL_KINDS,
  ...changes,
})

/** So many loans of different size, rate and length; the first instalments in two weeks to four. */
export const manyLoans = (count: number): readonly Loan[] =>
  Array.from({ length: count }, (_, index) =>
    levelLoan(`loan-${index}`, {
      principal: 800_000 + ((index * 377_777) % 2_600_000),
      bp: 720 + ((index * 331) % 1_680),
      periods: 8 + ((index * 5) % 28),
      dueIn: 7 + ((index * 3) % 21),
    }),
  )
