import { fen } from '#domain/money/fen'
import type { PlanInput } from '#domain/plan/simulate-plan'
import type { Shock, ShockEffect } from '#domain/stress/shock'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { ShockSize } from './shock-size'
import { refusals, shockRows } from './stress-selectors'

const START: readonly Shock[] = [
  { kind: 'incomeDrop', percent: 30, months: 3 },
  { kind: 'noIncome', months: 2 },
  { kind: 'expense', amountFen: fen(500_000) },
  { kind: 'paydayLate', days: 7 },
  { kind: 'ratesUp', basisPoints: 100 },
]

/** One thing at a time goes wrong: which month breaks first, by how much, and how many. */
export const ShockPanel = memo(function ShockPanel({ plan }: { readonly plan: PlanInput }) {
  const { t } = useTranslation()
  const [sized, setSized] = useState(START)
  const settled = useDeferredValue(sized)
  const rows = useMemo(() => shockRows(plan, [...settled, ...refusals(plan)]), [plan, settled])
  const nameOf = (shock: Shock) =>
    shock.kind === 'refusal' ? (plan.loans.find(({ loan }) => loan.id === shock.loanId)?.loan.name ?? '') : ''
  return (
    <Panel title={t('stress.shock.title')}>
      <p className="muted">{t('stress.shock.sub')}</p>
      <div className="stress-scroll" role="group" aria-label={t('stress.shock.title')} tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('stress.shock.what')}</th>
              <th scope="col">{t('stress.shock.size')}</th>
              <th scope="col">{t('stress.shock.first')}</th>
              <th scope="col" className="r">
                {t('stress.shock.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ shock, effect }, at) => (
              <tr key={shock === null ? 'none' : shock.kind === 'refusal' ? shock.loanId : shock.kind}>
                <th scope="row">
                  {shock === null
                    ? t('stress.shock.none')
                    : t(`stress.shock.kind.${shock.kind}`, { name: nameOf(shock) })}
                </th>
                <td>
                  {shock === null || shock.kind === 'refusal' ? (
                    t('plan.never')
                  ) : (
                    <ShockSize
                      shock={sized[at - 1] ?? shock}
                      onChange={(next) => setSized((now) => now.map((old) => (old.kind === next.kind ? next : old)))}
                    />
                  )}
                </td>
                <td>
                  <Effect effect={effect} />
                </td>
                <td className="r num">
                  {effect.brokenMonths === 0
                    ? t('stress.shock.noMonth')
                    : t('stress.monthCount', { count: effect.brokenMonths })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows[0]?.effect.firstBreak ? <p className="small">{t('stress.shock.alreadyShort')}</p> : null}
    </Panel>
  )
})

function Effect({ effect: { firstBreak, firstGap } }: { readonly effect: ShockEffect }) {
  const { t } = useTranslation()
  if (firstBreak !== null)
    return (
      <Trans
        t={t}
        i18nKey="stress.shock.breaks"
        values={{ month: firstBreak.month }}
        components={{ short: <MoneyText fen={firstBreak.shortFen} isRounded /> }}
      />
    )
  if (firstGap !== null)
    return (
      <Trans
        t={t}
        i18nKey="plan.outcome.timingRow"
        values={{ dueOn: firstGap.dueOn }}
        components={{ short: <MoneyText fen={firstGap.shortFen} isRounded /> }}
      />
    )
  return t('stress.shock.holds')
}
