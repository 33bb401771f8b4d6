import { typicalMonth } from '#domain/budget/month-budget'
import type { Fen } from '#domain/money/fen'
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useDocument, useToday } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { PageHeader } from '../../ui/page-header'
import { SIDES } from './budget-selectors'
import { CashPanel } from './cash-panel'
import { LineTable } from './line-table'
import { MonthStrip } from './month-strip'
import './budget.css'

/** What can I afford? The number that matters stands first. */
export function BudgetRoom() {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <PageHeader
        title={t('budget.title')}
        sub={t('budget.sub')}
        actions={
          <Button variant="default" onClick={() => goTo('plan')}>
            {t('budget.next')}
          </Button>
        }
      />
      <div className="budget-top">
        <Disposable />
        <CashPanel />
      </div>
      {SIDES.map((side) => (
        <LineTable key={side} side={side} />
      ))}
      <MonthStrip />
    </div>
  )
}

function Disposable() {
  const { t } = useTranslation()
  const { budget } = useDocument()
  const today = useToday()
  const month = useMemo(() => typicalMonth(budget, today), [budget, today])
  const estimates = budget.lines.filter(({ certainty }) => certainty === 'estimate').length
  return (
    <section className="card budget-headline">
      <h2 className="muted">{t('budget.disposable.label')}</h2>
      <p className="budget-figure">
        <MoneyText fen={month.disposableFen} isRounded />
      </p>
      <p className="muted">
        <Trans
          t={t}
          i18nKey="budget.disposable.formula"
          components={{
            income: <MoneyText fen={month.incomeFen} isRounded />,
            essentials: <MoneyText fen={month.essentialsFen} isRounded />,
            other: <MoneyText fen={month.otherFen} isRounded />,
          }}
        />
      </p>
      {month.disposableFen < 0 ? (
        <p className="budget-note">
          <Trans
            t={t}
            i18nKey="budget.disposable.negative"
            components={{ gap: <MoneyText fen={(0 - month.disposableFen) as Fen} isRounded /> }}
          />
        </p>
      ) : null}
      {estimates > 0 ? <p className="small muted">{t('budget.estimateNote', { count: estimates })}</p> : null}
      <details className="small">
        <summary>{t('budget.disposable.how')}</summary>
        <p className="muted">{t('budget.disposable.howText')}</p>
      </details>
    </section>
  )
}
