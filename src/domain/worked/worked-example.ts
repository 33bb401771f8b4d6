import type { Loan } from '../loan/loan'
import type { ColumnCode, Figure, Formula } from './figure'

export type WorkedId = 'cardInstalment' | 'upfrontDeduction' | 'dailyInterest' | 'latePenalty' | 'cardMinimum'

export type InputCode =
  | 'kind'
  | 'principal'
  | 'received'
  | 'rate'
  | 'feeRate'
  | 'periods'
  | 'drawnOn'
  | 'firstDueOn'
  | 'dayBasis'
  | 'penaltyMultiple'
  | 'paidPeriods'
  | 'lateOn'
  | 'daysLate'
  | 'owedOnCard'
  | 'postedOn'
  | 'statementDay'
  | 'dueAfter'
  | 'minimumShare'
  | 'minimumFloor'
  | 'months'

/** One line of the working: what is computed, with its numbers, and what comes out, rounded as it is printed. */
export interface WorkedStep {
  readonly code: StepCode
  readonly formula: Formula
  readonly result: Figure
}

export type StepCode =
  | 'feePerPeriod'
  | 'principalPerPeriod'
  | 'flatInstalment'
  | 'totalFees'
  | 'advertisedYear'
  | 'deducted'
  | 'monthlyRate'
  | 'levelInstalment'
  | 'totalPaid'
  | 'totalCost'
  | 'perTenThousand'
  | 'yearOfDays'
  | 'interestFirst'
  | 'interestSecond'
  | 'totalInterest'
  | 'yuanDays'
  | 'simpleAnnual'
  | 'annuityCheck'
  | 'monthFirst'
  | 'monthSum'
  | 'nominalApr'
  | 'effectiveByMonths'
  | 'dayFirst'
  | 'daySum'
  | 'instalmentOnReceived'
  | 'totalOnReceived'
  | 'lawDifference'
  | 'interestOfThird'
  | 'principalOfThird'
  | 'penaltyRate'
  | 'penaltyOfThird'
  | 'penaltyOfFourth'
  | 'penaltySum'
  | 'owedThatDay'
  | 'baseInstalment'
  | 'baseDays365'
  | 'baseWholeBalance'
  | 'firstMinimum'
  | 'leftAfterFirst'
  | 'secondYuanDays'
  | 'secondInterest'
  | 'secondMinimum'
  | 'leftAfterSecond'
  | 'paidInMonths'
  | 'interestInMonths'
  | 'principalInMonths'
  | 'leftAfterMonths'
  | 'interestShare'
  | 'interestToSettle'
  | 'settleAmount'

export type SectionCode =
  'plan' | 'trueRate' | 'byReceived' | 'penalty' | 'otherBases' | 'twoStatements' | 'months' | 'cardRate'

/** A table; `null` is an empty cell. The totals are sums of the columns as printed. */
export interface WorkedTable {
  readonly columns: readonly ColumnCode[]
  readonly rows: readonly (readonly (Figure | null)[])[]
  readonly totals: readonly (Figure | null)[]
}

export interface WorkedSection {
  readonly code: SectionCode
  readonly steps: readonly WorkedStep[]
  readonly table: WorkedTable | null
}

export type AnswerCode =
  | 'advertised'
  | 'simpleAnnual'
  | 'nominalApr'
  | 'effectiveByMonths'
  | 'effectiveByDays'
  | 'totalPaid'
  | 'totalCost'
  | 'deducted'
  | 'byReceived'
  | 'lawDifference'
  | 'penalty'
  | 'penaltyRate'
  | 'owedThatDay'
  | 'dearestPenalty'
  | 'paidInMonths'
  | 'interestInMonths'
  | 'leftAfterMonths'
  | 'interestShare'
  | 'paymentsToEnd'
  | 'costToEnd'

/** A worked page without its words: inputs, working and answers of one question, every figure computed from the loan. */
export interface WorkedExample {
  readonly id: WorkedId
  readonly loan: Loan
  readonly inputs: readonly { readonly code: InputCode; readonly value: Figure }[]
  readonly sections: readonly WorkedSection[]
  readonly answers: readonly { readonly code: AnswerCode; readonly value: Figure }[]
}
