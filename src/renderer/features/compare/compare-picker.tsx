import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { STRATEGIES, type Strategy } from '#domain/plan/plan'
import type { Scenario } from '#domain/plan/scenario'
import { ChoiceInput } from '../../ui/choice-input'
import { Panel } from '../../ui/panel'
import { LEAST_COMPARED, MOST_COMPARED } from './compare-selectors'

interface ComparePickerProps {
  readonly picked: readonly Strategy[]
  readonly baseline: Strategy
  readonly scenarios: readonly Scenario[]
  readonly scenarioId: string | null
  readonly onToggle: (strategy: Strategy) => void
  readonly onBaseline: (strategy: Strategy) => void
  readonly onScenario: (id: string | null) => void
}

/** Which ways stand side by side, against which, and under which "what if". */
export function ComparePicker(props: ComparePickerProps) {
  const { t } = useTranslation()
  const { picked, baseline, scenarios, scenarioId, onToggle, onBaseline, onScenario } = props
  const isFull = picked.length >= MOST_COMPARED
  const isLeast = picked.length <= LEAST_COMPARED
  return (
    <Panel title={t('compare.pick.title')}>
      <p className="small muted">{t('compare.pick.sub', { least: LEAST_COMPARED, most: MOST_COMPARED })}</p>
      <div className="stack tight">
        {STRATEGIES.map((strategy) => {
          const isPicked = picked.includes(strategy)
          return (
            <Checkbox
              key={strategy}
              label={t(`plan.strategy.${strategy}`)}
              description={t(`plan.strategy.${strategy}Hint`)}
              checked={isPicked}
              disabled={isPicked ? isLeast : isFull}
              onChange={() => onToggle(strategy)}
            />
          )
        })}
      </div>
      <ChoiceInput
        label={t('compare.pick.baseline')}
        value={baseline}
        choices={picked}
        words={(strategy) => t(`plan.strategy.${strategy}`)}
        onChange={onBaseline}
      />
      <NativeSelect
        label={t('compare.pick.scenario')}
        value={scenarioId ?? ''}
        onChange={(event) => onScenario(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        data={[
          { value: '', label: t('compare.pick.asBudget') },
          ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Panel>
  )
}
