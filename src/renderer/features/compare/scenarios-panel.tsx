import { Button } from '@mantine/core'
import { memo, useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Scenario } from '#domain/plan/scenario'
import { useRun } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan/use-plan'
import { differenceOf, resultOf } from './compare-selectors'
import { draftOf, type ScenarioDraft } from './scenario-draft'
import { ScenarioForm } from './scenario-form'

interface ScenariosPanelProps {
  readonly scenarios: readonly Scenario[]
  readonly plan: PlanView
}

/** Named "what ifs": each with its assumption and what it would do to the chosen way. */
export function ScenariosPanel({ scenarios, plan }: ScenariosPanelProps) {
  const { t } = useTranslation()
  const run = useRun()
  const [editing, setEditing] = useState<ScenarioDraft | null>(null)
  const save = async (scenario: Scenario) => {
    const reply = await run('plan.saveScenario', { scenario: { ...scenario, changes: [...scenario.changes] } })
    if (reply.ok) setEditing(null)
    return reply.ok
  }
  return (
    <Panel
      title={t('compare.scenario.title')}
      aside={
        editing ? null : (
          <Button
            size="xs"
            variant="default"
            onClick={() => setEditing({ id: newId(), name: '', assumption: '', changes: [] })}
          >
            {t('compare.scenario.new')}
          </Button>
        )
      }
    >
      <p className="small muted">{t('compare.scenario.sub')}</p>
      {scenarios.length === 0 && !editing ? <p>{t('compare.scenario.none')}</p> : null}
      <ul className="scenario-list">
        {scenarios.map((scenario) => (
          <li key={scenario.id}>
            <ScenarioRow scenario={scenario} plan={plan} />
            <div className="row">
              <Button
                size="xs"
                variant="default"
                aria-label={t('compare.scenario.editOf', { name: scenario.name })}
                onClick={() => setEditing(draftOf(scenario))}
              >
                {t('compare.scenario.edit')}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('compare.scenario.removeOf', { name: scenario.name })}
                onClick={() => void run('plan.removeScenario', { scenarioId: scenario.id })}
              >
                {t('compare.scenario.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {editing ? (
        <ScenarioForm key={editing.id} initial={editing} onSave={save} onCancel={() => setEditing(null)} />
      ) : null}
    </Panel>
  )
}

const ScenarioRow = memo(function ScenarioRow({
  scenario,
  plan,
}: {
  readonly scenario: Scenario
  readonly plan: PlanView
}) {
  const { t } = useTranslation()
  const { question, chosen } = plan
  const { strategy } = question.document.plan
  const result = useMemo(() => resultOf(question, strategy, scenario), [question, strategy, scenario])
  const difference = differenceOf(result, chosen)
  return (
    <div>
      <b>{scenario.name}</b>
      {scenario.assumption === '' ? null : <div className="muted">{scenario.assumption}</div>}
      <div className="small">
        {difference === null ? (
          t('compare.scenario.noEnd', { count: result.shortfallMonths.length })
        ) : (
          <Trans
            t={t}
            i18nKey="compare.scenario.effect"
            values={{
              end: result.debtFreeMonth ?? '',
              months:
                difference.months === 0
                  ? t('compare.table.sameEnd')
                  : t(difference.months < 0 ? 'compare.table.sooner' : 'compare.table.later', {
                      count: Math.abs(difference.months),
                    }),
            }}
            components={{ cost: <MoneyText fen={difference.costFen} sign="always" isRounded /> }}
          />
        )}
      </div>
    </div>
  )
})
