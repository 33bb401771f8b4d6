import type { LocalDate } from '../calendar/local-date'
import type { AskMoney } from './ask-money'
import type { AskLadder, AskOption } from './ask-options'

/**
 * By how much the cash of each month's days falls below zero on a due day although the month balances: the largest of each
 * month, for what is chosen, and for the contracts if the month began with the same cash.
 */
export function timingGaps(
  ladders: readonly AskLadder[],
  choice: readonly AskOption[],
  { available, entries }: AskMoney,
): { readonly chosen: Float64Array; readonly contract: Float64Array } {
  const steps = available.length
  const [chosen, contract] = [new Float64Array(steps), new Float64Array(steps)]
  let paid = 0
  for (let step = 0; step < steps; step += 1) {
    const month = entries[step] ?? []
    // Cash at the start of the month: what was there at its end less what the month itself leaves over.
    const cash = (available[step] ?? 0) - month.reduce((sum, { amountFen }) => sum + amountFen, 0) - paid
    const gapOf = (options: readonly (AskOption | undefined)[]): number => gap(cash, month, duesOf(options, step))
    chosen[step] = gapOf(choice)
    contract[step] = chosen[step] === 0 ? 0 : gapOf(ladders.map(({ options }) => options[0]))
    for (const { line } of choice) paid += line.amounts[step] ?? 0
  }
  return { chosen, contract }
}

/** Whether a choice makes no timing gap larger than the largest the contracts would have. */
export function keepsTiming(ladders: readonly AskLadder[], choice: readonly AskOption[], money: AskMoney): boolean {
  const { chosen, contract } = timingGaps(ladders, choice, money)
  const largest = (gaps: Float64Array): number => gaps.reduce((most, value) => Math.max(most, value), 0)
  return largest(chosen) <= largest(contract)
}

interface Due {
  readonly on: LocalDate
  readonly amountFen: number
}

function duesOf(options: readonly (AskOption | undefined)[], step: number): readonly Due[] {
  const dues: Due[] = []
  for (const option of options) {
    const on = option?.line.dueOn[step] ?? null
    if (option && on !== null) dues.push({ on, amountFen: option.line.amounts[step] ?? 0 })
  }
  return dues.sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
}

function gap(openingCash: number, entries: AskMoney['entries'][number], dues: readonly Due[]): number {
  let cash = openingCash
  let entry = 0
  let lowest = 0
  for (const { on, amountFen } of dues) {
    for (let moved = entries[entry]; moved !== undefined && moved.on <= on; moved = entries[entry]) {
      cash += moved.amountFen
      entry += 1
    }
    cash -= amountFen
    lowest = Math.min(lowest, cash)
  }
  return 0 - lowest
}
