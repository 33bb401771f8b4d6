import { USUAL_KINDS, type AskInput, type AskKinds } from '#domain/ask/ask'
import { longestTerm } from '#domain/ask/ask-options'
import type { LoanId } from '#domain/loan/loan'
import { sumFen, type Fen } from '#domain/money/fen'
import type { PlanMonth } from '#domain/plan/plan'
import type { OpenLoan, PlanView } from '../plan'

/** What the person laid down. Nothing of it is saved: it is a question, not a fact of the case. */
export interface AskChoices {
  readonly pinned: readonly LoanId[]
  /** Most instalments in all, where the person said so. */
  readonly caps: Readonly<Record<LoanId, number>>
  readonly kinds: AskKinds
}

export const FIRST_CHOICES: AskChoices = { pinned: [], caps: {}, kinds: USUAL_KINDS }

/** The solver's question. */
export const askInput = (
  { open, on, document }: Pick<PlanView, 'open' | 'on' | 'document'>,
  { pinned, caps, kinds }: AskChoices,
): AskInput => ({
  on,
  loans: open,
  budget: document.budget,
  kinds,
  limits: open.flatMap((item) => {
    const { id } = item.loan
    const cap = caps[id]
    const mostPeriods = cap !== undefined && cap < longestTerm(item) ? cap : null
    const isPinned = pinned.includes(id)
    return isPinned || mostPeriods !== null ? [{ loanId: id, isPinned, mostPeriods }] : []
  }),
})

export interface Gap {
  /** The next instalment of every contract together. */
  readonly asksFen: Fen
  readonly givesFen: Fen
  readonly gapFen: Fen
  readonly arrearsFen: Fen
}

export function gapOf({ open, figures }: Pick<PlanView, 'open' | 'figures'>): Gap {
  const asksFen = sumFen(open, ({ state }) => state.nextDueFen)
  const givesFen = figures.availableFen
  return {
    asksFen,
    givesFen,
    gapFen: Math.max(0, asksFen - givesFen) as Fen,
    arrearsFen: sumFen(open, ({ state }) => state.arrearsFen),
  }
}

/** What there is for debts in a month, before anything is paid. */
export const thereIs = ({ openingCashFen, incomeFen, essentialsFen, otherFen }: PlanMonth): Fen =>
  (openingCashFen + incomeFen - essentialsFen - otherFen) as Fen

export const nameOf = (open: readonly OpenLoan[], loanId: LoanId): string =>
  open.find(({ loan }) => loan.id === loanId)?.loan.name ?? ''
