import type { Fen } from '#domain/money/fen'

/** What a figure is asked for: what is overdue, all principal with what is overdue, or what settles everything that day. */
export type AuditScope = 'arrears' | 'owed' | 'settle'

/** Parts a statement of account is made of, in the order they are shown. */
export const AUDIT_ITEMS = ['principal', 'interest', 'penalty', 'compound', 'lateFee', 'fee'] as const
export type AuditItem = (typeof AUDIT_ITEMS)[number]

/** Fen of every part; parts of nothing are 0. */
export type Figures = Readonly<Record<AuditItem, Fen>>

/**
 * What the lender says is owed. With a total, parts that are not named are not known; without one, what is not named is not
 * asked, and the total is the sum of the parts.
 */
export interface Claim {
  readonly scope: AuditScope
  readonly totalFen: Fen | null
  readonly items: Partial<Figures>
}

export const NO_FIGURES: Figures = Object.fromEntries(AUDIT_ITEMS.map((item) => [item, 0])) as Figures

export const totalOf = (figures: Partial<Figures>): Fen =>
  AUDIT_ITEMS.reduce((sum, item) => sum + (figures[item] ?? 0), 0) as Fen

export const claimedTotal = ({ totalFen, items }: Claim): Fen => totalFen ?? totalOf(items)

/** Parts added part by part. */
export const addFigures = (left: Figures, right: Partial<Record<AuditItem, number>>): Figures =>
  Object.fromEntries(AUDIT_ITEMS.map((item) => [item, left[item] + (right[item] ?? 0)])) as Figures

/** Parts the claim speaks about: named ones, and without a total all of them. */
export const comparedItems = ({ totalFen, items }: Claim): readonly AuditItem[] =>
  AUDIT_ITEMS.filter((item) => totalFen === null || items[item] !== undefined)
