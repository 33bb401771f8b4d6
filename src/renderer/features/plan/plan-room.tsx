import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { goTo } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { MoneyText } from '../../ui/money-text'
import { PageHeader } from '../../ui/page-header'
import { BalancePanel } from './balance-panel'
import { ExtensionPanel } from './extension-panel'
import { FigureCards } from './figure-cards'
import { OutcomePanel } from './outcome-panel'
import { NO_ARRANGEMENTS, strategyRows } from './plan-selectors'
import { StrategyPanel } from './strategy-panel'
import { StrategyTable } from './strategy-table'
import { useExtension } from './use-extension'
import { usePlan } from './use-plan'
import './plan.css'

/** `#/plan`, or `#/plan/<loan id>` with that loan in the what-if. */
export function PlanRoom({ rest }: RoomProps) {
  const { t } = useTranslation()
  const { loans, budget } = useDocument()
  const reserve = <MoneyText fen={budget.reserveFen} isRounded />
  const header = (
    <PageHeader title={t('plan.title')} sub={<Trans t={t} i18nKey="plan.sub" components={{ reserve }} />} />
  )
  if (loans.every(({ isArchived }) => isArchived)) {
    return (
      <>
        {header}
        <EmptyState
          title={t('plan.ask.title')}
          text={t('plan.empty.loans')}
          action={<Button onClick={() => goTo('loans', 'new')}>{t('plan.empty.loansAction')}</Button>}
        />
      </>
    )
  }
  return (
    <div className="stack">
      {header}
      {budget.lines.length === 0 ? (
        <div className="card calm row between">
          <span>{t('plan.empty.budget')}</span>
          <Button variant="default" onClick={() => goTo('budget')}>
            {t('plan.empty.budgetAction')}
          </Button>
        </div>
      ) : null}
      <Plan key={rest[0] ?? ''} loanId={rest[0] ?? null} />
    </div>
  )
}

function Plan({ loanId }: { readonly loanId: string | null }) {
  const { t } = useTranslation()
  const plan = usePlan()
  const extension = useExtension(plan, loanId)
  const { question, baseline, chosen, unreadable, open } = plan
  const asked = extension?.asked ?? NO_ARRANGEMENTS
  const own = useMemo(() => strategyRows(question), [question])
  const after = extension?.after ?? null
  const rows = useMemo(() => (after ? [{ id: 'ask' as const, result: after }, ...own] : own), [after, own])
  const years = question.horizonMonths / 12
  return (
    <>
      {unreadable.length > 0 ? (
        <p className="card amber">
          {t('plan.unreadable', { count: unreadable.length, names: unreadable.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
      <FigureCards plan={plan} />
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
