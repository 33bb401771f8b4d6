import { SegmentedControl, Switch } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan/use-plan'
import type { Tested } from './stress-selectors'

const MONTHS = [12, 24, 36, 60] as const

interface TestedPanelProps {
  readonly plan: PlanView
  readonly tested: Tested
  /** Requests that count as agreed. */
  readonly pendingCount: number
  readonly onChange: (tested: Tested) => void
}

/** Which plan is tried: with the requests as if agreed or by the contracts, how far ahead, and what spare money does. */
export const TestedPanel = memo(function TestedPanel({ plan, tested, pendingCount, onChange }: TestedPanelProps) {
  const { t } = useTranslation()
  const set = (part: Partial<Tested>) => onChange({ ...tested, ...part })
  const hasDrafts = plan.document.proposals.length > 0
  const { strategy } = plan.document.plan
  return (
    <Panel title={t('stress.tested.title')}>
      <p className="muted">{t('stress.tested.sub')}</p>
      <div className="row stress-choices">
        {hasDrafts ? (
          <SegmentedControl
            aria-label={t('stress.tested.basis')}
            value={tested.basis}
            onChange={(basis) => set({ basis: basis === 'contracts' ? 'contracts' : 'asked' })}
            data={[
              { value: 'asked', label: t('stress.tested.asked') },
              { value: 'contracts', label: t('stress.tested.contracts') },
            ]}
          />
        ) : null}
        <SegmentedControl
          aria-label={t('stress.tested.months')}
          value={String(tested.months)}
          onChange={(months) => set({ months: Number(months) })}
          data={MONTHS.map((count) => ({ value: String(count), label: t('stress.tested.monthCount', { count }) }))}
        />
      </div>
      {strategy === 'minimumsOnly' ? null : (
        <Switch
          label={t('stress.tested.paysEarly')}
          description={t('stress.tested.paysEarlyHint')}
          checked={tested.paysEarly}
          onChange={(event) => set({ paysEarly: event.currentTarget.checked })}
        />
      )}
      <p className="small muted">
        {tested.basis === 'asked' && pendingCount > 0
          ? t('stress.tested.askedNote', { count: pendingCount })
          : t('stress.tested.contractsNote')}
      </p>
    </Panel>
  )
})
