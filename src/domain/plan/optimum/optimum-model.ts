import type { CompiledPlan } from '../core/compiled-plan'
import { ModelBuilder, type LinearModel, type Term } from './linear-model'
import type { OptimumCase } from './optimum-case'

/** A programme and where its answer stands: the payments of each active loan by month. */
export interface OptimumModel {
  readonly model: LinearModel
  /** The column of "still open" of each active loan and month. */
  readonly isOpen: readonly (readonly number[])[]
  /** By how much the programme's figure can be above the cost itself: `SOONER`, and half a fen of rounding an instalment (fen). */
  readonly slackFen: number
  /** What each loan with a choice is paid in a month, as columns and what is fixed; active loans first, then those on demand. */
  readonly payments: readonly (readonly { readonly terms: readonly Term[]; readonly constant: number }[])[]
}

/**
 * The cheapest way to pay, as a mixed-integer programme (docs/optimum.md). For each loan that may be paid early and each
 * month s until its last instalment:
 *
 * B(s)  principal not yet due before the month      x(s)  principal paid in it
 * y(s)  1 while B(s) is above zero                   e(s)  principal paid early, where that costs a fee
 *
 * B(s+1) = B(s) − x(s); B(s) ≤ O(s)·y(s) with the contract's own balance O as the bound; y never rises again. An
 * instalment asks the lesser of its principal and what is left: x(s) ≥ W(s) while the loan stays open after it, where
 * W = p + i − (i/O)·B of a level instalment and p of another; the last takes all. Interest is (i/O)·B, a fee is due while
 * B is above zero. Cash after every month is not below zero. Interest is not rounded here: the plan is run through the
 * simulator, and that figure is shown.
 */
export function optimumModel(optimum: OptimumCase): OptimumModel {
  const { plan, active, onDemand, months, calmCash } = optimum
  const builder = new ModelBuilder()
  /** What leaves the cash in each month: columns, and what is fixed. */
  const outgoing: Term[][] = Array.from({ length: months }, () => [])
  const fixed = new Float64Array(months)
  const written = active.map((loan) => addLoan(builder, plan, loan, outgoing))
  const payments = [
    ...written.map(({ paid }) => paid),
    ...onDemand.map((loan) => addOnDemand(builder, plan.loans.onDemand[loan] ?? 0, months, outgoing)),
  ]
  for (const paid of payments)
    paid.forEach(({ constant }, step) => {
      fixed[step] = (fixed[step] ?? 0) + constant
    })
  addFixedLoans(plan, new Set(active), fixed)
  let before: number | null = null
  for (let step = 0; step < months; step += 1) {
    // Whole fen are paid, rounded up: so much is left for it, but never more than the calm plan leaves.
    const lower = Math.min(ROUNDING_FEN * (active.length + onDemand.length) * (step + 1), calmCash[step] ?? 0)
    const cash = builder.column({ cost: 0, lower, upper: Infinity })
    const money = (plan.expected[step] ?? 0) - (fixed[step] ?? 0) + (before === null ? plan.openingCash : 0)
    const terms: Term[] = [[cash, 1], ...(outgoing[step] ?? [])]
    if (before !== null) terms.push([before, -1])
    builder.row(money, terms, money)
    before = cash
  }
  return {
    model: builder.build(),
    isOpen: written.map(({ isOpen }) => isOpen),
    payments,
    slackFen: slackOf(plan, active, onDemand, months),
  }
}

const ROUNDING_FEN = 2

/**
 * What a fen owed for a month is worth beside its cost: so little that it decides only between ways that cost the same, of
 * which the one that ends sooner is then chosen.
 */
const SOONER = 1e-6

function slackOf(
  { rows, loans }: CompiledPlan,
  active: readonly number[],
  onDemand: readonly number[],
  months: number,
): number {
  let slack = 0
  for (const loan of active) {
    for (let row = rows.start[loan] ?? 0; row < (rows.start[loan + 1] ?? 0); row += 1) slack += 0.5
    slack += SOONER * (loans.balance[loan] ?? 0) * months
  }
  for (const loan of onDemand) slack += SOONER * (loans.onDemand[loan] ?? 0) * (months + 1)
  return slack
}

type Payments = OptimumModel['payments'][number]

interface WrittenLoan {
  readonly paid: Payments
  readonly isOpen: readonly number[]
}

function addLoan(builder: ModelBuilder, plan: CompiledPlan, loan: number, outgoing: readonly Term[][]): WrittenLoan {
  const { loans, mayPayEarly } = plan
  const months = contractMonths(plan, loan)
  const fee = (loans.earlyFee[loan] ?? 0) / 10_000
  const isLevel = loans.keepsInstalment[loan] === 1
  const paid: { terms: Term[]; constant: number }[] = []
  let balance = NONE
  let isOpen = NONE
  const openColumns: number[] = []
  for (const [step, { opening, row }] of months.entries()) {
    const rate = row && opening > 0 ? row.interest / opening : 0
    // A fee without principal is due whatever happens.
    const charge = row && opening > 0 ? row.fee : 0
    const constant = row && opening === 0 ? row.interest + row.fee : 0
    const isFirst = step === 0
    const nextBalance = builder.column({ cost: SOONER + rate, lower: isFirst ? opening : 0, upper: opening })
    const nextOpen = builder.column({
      cost: charge,
      lower: isFirst && opening > 0 ? 1 : 0,
      upper: opening > 0 ? 1 : 0,
      isWhole: true,
    })
    if (!isFirst) {
      const [before, row] = [paid[step - 1], months[step - 1]?.row]
      const principal = before?.terms[0]?.[0] ?? NONE
      builder.row(
        0,
        [
          [nextBalance, 1],
          [balance, -1],
          [principal, 1],
        ],
        0,
      )
      builder.row(0, [
        [nextOpen, opening],
        [nextBalance, -1],
      ])
      builder.row(0, [
        [isOpen, 1],
        [nextOpen, -1],
      ])
      if (row) builder.row(0, [...asksOf(row, principal, balance, isLevel), [nextOpen, 0 - sumOf(row, isLevel)]])
    }
    balance = nextBalance
    isOpen = nextOpen
    openColumns.push(nextOpen)
    builder.addCost(constant)
    const principal = builder.column({ cost: 0, lower: 0, upper: opening })
    const terms: Term[] = [
      [principal, 1],
      [balance, rate],
      [isOpen, charge],
    ]
    const isLast = step === months.length - 1
    if (isLast)
      builder.row(
        0,
        [
          [balance, 1],
          [principal, -1],
        ],
        0,
      )
    // What is paid beyond the instalment: x − W, or all of it in a month without one.
    const asks = row ? asksOf({ ...row, opening }, principal, balance, isLevel) : ([[principal, 1]] as const)
    const least = row ? sumOf(row, isLevel) : 0
    if (mayPayEarly[step] !== 1) builder.row(-Infinity, asks, least)
    else if (fee > 0 && !isLast) {
      const early = builder.column({ cost: fee, lower: 0, upper: Infinity })
      builder.row(0 - least, [[early, 1], ...asks.map(([column, value]): Term => [column, 0 - value])])
      terms.push([early, 1 * fee])
    }
    paid.push({ terms, constant })
    outgoing[step]?.push(...terms)
  }
  return { paid, isOpen: openColumns }
}

const NONE = -1

interface ContractRow {
  readonly opening: number
  readonly principal: number
  readonly interest: number
  readonly fee: number
}

/** Months of a loan until its last instalment: the contract's balance before each, and the instalment in it. */
function contractMonths({ rows }: CompiledPlan, loan: number): readonly { opening: number; row: ContractRow | null }[] {
  const [start, end] = [rows.start[loan] ?? 0, rows.start[loan + 1] ?? 0]
  const months: { opening: number; row: ContractRow | null }[] = []
  for (let at = start; at < end; at += 1) {
    const opening = rows.opening[at] ?? 0
    while (months.length < (rows.step[at] ?? 0)) months.push({ opening, row: null })
    const row = {
      opening,
      principal: rows.principal[at] ?? 0,
      interest: rows.interest[at] ?? 0,
      fee: rows.fee[at] ?? 0,
    }
    months.push({ opening, row })
  }
  return months
}

/** x + (i/O)·B of a level instalment, x of another: at least `sumOf` while the loan stays open. */
const asksOf = (
  { interest, opening }: ContractRow,
  principal: number,
  balance: number,
  isLevel: boolean,
): readonly Term[] =>
  isLevel && opening > 0
    ? [
        [principal, 1],
        [balance, interest / opening],
      ]
    : [[principal, 1]]

const sumOf = ({ principal, interest, opening }: ContractRow, isLevel: boolean): number =>
  isLevel && opening > 0 ? principal + interest : principal

/** A loan that is owed on demand and bears nothing: paid when nothing better is to be done. */
function addOnDemand(builder: ModelBuilder, owed: number, months: number, outgoing: readonly Term[][]): Payments {
  let balance = builder.column({ cost: SOONER, lower: owed, upper: owed })
  return Array.from({ length: months }, (_, step) => {
    const principal = builder.column({ cost: 0, lower: 0, upper: owed })
    const next = builder.column({ cost: SOONER, lower: 0, upper: owed })
    builder.row(
      0,
      [
        [next, 1],
        [balance, -1],
        [principal, 1],
      ],
      0,
    )
    balance = next
    const terms: readonly Term[] = [[principal, 1]]
    outgoing[step]?.push(...terms)
    return { terms, constant: 0 }
  })
}

/** Loans that are only paid as their contracts ask. */
function addFixedLoans({ rows, loanCount }: CompiledPlan, active: ReadonlySet<number>, fixed: Float64Array): void {
  for (let loan = 0; loan < loanCount; loan += 1) {
    if (active.has(loan)) continue
    for (let row = rows.start[loan] ?? 0; row < (rows.start[loan + 1] ?? 0); row += 1) {
      const step = rows.step[row] ?? 0
      fixed[step] = (fixed[step] ?? 0) + (rows.asked[row] ?? 0)
    }
  }
}
