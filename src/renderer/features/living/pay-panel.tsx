import { Anchor } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { PayList } from '#domain/plan/living/pay-list'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan/use-plan'
import { PayRow } from './pay-row'

interface PayPanelProps {
  readonly plan: PlanView
  readonly list: PayList
}

/** "Pay X to Y by Z", each with its tick. */
export function PayPanel({ plan, list }: PayPanelProps) {
  const { t } = useTranslation()
  const { items, nextMonth, done, unfunded, leftToPayFen, leftOverFen, shortFen } = list
  const { budget, plan: settings } = plan.document
  const namesOf = (entries: PayList['done'] | PayList['unfunded']): string =>
    entries.map(({ loan }) => loan.name).join(t('living.pay.comma'))
  const names = namesOf(done)
  const nothing = plan.open.length === 0 ? 'noLoans' : shortFen > 0 ? 'noMoney' : 'nothing'
  if (budget.lines.length === 0) return <p className="card">{t('living.pay.budgetFirst')}</p>
  return (
    <Panel title={t('living.pay.title')}>
      <p className="small muted">{t('living.pay.sub', { strategy: t(`plan.strategy.${settings.strategy}`) })}</p>
      {items.length === 0 ? (
        <p>{t(`living.pay.${nothing}`)}</p>
      ) : (
        <>
          <ul className="pay-list">
            {items.map((item) => (
              <PayRow key={item.loan.id} item={item} today={plan.on} budget={budget} />
            ))}
          </ul>
          <dl className="facts pay-sums">
            <dt>{t('living.pay.total')}</dt>
            <dd>
              <MoneyText fen={leftToPayFen} />
            </dd>
            <dt>{t('living.pay.left')}</dt>
            <dd>
              <MoneyText fen={leftOverFen} />
            </dd>
          </dl>
        </>
      )}
      {nextMonth.length === 0 ? null : (
        <>
          <h3>{t('living.pay.nextMonth')}</h3>
          <ul className="pay-list">
            {nextMonth.map((item) => (
              <PayRow key={item.loan.id} item={item} today={plan.on} budget={budget} />
            ))}
          </ul>
        </>
      )}
      {names === '' ? null : <p className="small muted">{t('living.pay.done', { names })}</p>}
      {unfunded.length === 0 ? null : (
        <p className="small muted">{t('living.pay.unfunded', { names: namesOf(unfunded) })}</p>
      )}
      {shortFen > 0 ? (
        <p className="card amber">
          <Trans t={t} i18nKey="living.pay.short" components={{ short: <MoneyText fen={shortFen} /> }} />{' '}
          <Anchor href="#/plan">{t('living.pay.askLink')}</Anchor>
        </p>
      ) : null}
    </Panel>
  )
}
