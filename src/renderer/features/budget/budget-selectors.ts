import { monthBudget, typicalMonth } from '#domain/budget/month-budget'
import type { Budget, BudgetLine } from '#domain/budget/budget'
import { monthIndex, monthText, type LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'
import { err, ok, type Result } from '#domain/result'
import { parseDate } from '../../ui/parse-date'

export type Side = BudgetLine['side']

export const SIDES: readonly Side[] = ['income', 'essential', 'other']

export const CATEGORIES = {
  income: ['wage', 'selfEmployed', 'benefit', 'family', 'otherIncome'],
  essential: [
    'housing',
    'food',
    'utilities',
    'transport',
    'medicine',
    'children',
    'parents',
    'socialInsurance',
    'phone',
    'otherEssential',
  ],
  other: ['otherSpending'],
} as const satisfies { readonly [S in Side]: readonly Extract<BudgetLine, { side: S }>['category'][] }

/** A row while it is being typed: texts as they stand in the cells. */
export interface LineDraft {
  readonly name: string
  readonly category: BudgetLine['category']
  readonly amountFen: Fen | null
  readonly cadence: BudgetLine['cadence']
  readonly day: string
  readonly startsOn: string
  readonly endsOn: string
  readonly certainty: BudgetLine['certainty']
}

export type LineProblem = 'name' | 'amount' | 'day' | 'date' | 'order' | 'onceNeedsDay'

export const emptyDraft = (side: Side): LineDraft => ({
  name: '',
  category: CATEGORIES[side][0],
  amountFen: null,
  cadence: 'monthly',
  day: '',
  startsOn: '',
  endsOn: '',
  certainty: 'likely',
})

export const draftOf = (line: BudgetLine): LineDraft => ({
  name: line.name,
  category: line.category,
  amountFen: line.amountFen,
  cadence: line.cadence,
  day: line.dayOfMonth === null ? '' : String(line.dayOfMonth),
  startsOn: line.startsOn ?? '',
  endsOn: line.endsOn ?? '',
  certainty: line.certainty,
})

/** The line a row stands for, or the first thing that keeps it from being one. */
export function lineFrom(draft: LineDraft, side: Side, id: string): Result<BudgetLine, LineProblem> {
  const name = draft.name.trim()
  if (name === '') return err('name')
  if (draft.amountFen === null) return err('amount')
  const day = dayFrom(draft.day)
  if (!day.ok) return day
  const starts = dateFrom(draft.startsOn)
  const ends = dateFrom(draft.endsOn)
  if (!starts.ok || !ends.ok) return err('date')
  if (starts.value && ends.value && ends.value < starts.value) return err('order')
  if (draft.cadence === 'once' && !starts.value) return err('onceNeedsDay')
  return ok({
    id,
    side,
    category: draft.category,
    name,
    amountFen: draft.amountFen,
    cadence: draft.cadence,
    dayOfMonth: day.value,
    startsOn: starts.value,
    endsOn: ends.value,
    certainty: draft.certainty,
    // The category list of a side holds only categories of that side.
  } as BudgetLine)
}

function dayFrom(text: string): Result<number | null, LineProblem> {
  const plain = text.trim()
  if (plain === '') return ok(null)
  const day = Number(plain)
  return Number.isInteger(day) && day >= 1 && day <= 31 ? ok(day) : err('day')
}

function dateFrom(text: string): Result<LocalDate | null, LineProblem> {
  if (text.trim() === '') return ok(null)
  const parsed = parseDate(text)
  return parsed.ok ? parsed : err('date')
}

export const linesOf = (budget: Budget, side: Side): readonly BudgetLine[] =>
  budget.lines.filter((line) => line.side === side)

/** The budget with a line added, or replaced where it stands. */
export const withLine = (budget: Budget, line: BudgetLine): Budget => ({
  ...budget,
  lines: budget.lines.some(({ id }) => id === line.id)
    ? budget.lines.map((other) => (other.id === line.id ? line : other))
    : [...budget.lines, line],
})

export const withoutLine = (budget: Budget, id: string): Budget => ({
  ...budget,
  lines: budget.lines.filter((line) => line.id !== id),
})

/** What one side comes to in a typical month. */
export function sidePerMonth(budget: Budget, side: Side, today: LocalDate): Fen {
  const month = typicalMonth(budget, today)
  return side === 'income' ? month.incomeFen : side === 'essential' ? month.essentialsFen : month.otherFen
}

export interface StripChange {
  readonly id: string
  readonly name: string
  readonly what: 'starts' | 'ends' | 'once'
}

export interface StripMonth {
  readonly month: string
  readonly incomeFen: Fen
  readonly essentialsFen: Fen
  readonly otherFen: Fen
  readonly disposableFen: Fen
  readonly changes: readonly StripChange[]
}

/** The next twelve months of the budget, and which lines begin or end in each. */
export function monthStrip(budget: Budget, today: LocalDate): readonly StripMonth[] {
  const first = monthIndex(today)
  return Array.from({ length: 12 }, (_, step) => {
    const { incomeFen, essentialsFen, otherFen, disposableFen } = monthBudget(budget, first + step)
    const month = monthText(first + step)
    return { month, incomeFen, essentialsFen, otherFen, disposableFen, changes: changesIn(budget, month, today) }
  })
}

function changesIn(budget: Budget, month: string, today: LocalDate): readonly StripChange[] {
  return budget.lines.flatMap((line): StripChange[] => {
    const { id, name, startsOn, endsOn } = line
    const isIn = (on: LocalDate | null) => on?.startsWith(month) ?? false
    if (line.cadence === 'once') return isIn(startsOn) ? [{ id, name, what: 'once' }] : []
    return [
      ...(isIn(startsOn) && startsOn !== null && startsOn > today ? [{ id, name, what: 'starts' as const }] : []),
      ...(isIn(endsOn) ? [{ id, name, what: 'ends' as const }] : []),
    ]
  })
}
