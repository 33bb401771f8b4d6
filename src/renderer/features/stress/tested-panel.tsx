import { SegmentedControl, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan/use-plan'
import type { Tested } from './stress-selectors'
import type { Stress } from './use-stress'

const MONTHS = [12, 24, 36, 60] as const

/** Which plan is tried: with the requests as if agreed or by the contracts, how far ahead, and what spare money does. */
export function TestedPanel({ plan, stress }: { readonly plan: PlanView; readonly stress: Stress }) {
  const { t } = useTranslation()
  const { tested } = stress.choices
  const set = (part: Partial<Tested>) => stress.set({ tested: { ...tested, ...part } })
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
        {tested.basis === 'asked' && stress.pendingCount > 0
          ? t('stress.tested.askedNote', { count: stress.pendingCount })
          : t('stress.tested.contractsNote')}
      </p>
    </Panel>
  )
}
