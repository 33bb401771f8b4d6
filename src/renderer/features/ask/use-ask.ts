import type { AskAnswer, AskInput } from '#domain/ask/ask'
import type { AskProgress } from '#domain/ask/solve-ask'
import { useMemo, useState } from 'react'
import askUrl from '../../../workers/ask?worker&url'
import { useTask, type TaskState } from '../../state/use-task'
import type { PlanView } from '../plan'
import { askInput, FIRST_CHOICES, type AskChoices } from './ask-selectors'

export interface Ask {
  readonly choices: AskChoices
  readonly state: TaskState<AskProgress, AskAnswer>
  /** The case or the choices have changed since the answer was asked for. */
  readonly isStale: boolean
  readonly change: (part: Partial<AskChoices>) => void
  readonly find: () => void
  readonly cancel: () => void
}

/** The question as it is being put together, and the answer of the worker. */
export function useAsk(plan: PlanView): Ask {
  const [choices, setChoices] = useState<AskChoices>(FIRST_CHOICES)
  const [asked, setAsked] = useState<AskInput | null>(null)
  const task = useTask<AskInput, AskProgress, AskAnswer>(askUrl)
  const input = useMemo(() => askInput(plan, choices), [plan, choices])
  return {
    choices,
    state: task.state,
    isStale: asked !== input,
    change: (part) => setChoices((now) => ({ ...now, ...part })),
    find: () => {
      setAsked(input)
      task.start(input)
    },
    cancel: () => task.cancel(),
  }
}
