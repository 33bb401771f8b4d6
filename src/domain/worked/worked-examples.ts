import type { Loan } from '../loan/loan'
import { cardInstalment } from './card-instalment'
import { cardMinimum } from './card-minimum'
import { dailyInterest } from './daily-interest'
import { latePenalty } from './late-penalty'
import { upfrontDeduction } from './upfront-deduction'
import type { WorkedExample, WorkedId } from './worked-example'

const EXAMPLES: Readonly<Record<WorkedId, () => WorkedExample>> = {
  cardInstalment,
  upfrontDeduction,
  dailyInterest,
  cardMinimum,
  latePenalty,
}

/** In the order in which they are listed. */
export const WORKED_IDS = Object.keys(EXAMPLES) as readonly WorkedId[]

/** Computes an example; null when the id names none. */
export const workedExample = (id: string): WorkedExample | null =>
  WORKED_IDS.includes(id as WorkedId) ? EXAMPLES[id as WorkedId]() : null

/** The example whose working is nearest to a loan's own, null when none is: what "how was this computed?" points to. */
export function nearestExample({ terms, receivedFen }: Loan): WorkedId | null {
  if (receivedFen < terms.principalFen) return 'upfrontDeduction'
  switch (terms.kind) {
    case 'flatFee':
      return 'cardInstalment'
    case 'dailyBalance':
      return 'dailyInterest'
    case 'revolving':
      return 'cardMinimum'
    default:
      return null
  }
}
