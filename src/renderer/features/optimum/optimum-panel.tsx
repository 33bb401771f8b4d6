import { Button, Progress } from '@mantine/core'
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Fen } from '#domain/money/fen'
import { subtractFen } from '#domain/money/fen'
import type { Scenario } from '#domain/plan/scenario'
import type { OptimumAnswer, OptimumProgress, OptimumTask } from '#workers/solve-optimum'
import { useDocument } from '../../state/app-context'
import { useTask } from '../../state/use-task'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { planInput } from '../plan/plan-selectors'
import type { PlanView } from '../plan/use-plan'
import scriptUrl from '../../../workers/optimise?worker&url'

interface OptimumPanelProps {
  readonly plan: PlanView
  readonly scenario: Scenario | null
}

const SECONDS = 10
const GAP = 0.005

/** The search for the cheapest way: its bound while it runs, and how sure its answer is. */
export function OptimumPanel({ plan, scenario }: OptimumPanelProps) {
  const { t } = useTranslation()
  const task = useTask<OptimumTask, OptimumProgress, OptimumAnswer>(scriptUrl)
  const { state } = task
  const input = useMemo(() => {
    const asked = planInput(plan.question, 'avalanche')
    return scenario ? { ...asked, scenario } : asked
  }, [plan.question, scenario])
  return (
    <Panel title={t('optimum.title')}>
      <p className="small muted">{t('optimum.sub')}</p>
      <div className="row">
        <Button
          variant="default"
          disabled={state.status === 'running'}
          onClick={() => task.start({ input, seconds: SECONDS, gap: GAP })}
        >
          {t(state.status === 'done' ? 'optimum.again' : 'optimum.start')}
        </Button>
        {state.status === 'running' ? (
          <Button variant="subtle" onClick={() => task.cancel()}>
            {t('optimum.cancel')}
          </Button>
        ) : null}
      </div>
      <div role="status">
        {state.status === 'running' ? <Running progress={state.progress} /> : null}
        {state.status === 'failed' ? <p>{t('optimum.failed')}</p> : null}
        {state.status === 'done' ? <Answer answer={state.answer} /> : null}
      </div>
    </Panel>
  )
}

function Running({ progress }: { readonly progress: OptimumProgress | null }) {
  const { t } = useTranslation()
  const bound = progress?.boundFen ?? null
  return (
    <div className="stack tight">
      <Progress value={Math.min(100, (100 * (progress?.seconds ?? 0)) / SECONDS)} aria-label={t('optimum.running')} />
      <p className="small">
        {bound === null ? (
          t('optimum.running')
        ) : (
          <Trans
            t={t}
            i18nKey="optimum.soFar"
            components={{
              best: <MoneyText fen={(progress?.bestFen ?? 0) as Fen} isRounded />,
              bound: <MoneyText fen={bound as Fen} isRounded />,
            }}
          />
        )}
      </p>
    </div>
  )
}

function Answer({ answer }: { readonly answer: OptimumAnswer }) {
  const { t } = useTranslation()
  const { proof, bestWay, bestWayFen, result, isSolvers } = answer
  const way = t(`plan.strategy.${bestWay}`)
  return (
    <div className="stack tight">
      <p>
        {isSolvers ? (
          <Trans
            t={t}
            i18nKey="optimum.better"
            values={{ way, month: result.debtFreeMonth ?? '' }}
            components={{
              cost: <MoneyText fen={result.costFen} />,
              saved: <MoneyText fen={subtractFen(bestWayFen as Fen, result.costFen)} />,
            }}
          />
        ) : (
          <Trans
            t={t}
            i18nKey="optimum.known"
            values={{ way }}
            components={{ cost: <MoneyText fen={result.costFen} /> }}
          />
        )}
      </p>
      <p className="small muted">
        {proof.kind === 'avalanche'
          ? t('optimum.proof.avalanche')
          : proof.kind === 'solved'
            ? proof.gap < 0.0005
              ? t('optimum.proof.best')
              : t('optimum.proof.within', { percent: (100 * proof.gap).toFixed(2) })
            : t(`optimum.proof.${proof.because}`)}
      </p>
      {isSolvers ? <Payments answer={answer} /> : null}
    </div>
  )
}

/** What the solver's plan pays in its first months, loan by loan. */
function Payments({ answer }: { readonly answer: OptimumAnswer }) {
  const { t } = useTranslation()
  const { loans } = useDocument()
  const months = answer.result.months.slice(0, SHOWN)
  return (
    <details>
      <summary>{t('optimum.payments', { count: months.length })}</summary>
      <div
        className="table-scroll"
        role="group"
        aria-label={t('optimum.payments', { count: months.length })}
        tabIndex={0}
      >
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('plan.chart.month')}</th>
              {answer.result.months[0]?.loans.map(({ loanId }) => (
                <th scope="col" className="r" key={loanId}>
                  {loans.find(({ id }) => id === loanId)?.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, loans: paid }) => (
              <tr key={month}>
                <th scope="row" className="num">
                  {month}
                </th>
                {paid.map(({ loanId, paidFen }) => (
                  <td className="r" key={loanId}>
                    <MoneyText fen={paidFen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const SHOWN = 24
