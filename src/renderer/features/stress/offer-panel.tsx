import type { StressedOffer } from '#domain/stress/kept-offer'
import type { StressAnswer } from '#domain/stress/run-stress'
import { NativeSelect, Slider } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan/use-plan'
import { useAbout } from './use-about'
import type { Stress } from './use-stress'
import { WriteOffer } from './write-offer'

interface OfferPanelProps {
  readonly plan: PlanView
  readonly stress: Stress
  readonly answer: StressAnswer
}

/** Choice that names no loan. */
const ALL = ''
const SETTLE_MS = 250

/** The largest sum a month that is kept as often as the person wants, and one click into the drafts. */
export function OfferPanel({ plan, stress, answer }: OfferPanelProps) {
  const { t } = useTranslation()
  const about = useAbout()
  const { choices, askable } = stress
  const [confidence, setConfidence] = useState(choices.confidencePercent)
  // The keyboard ends a change with every step.
  const settle = useDebouncedCallback((confidencePercent: number) => stress.setAndRun({ confidencePercent }), SETTLE_MS)
  const { offer, futures } = answer
  const drafts = askable.filter(({ draft }) => draft !== null).length
  return (
    <Panel title={t('stress.offer.title')} tone="calm">
      <div className="stress-columns">
        <NativeSelect
          label={t('stress.offer.target')}
          value={choices.target ?? ALL}
          onChange={(event) => stress.setAndRun({ target: event.currentTarget.value || null })}
          data={[
            {
              value: ALL,
              label:
                drafts > 0
                  ? t('stress.offer.drafts', { count: drafts })
                  : t('stress.offer.all', { count: askable.length }),
            },
            ...askable.map(({ item }) => ({ value: item.loan.id, label: item.loan.name })),
          ]}
        />
        <div className="slider-field">
          <span className="slider-label">{t('stress.offer.confidence', { percent: confidence })}</span>
          <Slider
            thumbLabel={t('stress.offer.confidenceLabel')}
            label={null}
            size="sm"
            min={50}
            max={99}
            value={confidence}
            onChange={setConfidence}
            onChangeEnd={settle}
          />
        </div>
      </div>
      {offer.kind === 'nothing' ? (
        <p>{t('stress.offer.nothing')}</p>
      ) : offer.kind === 'notReached' ? (
        <p role="status">
          <Trans
            t={t}
            i18nKey="stress.offer.notReached"
            values={{ wanted: answer.question.confidencePercent, share: about(offer.smallest.kept, futures.paths) }}
            components={{ sum: <MoneyText fen={offer.smallest.perMonthFen} isRounded /> }}
          />
        </p>
      ) : (
        <>
          <p role="status">
            <Trans
              t={t}
              i18nKey={offer.isShortest ? 'stress.offer.shortest' : 'stress.offer.kept'}
              values={{ wanted: answer.question.confidencePercent, share: about(offer.offer.kept, futures.paths) }}
              components={{
                sum: (
                  <b className="big">
                    <MoneyText fen={offer.offer.perMonthFen} isRounded />
                  </b>
                ),
              }}
            />
          </p>
          <OfferTable offer={offer.offer} plan={plan} />
          <WriteOffer plan={plan} offer={offer.offer} isBusy={stress.isStale || stress.task.status === 'running'} />
        </>
      )}
      <p className="small muted">{t('stress.offer.note')}</p>
    </Panel>
  )
}

function OfferTable({ offer, plan }: { readonly offer: StressedOffer; readonly plan: PlanView }) {
  const { t } = useTranslation()
  return (
    <table className="plain stress-terms">
      <thead>
        <tr>
          <th scope="col">{t('stress.offer.lender')}</th>
          <th scope="col" className="r">
            {t('stress.offer.instalment')}
          </th>
          <th scope="col" className="r">
            {t('stress.offer.periods')}
          </th>
          <th scope="col" className="r">
            {t('stress.offer.firstDue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {offer.terms.map(({ loanId, request, instalmentFen }) => (
          <tr key={loanId}>
            <th scope="row">{plan.open.find(({ loan }) => loan.id === loanId)?.loan.name}</th>
            <td className="r">
              <MoneyText fen={instalmentFen} />
            </td>
            <td className="r num">{request.periods}</td>
            <td className="r num">{request.firstDueOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
