import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BalancePanel } from './balance-panel'
import { ExtensionPanel } from './extension-panel'
import { FigureCards } from './figure-cards'
import { OutcomePanel } from './outcome-panel'
import type { PlanPageProps } from './plan-pages'
import { NO_ARRANGEMENTS, strategyRows } from './plan-selectors'
import { StrategyPanel } from './strategy-panel'
import { StrategyTable } from './strategy-table'
import { useExtension } from './use-extension'

/** The plan as it stands, and what one request would make of it: `#/plan`, or `#/plan/<loan id>` with that loan asked about. */
export function OverviewPage({ plan, rest }: PlanPageProps) {
  return <Overview key={rest[0] ?? ''} plan={plan} loanId={rest[0] ?? null} />
}

function Overview({ plan, loanId }: { readonly plan: PlanPageProps['plan']; readonly loanId: string | null }) {
  const { t } = useTranslation()
  const extension = useExtension(plan, loanId)
  const { question, baseline, chosen, open } = plan
  const asked = extension?.asked ?? NO_ARRANGEMENTS
  const own = useMemo(() => strategyRows(question), [question])
  const after = extension?.after ?? null
  const rows = useMemo(() => (after ? [{ id: 'ask' as const, result: after }, ...own] : own), [after, own])
  const years = question.horizonMonths / 12
  return (
    <>
      <FigureCards plan={plan} />
      <p>
        <a className="text-link" href="#/plan/living">
          {t('plan.pages.toLiving')}
        </a>
      </p>
      <div className="plan-columns">
        <BalancePanel baseline={baseline} chosen={chosen} asked={after} />
        <div className="stack">
          <OutcomePanel result={chosen} baseline={baseline} years={years} />
        </div>
      </div>
      {extension ? (
        <ExtensionPanel plan={plan} extension={extension} years={years} />
      ) : (
        <p className="card">{t('plan.ask.noneOwed')}</p>
      )}
      <div className="plan-columns reversed">
        <StrategyPanel settings={question.document.plan} open={open} />
        <StrategyTable rows={rows} chosen={question.document.plan.strategy} askedCount={asked.size} years={years} />
      </div>
    </>
  )
}
