import { MAX_FEN, type Fen } from '../money/fen'
import { periodInterest } from '../rate/interest'
import type { InterestRate } from '../rate/interest-rate'
import { levelInstalmentFen } from '../schedule/amortise'
import { exactRate, nearRate, type RateEquation } from './fit-rate'
import {
  balanceRules,
  daysRules,
  interestByRule,
  maxParts,
  oddness,
  originalRules,
  rateByRule,
  type InterestRule,
  type RuleContext,
} from './interest-rule'
import { MOST_ROWS, possibleKinds, shapeOf, usualInstalment, type RecoveredKind, type ShapeRow } from './plan-shapes'

/** A kind with a rate, and how well it tells the plan. */
export interface KindFit {
  readonly kind: RecoveredKind
  readonly rule: InterestRule
  readonly rate: InterestRate
  readonly feeTiming: 'everyPeriod' | 'withFirst'
  /** Rows whose principal and interest are equal to the fen. */
  readonly equalRows: number
  readonly largestDifferenceFen: Fen
  readonly oddness: number
}

/** Every kind and rule of interest that tells most rows of the plan, the usual ones first. */
export function fitPlan(rows: readonly ShapeRow[], context: RuleContext): readonly KindFit[] {
  return possibleKinds(rows, context.principalFen)
    .flatMap((kind) => {
      const rules = rulesOf(kind, rows, context)
      const exact = rules.flatMap((rule) => fitRule(kind, rule, rows, context, 'exact'))
      const fits = exact.length > 0 ? exact : rules.flatMap((rule) => fitRule(kind, rule, rows, context, 'near'))
      return kind === 'flatFee' ? [...fits, ...fitFeeWithFirst(rows, context)] : fits
    })
    .filter((fit) => isGoodEnough(fit, rows))
}

function isGoodEnough({ equalRows, largestDifferenceFen }: KindFit, rows: readonly ShapeRow[]): boolean {
  const given = rows.filter((row) => row.isGiven).length
  // Rounded another way everywhere: a fen or two off, never more.
  return equalRows >= Math.max(1, given * MOST_ROWS) || (given >= 3 && largestDifferenceFen <= 2)
}

function rulesOf(kind: RecoveredKind, rows: readonly ShapeRow[], context: RuleContext): readonly InterestRule[] {
  if (rows.every((row) => row.chargeFen === 0))
    return [...(kind === 'flatFee' ? originalRules : balanceRules(true))].slice(0, 1)
  if (kind === 'bullet') return daysRules
  return kind === 'flatFee' ? originalRules : balanceRules(context.isWholeFirst)
}

function fitRule(
  kind: RecoveredKind,
  rule: InterestRule,
  rows: readonly ShapeRow[],
  context: RuleContext,
  how: 'exact' | 'near',
): KindFit[] {
  const balances = balancesOf(rows, context.principalFen)
  const chargeAt = (parts: number, at: number): Fen =>
    interestByRule(rule, context, rateByRule(rule, parts), at, balances[at] as Fen)
  const equations = rows.flatMap((row, at): RateEquation[] =>
    row.isGiven && (balances[at] ?? 0) > 0 ? [{ targetFen: row.chargeFen, at: (parts) => chargeAt(parts, at) }] : [],
  )
  const max = maxParts(rule)
  const wished = kind === 'levelInstalment' ? levelWishes(rule, rows, context, chargeAt) : []
  const parts = how === 'exact' ? exactRate(equations, max, wished) : nearRate(equations, max)
  if (parts === null) return []
  const principalOf = shapeOf(kind, rows, context.principalFen)
  const differences = rows.map((row, at) => {
    const balance = balances[at] ?? 0
    const chargeDifference = Math.abs(chargeAt(parts, at) - row.chargeFen)
    return Math.max(chargeDifference, Math.abs(principalOf(at, balance, row.chargeFen) - row.principalFen))
  })
  return [judged(kind, rule, parts, 'everyPeriod', rows, differences)]
}

/** What a level plan further tells of its rate: the formula's own instalment, and the interest of a row left out. */
function levelWishes(
  rule: InterestRule,
  rows: readonly ShapeRow[],
  context: RuleContext,
  chargeAt: (parts: number, at: number) => Fen,
): readonly RateEquation[] {
  const instalment = usualInstalment(rows)
  const byFormula = (parts: number) =>
    levelInstalmentFen(context.principalFen, rateByRule(rule, parts), context.cadence, rows.length)
  const leftOut = rows.flatMap((row, at): RateEquation[] =>
    row.isSure && !row.isGiven
      ? [{ targetFen: instalment - row.principalFen, at: (parts) => chargeAt(parts, at) }]
      : [],
  )
  return [...leftOut, { targetFen: instalment, at: byFormula }]
}

function fitFeeWithFirst(rows: readonly ShapeRow[], context: RuleContext): KindFit[] {
  const [first, ...others] = rows
  if (!first?.isGiven || first.chargeFen === 0 || others.some((row) => row.chargeFen !== 0)) return []
  const principalOf = shapeOf('flatFee', rows, context.principalFen)
  const balances = balancesOf(rows, context.principalFen)
  return originalRules.flatMap((rule) => {
    const feeAt = (parts: number) =>
      Math.min(MAX_FEN, periodInterest(context.principalFen, rateByRule(rule, parts), context.cadence) * rows.length)
    const parts = exactRate([{ targetFen: first.chargeFen, at: feeAt }], maxParts(rule), [])
    if (parts === null) return []
    const differences = rows.map((row, at) =>
      Math.max(
        at === 0 ? Math.abs(feeAt(parts) - first.chargeFen) : 0,
        Math.abs(principalOf(at, balances[at] ?? 0, 0) - row.principalFen),
      ),
    )
    return [judged('flatFee', rule, parts, 'withFirst', rows, differences)]
  })
}

function judged(
  kind: RecoveredKind,
  rule: InterestRule,
  parts: number,
  feeTiming: KindFit['feeTiming'],
  rows: readonly ShapeRow[],
  differences: readonly number[],
): KindFit {
  const given = differences.filter((_, at) => rows[at]?.isGiven)
  return {
    kind,
    rule,
    rate: rateByRule(rule, parts),
    feeTiming,
    equalRows: given.filter((difference) => difference === 0).length,
    largestDifferenceFen: Math.max(0, ...given) as Fen,
    oddness: oddness(rule, parts),
  }
}

/** Principal left before each row. */
function balancesOf(rows: readonly ShapeRow[], principalFen: Fen): number[] {
  let balance: number = principalFen
  return rows.map((row) => {
    const before = balance
    balance -= row.principalFen
    return before
  })
}
