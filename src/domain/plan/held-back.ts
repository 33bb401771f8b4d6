import { rowPosting } from './month-steps'
import type { SimLoan } from './sim-loan'

/** Watches over the money that coming instalments need, so that early payment never takes it. */
export interface HeldBack {
  /** How much of the cash left at a month's end may be paid early; the step is the month's, counted from the first. */
  readonly freeOf: (cash: number, step: number) => number
  /** A loan was paid early: what it asks in the coming months is less now. */
  readonly recompute: (loan: SimLoan) => void
}

/**
 * What the coming months need of today's cash: the lowest that cash would fall to if nothing more were paid early, over
 * all months in which an instalment is known. Only what stays above zero then is free.
 *
 * Property  a plan that meets every instalment without early payment meets every one with it: each early payment leaves
 *           that lowest point at or above zero, and no instalment grows by an early payment (`rowPosting`).
 */
export function heldBack(
  loans: readonly SimLoan[],
  firstMonth: number,
  disposableOf: (step: number) => number,
): HeldBack {
  const lastMonth = loans.reduce((last, loan) => Math.max(last, loan.rows.at(-1)?.month ?? last), firstMonth)
  const required = new Float64Array(lastMonth - firstMonth + 1)
  const ofLoan = new Map<SimLoan, Float64Array>()
  const recompute = (loan: SimLoan): void => {
    const before = ofLoan.get(loan)
    const coming = comingOf(loan, firstMonth, required.length)
    ofLoan.set(loan, coming)
    for (let step = 0; step < required.length; step += 1)
      required[step] = (required[step] ?? 0) + (coming[step] ?? 0) - (before?.[step] ?? 0)
  }
  let isReady = false
  return {
    recompute,
    freeOf: (cash, step) => {
      if (!isReady) for (const loan of loans) recompute(loan)
      isReady = true
      let running = cash
      let lowest = cash
      for (let coming = step + 1; coming < required.length; coming += 1) {
        running += disposableOf(coming) - (required[coming] ?? 0)
        if (running < lowest) lowest = running
      }
      return Math.max(0, lowest)
    },
  }
}

/** What a loan will ask month by month if nothing more is paid early. */
function comingOf(loan: SimLoan, firstMonth: number, steps: number): Float64Array {
  const coming = new Float64Array(steps)
  let balance = loan.balance
  for (let index = loan.next; index < loan.rows.length; index += 1) {
    const row = loan.rows[index]
    if (row === undefined) break
    const { principal, interest, fee } = rowPosting(loan, row, balance, index === loan.rows.length - 1)
    balance -= principal
    const step = row.month - firstMonth
    coming[step] = (coming[step] ?? 0) + principal + interest + fee
  }
  return coming
}
