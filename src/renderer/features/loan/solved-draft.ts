import type { SolvedFigures } from '#domain/loan/solve-blank'
import { sumFen, ZERO_FEN } from '#domain/money/fen'
import type { LoanDraft } from './loan-draft'

type Filled = Pick<LoanDraft, 'principalFen' | 'receivedFen' | 'rate' | 'periods' | 'instalmentFen' | 'fees'>

/**
 * The form with the figure that was found. An upfront fee is the contract amount above the money received; a fee of every
 * instalment becomes one fee row, unless the rows there already come to it.
 */
export function solvedDraft(
  draft: LoanDraft,
  solved: SolvedFigures,
  feeTiming: 'none' | 'everyInstalment' | 'upfront',
  newId: () => string,
  feeName: string,
): Filled {
  const { principalFen, receivedFen, rate, periods, instalmentFen, feeFen } = solved
  const everyFen = sumFen(draft.fees, (fee) => (fee.timing === 'everyInstalment' ? fee.amountFen : ZERO_FEN))
  const others = draft.fees.filter((fee) => fee.timing !== 'everyInstalment')
  const fees =
    feeTiming !== 'everyInstalment' || everyFen === feeFen
      ? draft.fees
      : [...others, { id: newId(), name: feeName, amountFen: feeFen, timing: 'everyInstalment' as const }]
  const received = feeTiming === 'upfront' && feeFen > 0 ? receivedFen : draft.receivedFen
  return { principalFen, receivedFen: received, rate, periods, instalmentFen, fees }
}
