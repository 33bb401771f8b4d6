import { daysBetween, type LocalDate } from '../calendar/local-date'
import { payingTheMinimum } from '../card/paying-the-minimum'
import type { Loan } from '../loan/loan'
import type { RevolvingTerms } from '../loan/terms'
import type { Fen } from '../money/fen'

/** One statement of a card paid at the minimum, and what its interest ran on. */
export interface CardMonth {
  readonly n: number
  readonly statementOn: LocalDate
  readonly dueOn: LocalDate
  /** Days of the principal before the last payment, and of what was left after it. */
  readonly daysBefore: number
  readonly daysAfter: number
  /** Principal × days, in fen days: what the statement's interest is the daily rate of. */
  readonly fenDays: number
  readonly interestFen: Fen
  readonly minimumFen: Fen
  readonly principalLeftFen: Fen
}

export interface CardMonths {
  readonly lines: readonly CardMonth[]
  readonly paidFen: Fen
  readonly interestFen: Fen
  readonly principalLeftFen: Fen
}

/**
 * The statements of a card on which nothing is bought and the minimum is paid on every due day. The first statement bears
 * no interest yet; the second bears it from the day of posting, because the first was not paid in full.
 */
export function cardMonths({ defaultTerms }: Loan, terms: RevolvingTerms, months: number): CardMonths {
  const paid = payingTheMinimum(terms, defaultTerms, months)
  let principalBefore: number = terms.principalFen
  let principal: number = terms.principalFen
  let since = terms.drawnOn
  let paidOn: LocalDate | null = null
  const lines = paid.statements.map(({ statementOn, dueOn, interestFen, minimumFen }, index): CardMonth => {
    const daysBefore = paidOn === null ? 0 : daysBetween(since, paidOn)
    const daysAfter = paidOn === null ? 0 : daysBetween(paidOn, statementOn)
    const fenDays = principalBefore * daysBefore + principal * daysAfter
    if (paidOn !== null) since = statementOn
    principalBefore = principal
    principal -= minimumFen - interestFen
    paidOn = dueOn
    return {
      n: index + 1,
      statementOn,
      dueOn,
      daysBefore,
      daysAfter,
      fenDays,
      interestFen,
      minimumFen,
      principalLeftFen: principal as Fen,
    }
  })
  if (principal !== paid.principalLeftFen) throw new Error('the statements do not add up to what is left')
  return {
    lines,
    paidFen: paid.paidFen,
    interestFen: paid.interestPaidFen,
    principalLeftFen: paid.principalLeftFen,
  }
}
