import { livedCost } from '#domain/loan/lived-cost'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import { trueCost, type TrueCost } from '#domain/loan/true-cost'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { percentText, ratePercent } from '../../ui/rate-text'

/** Advertised beside true: the same loan in four rates, and how each was computed. */
export function CostPanel({ loan, state }: { readonly loan: Loan; readonly state: LoanState | null }) {
  const { t } = useTranslation()
  const cost = trueCost(loan)
  if (!cost.ok) return null
  const { simpleAnnual, nominalApr, effectiveAnnual, totalPaidFen, costFen } = cost.value
  const rateOrDash = (rate: number | null) => (rate === null ? t('common.unknown') : percentText(rate, 2))
  const effectiveText = (effective: TrueCost['effectiveAnnual']) => {
    switch (effective.kind) {
      case 'one':
        return percentText(effective.root, 2)
      case 'several':
        return t('loan.page.cost.several', { roots: effective.roots.map((root) => percentText(root, 2)).join(' / ') })
      case 'none':
        return t('loan.page.cost.none')
    }
  }
  const schedule = buildSchedule(loan.terms, loan.recurringFees)
  const flowCount = schedule.ok ? schedule.value.rows.length + 1 : 0
  const { advertisedRate } = loan
  const lived = state && state.paidFen > 0 ? livedCost(loan, state) : null
  return (
    <Panel title={t('loan.page.cost.title')}>
      <dl className="facts">
        <dt>{t('loan.page.cost.advertised')}</dt>
        <dd className="num">
          {advertisedRate === null
            ? t('common.none')
            : t(`common.ratePer.${advertisedRate.per}`, { percent: ratePercent(advertisedRate) })}
        </dd>
        <dt>{t('loan.page.cost.effective')}</dt>
        <dd className="num strong">{effectiveText(effectiveAnnual)}</dd>
        <dt>{t('loan.page.cost.nominalApr')}</dt>
        <dd className="num">{rateOrDash(nominalApr)}</dd>
        <dt>{t('loan.page.cost.simpleAnnual')}</dt>
        <dd className="num">{rateOrDash(simpleAnnual)}</dd>
        <dt>{t('loan.page.cost.total')}</dt>
        <dd>
          <MoneyText fen={totalPaidFen} />
        </dd>
        <dt>{t('loan.page.cost.extra')}</dt>
        <dd>
          <MoneyText fen={costFen} />
        </dd>
      </dl>
      {lived ? (
        <dl className="facts">
          <dt className="muted">{t('settle.lived.title')}</dt>
          <dd />
          <dt>{t('settle.lived.rate')}</dt>
          <dd className="num">{effectiveText(lived.effectiveAnnual)}</dd>
          <dt>{t('settle.lived.cost')}</dt>
          <dd>
            <MoneyText fen={lived.costFen} />
          </dd>
        </dl>
      ) : null}
      <details>
        <summary>{t('loan.page.cost.how')}</summary>
        <p className="small muted">{t('loan.page.cost.howText', { count: flowCount })}</p>
        <p className="small muted">{t('loan.page.cost.reference')}</p>
        {lived ? <p className="small muted">{t('settle.lived.text')}</p> : null}
      </details>
    </Panel>
  )
}
