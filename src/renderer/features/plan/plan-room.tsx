import { Button } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { goTo } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { MoneyText } from '../../ui/money-text'
import { PageHeader } from '../../ui/page-header'
import { PageLinks } from '../../ui/page-links'
import { planPageAt, planPages } from './plan-pages'
import { usePlan } from './use-plan'
import './plan.css'

/** `#/plan` and the pages of `plan-pages`. */
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
      <Plan rest={rest} />
    </div>
  )
}

function Plan({ rest }: RoomProps) {
  const { t } = useTranslation()
  const plan = usePlan()
  const page = planPageAt(rest[0])
  const { unreadable } = plan
  return (
    <>
      {planPages.length > 1 ? (
        <PageLinks
          label={t('plan.pages.label')}
          pages={planPages.map(({ path, labelKey }) => ({
            href: `#/plan${path && `/${path}`}`,
            label: t(labelKey),
            isHere: path === page.path,
          }))}
        />
      ) : null}
      {unreadable.length > 0 ? (
        <p className="card amber">
          {t('plan.unreadable', { count: unreadable.length, names: unreadable.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
      <page.component plan={plan} rest={page.path === '' ? rest : rest.slice(1)} />
    </>
  )
}
