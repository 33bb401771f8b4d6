import type { AskAnswer } from '#domain/ask/ask'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { percentText } from '../../ui/rate-text'
import type { PlanView } from '../plan'
import { ProofPanel } from './proof-panel'
import { RequestTable } from './request-table'
import { ShortfallPanel } from './shortfall-panel'
import { WriteDrafts } from './write-drafts'

interface AskResultProps {
  readonly plan: PlanView
  readonly answer: AskAnswer
  readonly isStale: boolean
}

/** What to ask of whom, why it is equal, what it costs, and the proof. */
export function AskResult({ plan, answer, isStale }: AskResultProps) {
  const { t } = useTranslation()
  const { status, asked, tightest, newTimingGaps, isLeast } = answer
  return (
    <>
      {isStale ? (
        <p className="card amber" role="status">
          {t('ask.result.stale')}
        </p>
      ) : null}
      {answer.shortfall ? <ShortfallPanel plan={plan} shortfall={answer.shortfall} proof={answer.proof} /> : null}
      {status === 'notNeeded' ? (
        <p className="card calm">{t('ask.result.notNeeded')}</p>
      ) : (
        <Panel title={t(status === 'found' ? 'ask.result.title' : 'ask.result.titleShort')}>
          {asked.length === 0 ? (
            <p>{t('ask.result.nobody')}</p>
          ) : (
            <>
              <p>
                {t('ask.result.equal', {
                  count: asked.length,
                  share: percentText(answer.largestConcession, 0),
                })}{' '}
                <Trans
                  t={t}
                  i18nKey={answer.extraCostFen >= 0 ? 'ask.result.cost' : 'ask.result.saves'}
                  components={{
                    cost: <MoneyText fen={Math.abs(answer.extraCostFen) as typeof answer.extraCostFen} isRounded />,
                  }}
                />
              </p>
              <RequestTable open={plan.open} asked={asked} />
              <details className="small">
                <summary>{t('ask.result.whyEqual')}</summary>
                <p className="muted">{t('ask.result.whyEqualText')}</p>
                {status === 'found' ? (
                  <p className="muted">{t(isLeast ? 'ask.result.isLeast' : 'ask.result.bestFound')}</p>
                ) : null}
              </details>
              {status === 'found' && tightest ? (
                <p>
                  <Trans
                    t={t}
                    i18nKey="ask.result.tightest"
                    values={{ month: tightest.month }}
                    components={{ left: <MoneyText fen={tightest.leftFen} /> }}
                  />
                </p>
              ) : null}
              {newTimingGaps.length > 0 ? (
                <p className="credit-note small">
                  {t('ask.result.timing', { count: newTimingGaps.length, first: newTimingGaps[0] ?? '' })}
                </p>
              ) : null}
              <div className="credit-note small">
                <b>{t('ask.result.isRequest')}</b>
                <p>{t('plan.ask.credit.text')}</p>
                <p className="muted">{t('plan.ask.credit.source')}</p>
              </div>
              <WriteDrafts plan={plan} asked={asked} isStale={isStale} />
            </>
          )}
        </Panel>
      )}
      {status === 'notNeeded' ? null : <ProofPanel proof={answer.proof} tightest={answer.tightest?.month ?? null} />}
    </>
  )
}
