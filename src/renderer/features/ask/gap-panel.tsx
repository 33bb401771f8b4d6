import type { Fen } from '#domain/money/fen'
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan'
import { gapOf } from './ask-selectors'

/** What is asked, what there is, what is missing: the three numbers everything below stands on. */
export function GapPanel({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation()
  const { asksFen, givesFen, gapFen, arrearsFen } = gapOf(plan)
  return (
    <Panel title={t('ask.title')}>
      <p className="muted">{t('ask.sub')}</p>
      <div className="ask-gap">
        <Figure label={t('ask.gap.asks')} fen={asksFen}>
          {arrearsFen > 0 ? (
            <Trans t={t} i18nKey="ask.gap.arrears" components={{ arrears: <MoneyText fen={arrearsFen} isRounded /> }} />
          ) : null}
        </Figure>
        <Figure label={t('ask.gap.gives')} fen={givesFen}>
          {t('ask.gap.givesHow')}
        </Figure>
        <Figure label={t('ask.gap.gap')} fen={gapFen}>
          {gapFen === 0 ? t('ask.gap.none') : t('ask.gap.gapHow')}
        </Figure>
      </div>
    </Panel>
  )
}

interface FigureProps {
  readonly label: string
  readonly fen: Fen
  readonly children: ReactNode
}

const Figure = ({ label, fen, children }: FigureProps) => (
  <div>
    <p className="muted small">{label}</p>
    <p className="big">
      <MoneyText fen={fen} isRounded />
    </p>
    <p className="muted small">{children}</p>
  </div>
)
