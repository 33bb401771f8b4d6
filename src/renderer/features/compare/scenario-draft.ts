import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'
import type { Scenario, ScenarioChange } from '#domain/plan/scenario'

export const CHANGE_KINDS = ['windfall', 'shortMonth', 'raise', 'startLater'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** A change as it is typed. `isLess`: of a raise, that it is a cut. */
export interface ChangeDraft {
  /** Tells the changes of a form apart while some are taken out. */
  readonly key: string
  readonly kind: ChangeKind
  readonly on: LocalDate | null
  readonly amountFen: Fen | null
  readonly isLess: boolean
}

export interface ScenarioDraft {
  readonly id: string
  readonly name: string
  readonly assumption: string
  readonly changes: readonly ChangeDraft[]
}

export const emptyChange = (kind: ChangeKind, key: string): ChangeDraft => ({
  key,
  kind,
  on: null,
  amountFen: null,
  isLess: false,
})

export const draftOf = (scenario: Scenario): ScenarioDraft => ({
  ...scenario,
  changes: scenario.changes.map((change, at) => asTyped(change, `kept-${at}`)),
})

function asTyped(change: ScenarioChange, key: string): ChangeDraft {
  switch (change.kind) {
    case 'windfall':
      return { key, kind: change.kind, on: change.on, amountFen: change.amountFen, isLess: false }
    case 'shortMonth':
      return { key, kind: change.kind, on: change.on, amountFen: change.lessFen, isLess: false }
    case 'raise':
      return {
        key,
        kind: change.kind,
        on: change.from,
        amountFen: Math.abs(change.monthlyFen) as Fen,
        isLess: change.monthlyFen < 0,
      }
    case 'startLater':
      return { key, kind: change.kind, on: change.from, amountFen: null, isLess: false }
  }
}

/** What is missing; a change's number goes with it. */
export interface ScenarioErrors {
  readonly name: boolean
  readonly empty: boolean
  readonly changes: readonly { readonly on: boolean; readonly amount: boolean }[]
}

export const errorsOf = ({ name, changes }: ScenarioDraft): ScenarioErrors => ({
  name: name.trim() === '',
  empty: changes.length === 0,
  changes: changes.map(({ kind, on, amountFen }) => ({
    on: on === null,
    amount: kind !== 'startLater' && (amountFen === null || amountFen === 0),
  })),
})

export const hasErrors = ({ name, empty, changes }: ScenarioErrors): boolean =>
  name || empty || changes.some(({ on, amount }) => on || amount)

/** The scenario typed; null while something is missing. */
export function scenarioFrom(draft: ScenarioDraft): Scenario | null {
  if (hasErrors(errorsOf(draft))) return null
  const changes = draft.changes.flatMap(({ kind, on, amountFen, isLess }): readonly ScenarioChange[] => {
    if (on === null) return []
    if (kind === 'startLater') return [{ kind, from: on }]
    if (amountFen === null) return []
    if (kind === 'windfall') return [{ kind, on, amountFen }]
    if (kind === 'shortMonth') return [{ kind, on, lessFen: amountFen }]
    return [{ kind, from: on, monthlyFen: (isLess ? 0 - amountFen : amountFen) as Fen }]
  })
  return { id: draft.id, name: draft.name.trim(), assumption: draft.assumption.trim(), changes }
}
