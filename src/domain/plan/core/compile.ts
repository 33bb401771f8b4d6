import type { Priorities } from '../priority'
import type { SimLoan } from '../sim-loan'
import type { CompiledLoans, CompiledPlan, CompiledRows } from './compiled-plan'

/** What a plan is compiled from, beside its loans. */
export interface PlanFrame extends Pick<
  CompiledPlan,
  | 'steps'
  | 'openingCash'
  | 'dayFrom'
  | 'dayLast'
  | 'mayPayEarly'
  | 'priorities'
  | 'ownPlace'
  | 'holdsBack'
  | 'prescribed'
> {
  /** Month index of step 0. */
  readonly firstMonth: number
  /** What the budget leaves in a step: asked for as many steps as early payment has to look ahead, and at least `expectedSteps`. */
  readonly expectedOf: (step: number) => number
  readonly expectedSteps: number
}

/** Loans and their frame as flat arrays. */
export function compileLoans(
  sims: readonly SimLoan[],
  { firstMonth, expectedOf, expectedSteps, ...frame }: PlanFrame,
): CompiledPlan {
  const rows = compileRows(sims, firstMonth)
  const looksAhead = frame.holdsBack && paysEarly(frame)
  const heldSteps = looksAhead ? rows.step.reduce((last, step) => Math.max(last, step), 0) + 1 : 0
  return {
    ...frame,
    loanCount: sims.length,
    heldSteps,
    held: askedBySteps(rows, heldSteps),
    expected: Float64Array.from({ length: Math.max(heldSteps, expectedSteps) }, (_, step) => expectedOf(step)),
    rows,
    loans: compileFacts(sims),
  }
}

function askedBySteps(rows: CompiledRows, steps: number): Float64Array {
  const held = new Float64Array(steps)
  rows.step.forEach((step, row) => {
    if (step >= 0 && step < steps) held[step] = (held[step] ?? 0) + (rows.asked[row] ?? 0)
  })
  return held
}

const paysEarly = ({ priorities, prescribed }: { readonly priorities: Priorities; readonly prescribed: unknown }) =>
  priorities.early !== null && prescribed === null

function compileRows(sims: readonly SimLoan[], firstMonth: number): CompiledRows {
  const start = new Int32Array(sims.length + 1)
  sims.forEach((loan, index) => (start[index + 1] = (start[index] ?? 0) + loan.rows.length))
  const count = start[sims.length] ?? 0
  const column = (): Float64Array => new Float64Array(count)
  const rows: CompiledRows = {
    start,
    step: new Int32Array(count),
    day: column(),
    opening: column(),
    principal: column(),
    interest: column(),
    fee: column(),
    asked: column(),
    saving: column(),
    keep: column(),
  }
  let at = 0
  for (const loan of sims) {
    for (let index = 0; index < loan.rows.length; index += 1) {
      const row = loan.rows[index]
      if (row === undefined) break
      rows.step[at] = row.month - firstMonth
      rows.day[at] = row.day
      rows.opening[at] = row.opening
      rows.principal[at] = row.principal
      rows.interest[at] = row.interest
      rows.fee[at] = row.fee
      rows.asked[at] = row.principal + row.interest + row.fee
      rows.saving[at] = loan.savingBefore[index] ?? 0
      rows.keep[at] = loan.keepBefore[index] ?? 0
      at += 1
    }
  }
  return rows
}

function compileFacts(sims: readonly SimLoan[]): CompiledLoans {
  const each = (pick: (loan: SimLoan) => number): Float64Array => Float64Array.from(sims, pick)
  const flags = (pick: (loan: SimLoan) => boolean): Uint8Array => Uint8Array.from(sims, (loan) => (pick(loan) ? 1 : 0))
  const dueStart = new Int32Array(sims.length + 1)
  // Room for every instalment that can ever wait in its grace days.
  sims.forEach((loan, index) => (dueStart[index + 1] = (dueStart[index] ?? 0) + loan.due.length + loan.rows.length))
  const places = dueStart[sims.length] ?? 0
  const dueDay = new Float64Array(places)
  const duePrincipal = new Float64Array(places)
  const dueCharges = new Float64Array(places)
  sims.forEach((loan, index) => {
    loan.due.forEach((row, place) => {
      const at = (dueStart[index] ?? 0) + place
      dueDay[at] = row.day
      duePrincipal[at] = row.principal
      dueCharges[at] = row.charges
    })
  })
  return {
    balance: each((loan) => loan.balance),
    onDemand: each((loan) => loan.onDemand),
    oldPrincipal: each((loan) => loan.oldPrincipal),
    oldCharges: each((loan) => loan.oldCharges),
    oldPenalty: each((loan) => loan.oldPenalty),
    oldSince: each((loan) => loan.oldSince),
    dueStart,
    dueCount: Int32Array.from(sims, (loan) => loan.due.length),
    dueDay,
    duePrincipal,
    dueCharges,
    graceDays: each((loan) => loan.graceDays),
    penaltyRate: each((loan) => loan.penaltyRate),
    penaltyOnCharges: flags((loan) => loan.penaltyOnCharges),
    mayPrepay: flags((loan) => loan.mayPrepay),
    keepsInstalment: flags((loan) => loan.keepsInstalment),
    saving: each((loan) => loan.savingRate),
    earlyFee: each((loan) => loan.earlyFeePer10000),
    penaltyOf: sims.map((loan) => loan.penaltyOf),
    lateFeeOf: sims.map((loan) => loan.lateFeeOf),
  }
}
