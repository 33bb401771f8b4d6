import type { PlanSettings } from '#domain/plan/plan'
import { ActionIcon, Anchor, Radio } from '@mantine/core'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import { moved, ownOrder, usualStrategies, type OpenLoan } from './plan-selectors'

interface StrategyPanelProps {
  readonly settings: PlanSettings
  readonly open: readonly OpenLoan[]
}

/** Who gets the money beyond what is required; the own order is set with buttons, not by dragging. */
export const StrategyPanel = memo(function StrategyPanel({ settings, open }: StrategyPanelProps) {
  const { t } = useTranslation()
  const run = useRun()
  const [announcement, setAnnouncement] = useState('')
  const ordered = ownOrder(open, settings.ownOrder)
  const ids = ordered.map(({ loan }) => loan.id)
  const move = (loan: OpenLoan['loan'], by: -1 | 1) => {
    const order = moved(ids, loan.id, by)
    setAnnouncement(
      t('plan.strategy.moved', { name: loan.name, place: order.indexOf(loan.id) + 1, count: order.length }),
    )
    void run('plan.save', { plan: { ...settings, ownOrder: [...order] } })
  }
  return (
    <Panel title={t('plan.strategy.title')}>
      <Radio.Group
        aria-label={t('plan.strategy.title')}
        value={settings.strategy}
        onChange={(value) => void run('plan.save', { plan: { ownOrder: ids, strategy: value } })}
      >
        <div className="stack tight">
          {usualStrategies(settings.strategy).map((strategy) => (
            <Radio
              key={strategy}
              value={strategy}
              label={t(`plan.strategy.${strategy}`)}
              description={t(`plan.strategy.${strategy}Hint`)}
            />
          ))}
        </div>
      </Radio.Group>
      <Anchor href="#/plan/compare" size="sm">
        {t('plan.strategy.more')}
      </Anchor>
      {settings.strategy === 'ownOrder' ? (
        <ol className="plan-order" aria-label={t('plan.strategy.orderTitle')}>
          {ordered.map(({ loan }, at) => (
            <li key={loan.id}>
              <span>{loan.name}</span>
              <ActionIcon
                variant="default"
                aria-label={t('plan.strategy.up', { name: loan.name })}
                disabled={at === 0}
                onClick={() => move(loan, -1)}
              >
                <Icon name="up" />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t('plan.strategy.down', { name: loan.name })}
                disabled={at === ordered.length - 1}
                onClick={() => move(loan, 1)}
              >
                <Icon name="down" />
              </ActionIcon>
            </li>
          ))}
        </ol>
      ) : null}
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </Panel>
  )
})
