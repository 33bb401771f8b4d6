import { DEFAULT_ASSUMPTIONS, type StressAssumptions } from '#domain/stress/assumptions'
import type { StressAnswer, StressProgress, StressQuestion } from '#domain/stress/run-stress'
import { useCallback, useMemo, useState } from 'react'
import { useTask, type TaskState } from '../../state/use-task'
import stressWorker from '../../../workers/stress?worker&url'
import type { PlanView } from '../plan/use-plan'
import {
  askable,
  askedLender,
  targeted,
  testedPlan,
  type Askable,
  type OfferTarget,
  type Tested,
} from './stress-selectors'

const PATHS = 10_000

/** What the person chose on the page; nothing of it is saved. */
export interface StressChoices {
  readonly tested: Tested
  readonly assumptions: StressAssumptions
  readonly seed: number
  readonly target: OfferTarget
  readonly confidencePercent: number
}

export interface Stress {
  readonly choices: StressChoices
  readonly plan: StressQuestion['plan']
  readonly askable: readonly Askable[]
  readonly targeted: readonly Askable[]
  readonly pendingCount: number
  readonly task: TaskState<StressProgress, StressAnswer>
  /** The last answer, also while the next is computed. */
  readonly answer: StressAnswer | null
  /** Something was changed since. */
  readonly isStale: boolean
  readonly set: (part: Partial<StressChoices>) => void
  readonly run: () => void
  /** Changes something and runs at once, if there is an answer that it changes. */
  readonly setAndRun: (part: Partial<StressChoices>) => void
  readonly cancel: () => void
}

const START: StressChoices = {
  tested: { basis: 'asked', months: 24, paysEarly: false },
  assumptions: DEFAULT_ASSUMPTIONS,
  seed: 1,
  target: null,
  confidencePercent: 90,
}

export function useStress({ question, document, open, on }: PlanView): Stress {
  const [choices, setChoices] = useState<StressChoices>(START)
  const running = useTask<StressQuestion, StressProgress, StressAnswer>(stressWorker)
  const { state: task } = running
  const [asked, setAsked] = useState<StressQuestion | null>(null)
  const [kept, setKept] = useState<StressAnswer | null>(null)
  if (task.status === 'done' && task.answer !== kept) setKept(task.answer)
  const { proposals } = document
  const { tested, target } = choices
  const plan = useMemo(() => testedPlan(question, proposals, tested), [question, proposals, tested])
  const all = useMemo(() => askable(proposals, open), [proposals, open])
  const chosen = useMemo(() => targeted(all, target), [all, target])
  const ask = (now: StressChoices): StressQuestion => ({
    plan: now.tested === tested ? plan : testedPlan(question, proposals, now.tested),
    months: now.tested.months,
    paths: PATHS,
    seed: now.seed,
    assumptions: now.assumptions,
    asked: targeted(all, now.target).map((item) => askedLender(item, document, on)),
    confidencePercent: now.confidencePercent,
  })
  const set = useCallback((part: Partial<StressChoices>): void => setChoices((now) => ({ ...now, ...part })), [])
  const runWith = (now: StressChoices): void => {
    const next = ask(now)
    setAsked(next)
    running.start(next)
  }
  const isStale =
    asked !== null &&
    (asked.plan !== plan ||
      asked.seed !== choices.seed ||
      asked.assumptions !== choices.assumptions ||
      asked.confidencePercent !== choices.confidencePercent ||
      asked.asked.map(({ loan }) => loan.id).join() !== chosen.map(({ item }) => item.loan.id).join())
  return {
    choices,
    plan,
    askable: all,
    targeted: chosen,
    pendingCount: plan.loans.filter(({ arrangement }) => arrangement).length,
    task,
    answer: kept,
    isStale,
    set,
    run: () => runWith(choices),
    setAndRun: (part) => {
      const next = { ...choices, ...part }
      setChoices(next)
      if (kept !== null) runWith(next)
    },
    cancel: () => running.cancel(),
  }
}
