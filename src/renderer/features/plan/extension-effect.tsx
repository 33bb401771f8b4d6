import type { PlanResult } from '#domain/plan/plan'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { tightestMonth } from './extension-selectors'

interface ExtensionEffectProps {
  readonly before: PlanResult
  readonly after: PlanResult
  readonly years: number
}

/** What the request does to the whole plan. */
export function ExtensionEffect({ before, after, years }: ExtensionEffectProps) {
  const { t } = useTranslation()
  const tightest = tightestMonth(after)
  const freeText = (result: PlanResult) => result.debtFreeMonth ?? t('plan.ask.notWithin', { years })
  const counts = { before: before.shortfallMonths.length, after: after.shortfallMonths.length }
  return (
    <dl className="facts">
      <dt>{t('plan.ask.effectShortfall')}</dt>
      <dd className="num">
        <b>{t('plan.ask.effectFrom', counts)}</b>
        {counts.after > counts.before ? <div className="small">{t('plan.ask.worse')}</div> : null}
      </dd>
      <dt>{t('plan.ask.effectTightest')}</dt>
      <dd>
        {tightest === null ? (
          t('plan.never')
        ) : tightest.shortFen > 0 ? (
          <Trans
            t={t}
            i18nKey="plan.ask.tightestShort"
            values={{ month: tightest.month }}
            components={{ short: <MoneyText fen={tightest.shortFen} /> }}
          />
        ) : (
          <Trans
            t={t}
            i18nKey="plan.ask.tightestLeft"
            values={{ month: tightest.month }}
            components={{ left: <MoneyText fen={tightest.leftFen} /> }}
          />
        )}
      </dd>
      <dt>{t('plan.ask.effectFree')}</dt>
      <dd>{t('plan.ask.effectFreeFrom', { before: freeText(before), after: freeText(after) })}</dd>
    </dl>
  )
}
