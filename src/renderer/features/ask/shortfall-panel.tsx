import type { AskRemedy, AskShortfall } from '#domain/ask/ask'
import type { PlanResult } from '#domain/plan/plan'
import { Trans, useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan'
import { nameOf } from './ask-selectors'

interface ShortfallPanelProps {
  readonly plan: PlanView
  readonly shortfall: AskShortfall
  readonly proof: PlanResult
}

/** Even the longest requests are not enough: by how much, when, and what would close it. */
export function ShortfallPanel({ plan, shortfall, proof }: ShortfallPanelProps) {
  const { t } = useTranslation()
  const first = proof.shortfallMonths[0]?.month ?? ''
  return (
    <Panel title={t('ask.short.title')} tone="amber">
      <p>
        <Trans
          t={t}
          i18nKey="ask.short.text"
          values={{ first, count: proof.shortfallMonths.length }}
          components={{
            month: <MoneyText fen={shortfall.perMonthFen} isRounded />,
            once: <MoneyText fen={shortfall.onceFen} isRounded />,
          }}
        />
      </p>
      <p>{t('ask.short.ways')}</p>
      <ul className="ask-ways">
        {shortfall.remedies.map((remedy) => (
          <li key={`${remedy.kind} ${remedy.kind === 'allow' ? remedy.what : remedy.loanId}`}>
            <RemedyText plan={plan} remedy={remedy} />{' '}
            {remedy.perMonthFen === 0 ? (
              t('ask.short.closes')
            ) : (
              <Trans
                t={t}
                i18nKey="ask.short.leaves"
                components={{ month: <MoneyText fen={remedy.perMonthFen} isRounded /> }}
              />
            )}
          </li>
        ))}
        <li>
          <a className="text-link" href={hrefOf('budget')}>
            {t('ask.short.budget')}
          </a>
        </li>
        <li>{t('ask.short.token')}</li>
      </ul>
    </Panel>
  )
}

function RemedyText({ plan, remedy }: { readonly plan: PlanView; readonly remedy: AskRemedy }) {
  const { t } = useTranslation()
  switch (remedy.kind) {
    case 'unpin':
      return t('ask.short.unpin', { name: nameOf(plan.open, remedy.loanId) })
    case 'liftCap':
      return t('ask.short.liftCap', { name: nameOf(plan.open, remedy.loanId) })
    case 'allow':
      return t(`ask.short.allow.${remedy.what}`)
  }
}
