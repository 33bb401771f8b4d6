import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import type { RowOrigin } from '../loan/live-instalment'
import type { MinimumRule } from '../loan/terms'

/** What a card can owe, in the order in which a minimum is made of it: charges first, the rest is principal. */
export const CARD_ITEMS = ['fee', 'lateFee', 'penalty', 'interest', 'principal'] as const
export type CardItem = (typeof CARD_ITEMS)[number]
export type CardAmounts = Record<CardItem, number>

export const noAmounts = (): CardAmounts => ({ fee: 0, lateFee: 0, penalty: 0, interest: 0, principal: 0 })

export const sumOfAmounts = (amounts: CardAmounts): number =>
  amounts.fee + amounts.lateFee + amounts.penalty + amounts.interest + amounts.principal

/** What one statement adds to the minimum: what earlier ones left unpaid stays in their own rows and is not asked twice. */
export interface MinimumDue {
  /** Statements from 1; 0 is arrears as the lender stated them. */
  readonly n: number
  /** `plan`: asked by a statement. Else arrears as stated, the balance when it was called, what a guarantor paid. */
  readonly origin: RowOrigin
  readonly dueOn: LocalDate
  readonly due: CardAmounts
  readonly paid: CardAmounts
  touchedOn: LocalDate | null
}

export const openOf = (row: MinimumDue, item: CardItem): number => row.due[item] - row.paid[item]

export const openMinimum = (row: MinimumDue): number => sumOfAmounts(row.due) - sumOfAmounts(row.paid)

/** Figures of an account on its statement day, in fen. */
export interface MinimumInput {
  /** Everything owed. */
  readonly balance: number
  /** Charges no earlier minimum holds. */
  readonly charges: number
  /** All principal, and of it the card instalments charged to this statement. */
  readonly principal: number
  readonly instalments: number
  /** Unpaid from earlier minimums, and its part in principal. */
  readonly carried: number
  readonly carriedPrincipal: number
  readonly limitFen: Fen | null
}

/**
 * What a statement's minimum payment (最低还款额) asks beyond the unpaid minimums before it, in fen.
 *
 * shareAndCharges  share of the principal within the limit + all interest, fees and late fees + this statement's card
 *                  instalments + what is above the limit + what earlier minimums left unpaid (银发〔2016〕111号 leaves the
 *                  rule to the bank; this is the one most contracts print).
 * share, fixed     of the whole balance, or the amount itself; unpaid minimums are inside it.
 * Each rounded half up, at least the floor, never above the balance; what rounds to nothing asks for the whole rest.
 */
export function newMinimum(rule: MinimumRule, input: MinimumInput): number {
  if (input.balance <= 0) return 0
  const asked = Math.min(input.balance, Math.max(input.carried, wholeMinimum(rule, input)))
  return (asked === 0 ? input.balance : asked) - input.carried
}

function wholeMinimum(rule: MinimumRule, input: MinimumInput): number {
  const { balance, charges, principal, instalments, carried, carriedPrincipal, limitFen } = input
  switch (rule.by) {
    case 'fixed':
      return rule.amountFen
    case 'share':
      return Math.max(rule.floorFen, mulDivFen(balance as Fen, rule.sharePer10000, 10_000))
    case 'shareAndCharges': {
      const over = limitFen === null ? 0 : Math.max(0, principal - limitFen)
      const within = Math.max(0, principal - instalments - over)
      const share = mulDivFen(within as Fen, rule.sharePer10000, 10_000)
      const part = share + instalments + Math.max(0, over - carriedPrincipal)
      return Math.max(rule.floorFen, carried + charges + Math.min(principal - carriedPrincipal, part))
    }
  }
}

/** Splits an amount into items, charges first, from what is there. */
export function composed(amount: number, from: CardAmounts): CardAmounts {
  const parts = noAmounts()
  let left = amount
  for (const item of CARD_ITEMS) {
    parts[item] = Math.min(left, Math.max(0, from[item]))
    left -= parts[item]
  }
  return parts
}

/** A payment counts toward the oldest minimum first, whatever it paid. */
export function creditMinimums(rows: readonly MinimumDue[], amount: number, on: LocalDate): void {
  let left = amount
  for (const row of rows) {
    if (left === 0) return
    const open = openMinimum(row)
    if (open === 0) continue
    const part = composed(Math.min(left, open), openAmounts(row))
    for (const item of CARD_ITEMS) row.paid[item] += part[item]
    left -= Math.min(left, open)
    row.touchedOn = on
  }
}

/** Sum of what the minimums hold open, item by item. */
export function openInMinimums(rows: readonly MinimumDue[]): CardAmounts {
  const open = noAmounts()
  for (const row of rows) for (const item of CARD_ITEMS) open[item] += openOf(row, item)
  return open
}

/**
 * After a payment minimums may still name interest that is paid: the newest names something else owed instead. What is open
 * in each row stays the same, and no item is open in the minimums beyond what the account owes of it.
 */
export function matchToAccount(rows: readonly MinimumDue[], owed: CardAmounts): void {
  const open = openInMinimums(rows)
  for (const item of CARD_ITEMS) {
    for (let at = rows.length - 1; at >= 0 && open[item] > owed[item]; at -= 1) {
      const row = rows[at]
      if (!row) continue
      for (const other of [...CARD_ITEMS].reverse()) {
        const moved = Math.min(open[item] - owed[item], openOf(row, item), owed[other] - open[other])
        if (moved <= 0) continue
        row.due[item] -= moved
        row.due[other] += moved
        open[item] -= moved
        open[other] += moved
      }
    }
  }
}

const openAmounts = (row: MinimumDue): CardAmounts => {
  const open = noAmounts()
  for (const item of CARD_ITEMS) open[item] = openOf(row, item)
  return open
}
