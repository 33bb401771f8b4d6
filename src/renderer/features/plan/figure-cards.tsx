import { subtractFen, type Fen } from '#domain/money/fen'
import { memo, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { MoneyText } from '../../ui/money-text'
import type { PlanView } from './use-plan'

/** What is asked, what there is, and the numbers that stand where others would say "never". */
export const FigureCards = memo(function FigureCards({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation()
  const { figures, baseline, open } = plan
  const required = (baseline.months[0]?.requiredFen ?? 0) as Fen
  const arrears = open.reduce((sum, { state }) => sum + state.arrearsFen, 0) as Fen
  const available = figures.availableFen
  const freeIn36 = figures.freeIn.find(({ months }) => months === 36)?.perMonthFen ?? null
  return (
    <div className="stack tight">
      <div className="grid four">
        <Card label={t('plan.cards.required')} fen={required} how={t('plan.cards.requiredHow')}>
          {arrears > 0 ? (
            <Trans
              t={t}
              i18nKey="plan.cards.requiredOverdue"
              components={{ arrears: <MoneyText fen={arrears} isRounded /> }}
            />
          ) : null}
        </Card>
        <Card label={t('plan.cards.available')} fen={available} how={t('plan.cards.availableHow')}>
          {available < required ? (
            <Trans
              t={t}
              i18nKey="plan.cards.availableGap"
              components={{ gap: <MoneyText fen={subtractFen(required, available)} isRounded /> }}
            />
          ) : (
            t('plan.cards.availableEnough')
          )}
        </Card>
        <Card label={t('plan.cards.stopGrowing')} fen={figures.stopGrowingFen} how={t('plan.cards.stopGrowingHow')}>
          <AgainstBudget needed={figures.stopGrowingFen} available={available} />
        </Card>
        {freeIn36 === null ? null : (
          <Card label={t('plan.cards.freeIn36')} fen={freeIn36} how={t('plan.cards.freeIn36How')}>
            <AgainstBudget needed={freeIn36} available={available} />
          </Card>
        )}
      </div>
      <details className="small">
        <summary>{t('plan.cards.more')}</summary>
        <dl className="facts plan-more">
          <dt>{t('plan.cards.neededNow')}</dt>
          <dd>
            <MoneyText fen={figures.neededNowFen} />
          </dd>
          {figures.freeIn.map(({ months, perMonthFen }) => (
            <FreeIn key={months} months={months} perMonthFen={perMonthFen} available={available} />
          ))}
        </dl>
      </details>
      {baseline.shortfallMonths.length > 0 ? (
        <p className="card amber">
          <Trans
            t={t}
            i18nKey={required > available ? 'plan.cards.cannot' : 'plan.cards.notInTime'}
            components={{
              available: <MoneyText fen={available} isRounded />,
              required: <MoneyText fen={required} isRounded />,
            }}
          />{' '}
          <a className="text-link" href={hrefOf('plan', 'ask')}>
            {t('ask.find')}
          </a>
        </p>
      ) : null}
    </div>
  )
})

interface CardProps {
  readonly label: string
  readonly fen: Fen
  readonly how: string
  readonly children: ReactNode
}

function Card({ label, fen, how, children }: CardProps) {
  const { t } = useTranslation()
  return (
    <section className="card plan-card">
      <h2 className="muted small">{label}</h2>
      <p className="big">
        <MoneyText fen={fen} isRounded />
      </p>
      <p className="small muted">{children}</p>
      <details className="small">
        <summary>{t('plan.how')}</summary>
        <p className="muted">{how}</p>
      </details>
    </section>
  )
}

interface FreeInProps {
  readonly months: number
  readonly perMonthFen: Fen
  readonly available: Fen
}

function FreeIn({ months, perMonthFen, available }: FreeInProps) {
  const { t } = useTranslation()
  return (
    <>
      <dt>{t('plan.cards.freeIn', { months })}</dt>
      <dd>
        <MoneyText fen={perMonthFen} isRounded />{' '}
        <span className="muted">
          <AgainstBudget needed={perMonthFen} available={available} />
        </span>
      </dd>
    </>
  )
}

function AgainstBudget({ needed, available }: { readonly needed: Fen; readonly available: Fen }) {
  const { t } = useTranslation()
  return needed <= available ? (
    t('plan.cards.within')
  ) : (
    <Trans
      t={t}
      i18nKey="plan.cards.gap"
      components={{ gap: <MoneyText fen={subtractFen(needed, available)} isRounded /> }}
    />
  )
}
