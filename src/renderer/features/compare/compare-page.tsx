import { useDeferredValue, useMemo, useState } from 'react'
import type { Strategy } from '#domain/plan/plan'
import { OptimumPanel } from '../optimum'
import { FigureCards } from '../plan/figure-cards'
import type { PlanPageProps } from '../plan/plan-pages'
import { chartMonths } from '../plan/plan-selectors'
import { resultOf, toggled, type Compared } from './compare-selectors'
import { ComparePicker } from './compare-picker'
import { CompareTable } from './compare-table'
import { EndsPanel } from './ends-panel'
import { LinesPanel } from './lines-panel'
import { ScenariosPanel } from './scenarios-panel'
import { StackPanel } from './stack-panel'
import './compare.css'

/** The same money spent in several ways, and under named "what ifs", against one baseline. */
export function ComparePage({ plan }: PlanPageProps) {
  const { question, document } = plan
  const { scenarios, plan: settings, loans } = document
  const [picked, setPicked] = useState<readonly Strategy[]>(() => {
    const usual: readonly Strategy[] = ['minimumsOnly', 'avalanche', 'snowball']
    return usual.includes(settings.strategy) ? usual : toggled(usual, settings.strategy)
  })
  const [wantedBaseline, setBaseline] = useState<Strategy>('minimumsOnly')
  const [scenarioId, setScenarioId] = useState<string | null>(null)
  const baseline = picked.includes(wantedBaseline) ? wantedBaseline : (picked[0] ?? 'minimumsOnly')
  const scenario = scenarios.find(({ id }) => id === scenarioId) ?? null
  // A tick answers at once; the plans follow.
  const settled = useDeferredValue(picked)
  const compared = useMemo<readonly Compared[]>(
    () => settled.map((strategy) => ({ strategy, result: resultOf(question, strategy, scenario) })),
    [question, settled, scenario],
  )
  const months = useMemo(() => chartMonths(compared.map(({ result }) => result)), [compared])
  const years = question.horizonMonths / 12
  // Never a bare "never": where a way falls short or has no end, the numbers that matter stand above.
  const isShort = compared.some(({ result }) => result.shortfallMonths.length > 0 || result.debtFreeMonth === null)
  return (
    <>
      {isShort ? <FigureCards plan={plan} /> : null}
      <div className="compare-top">
        <ComparePicker
          picked={picked}
          baseline={baseline}
          scenarios={scenarios}
          scenarioId={scenario?.id ?? null}
          onToggle={(strategy) => setPicked(toggled(picked, strategy))}
          onBaseline={setBaseline}
          onScenario={setScenarioId}
        />
        <CompareTable compared={compared} baseline={baseline} settings={settings} years={years} />
      </div>
      <OptimumPanel key={scenario?.id ?? ''} plan={plan} scenario={scenario} />
      <LinesPanel what="cost" compared={compared} months={months} />
      <LinesPanel what="balance" compared={compared} months={months} />
      <EndsPanel compared={compared} loans={loans} months={months} />
      <StackPanel compared={compared} loans={loans} chosen={settings.strategy} months={months} />
      <ScenariosPanel scenarios={scenarios} plan={plan} />
    </>
  )
}
