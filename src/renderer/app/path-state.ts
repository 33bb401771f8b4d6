import type { CaseDocument } from '#domain/case-document'

export type PathStepId = 'owe' | 'afford' | 'ask' | 'write'

export interface PathStep {
  readonly id: PathStepId
  readonly state: 'done' | 'next' | 'later'
  readonly path: string
}

/** Where the person stands on the path from debts to a letter, read from the document alone: nothing to keep in step. */
export function pathSteps(document: CaseDocument): readonly PathStep[] {
  const done: Record<PathStepId, boolean> = {
    owe: document.loans.some((loan) => !loan.isArchived),
    afford:
      document.budget.lines.some(({ side }) => side === 'income') &&
      document.budget.lines.some(({ side }) => side === 'essential'),
    ask: document.proposals.length > 0,
    write: document.proposals.some(({ sent }) => sent !== null),
  }
  const order: readonly (readonly [PathStepId, string])[] = [
    ['owe', 'loans'],
    ['afford', 'budget'],
    ['ask', 'plan'],
    ['write', 'proposals'],
  ]
  const next = order.find(([id]) => !done[id])?.[0]
  return order.map(([id, path]) => ({ id, path, state: id === next ? 'next' : done[id] ? 'done' : 'later' }))
}
