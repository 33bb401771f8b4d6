import type { Budget } from '../../budget/budget'
import type { LocalDate } from '../../calendar/local-date'
import type { Loan } from '../../loan/loan'
import type { Fen } from '../../money/fen'
import type { PlanResult, PlanSettings } from '../plan'
import { PROMISED_MONTHS, type PlanVersion, type PromisedLoan } from '../plan-version'
import { paidOnDay } from './paid-in'

export interface Promising {
  readonly id: string
  readonly madeOn: LocalDate
  readonly note: string
  readonly settings: PlanSettings
  readonly budget: Budget
  /** The plan as simulated on `madeOn`. */
  readonly result: PlanResult
  readonly loans: readonly Loan[]
}

/** A plan written down as a promise: what to pay on each loan in each month, at most `PROMISED_MONTHS` of them. */
export function promiseOf({ id, madeOn, note, settings, budget, result, loans }: Promising): PlanVersion {
  const months = result.months.slice(0, PROMISED_MONTHS)
  const owing = result.months[0]?.loans ?? []
  return {
    id,
    madeOn,
    note,
    settings,
    budget,
    firstMonth: madeOn.slice(0, 7),
    debtFreeMonth: result.debtFreeMonth,
    costFen: result.costFen,
    loans: owing.map(({ loanId, openingFen }, place): PromisedLoan => {
      const rows = months.flatMap((month) => month.loans[place] ?? [])
      const end = result.months.findIndex((month) => month.loans[place]?.closingFen === 0)
      const loan = loans.find((candidate) => candidate.id === loanId)
      return {
        loanId,
        owedFen: openingFen,
        paidThatDayFen: loan ? paidOnDay(loan, madeOn) : (0 as Fen),
        payFen: rows.map(({ paidFen }) => paidFen),
        closingFen: rows.map(({ closingFen }) => closingFen),
        endsIn: result.months[end]?.month ?? null,
      }
    }),
  }
}
