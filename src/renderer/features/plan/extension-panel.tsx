import type { ArrangementError } from '#domain/extension/arrangement'
import { Button, NativeSelect, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { ExtensionComparison } from './extension-comparison'
import { ExtensionEffect } from './extension-effect'
import { PRESETS, presetRequest, smallestPeriods, type Smallest } from './extension-selectors'
import { RequestRows } from './request-rows'
import { RequestSliders } from './request-sliders'
import type { Extension } from './use-extension'
import type { PlanView } from './use-plan'
import { TermLimitLine } from './term-limit-line'
import { WriteRequest } from './write-request'

interface ExtensionPanelProps {
  readonly plan: PlanView
  readonly extension: Extension
  readonly years: number
}

/** "What if I ask?": one lender, sliders, and what changes for this loan and for the whole plan. */
export function ExtensionPanel({ plan, extension, years }: ExtensionPanelProps) {
  const { t } = useTranslation()
  const { item, request, made, before, after } = extension
  const [smallest, setSmallest] = useState<Smallest | null>(null)
  const change = (next: typeof request) => {
    setSmallest(null)
    extension.change(next)
  }
  const findSmallest = () => {
    const found = smallestPeriods(plan.question, item, request, extension.others)
    if (found.kind === 'fits') extension.change({ ...request, periods: found.periods })
    setSmallest(found)
  }
  return (
    <Panel title={t('plan.ask.title')}>
      <p className="small muted">{t('plan.ask.sub')}</p>
      <div className="ask-grid">
        <div className="stack tight">
          <NativeSelect
            label={t('plan.ask.loan')}
            value={item.loan.id}
            onChange={(event) => {
              setSmallest(null)
              extension.choose(event.currentTarget.value)
            }}
            data={plan.open.map(({ loan }) => ({ value: loan.id, label: loan.name }))}
          />
          <div className="row tight-row" role="group" aria-label={t('plan.ask.preset.label')}>
            {PRESETS.map((preset) => (
              <Button
                key={preset}
                size="compact-sm"
                variant="default"
                onClick={() => change(presetRequest(preset, item, plan.document.budget, plan.on, request))}
              >
                {t(`plan.ask.preset.${preset}`)}
              </Button>
            ))}
          </div>
          <RequestSliders item={item} request={request} onChange={change} />
          <div className="row">
            <Button variant="light" onClick={findSmallest}>
              {t('plan.ask.smallest')}
            </Button>
            {extension.otherCount > 0 ? (
              <Switch
                size="sm"
                label={t('plan.ask.others', { count: extension.otherCount })}
                checked={extension.countsOthers}
                onChange={(event) => extension.setCountsOthers(event.currentTarget.checked)}
              />
            ) : null}
          </div>
          <p role="status">{smallest === null ? null : <SmallestText found={smallest} />}</p>
        </div>
        <div className="stack tight">
          {made.ok ? (
            <>
              <h3>{t('plan.ask.compare')}</h3>
              <ExtensionComparison arrangement={made.value} />
              <TermLimitLine product={item.loan.product} periods={made.value.rows.length} />
              <RequestRows rows={made.value.rows} />
              <h3>{t('plan.ask.effect')}</h3>
              {after ? <ExtensionEffect before={before} after={after} years={years} /> : null}
              <WriteRequest plan={plan} extension={extension} />
              <div className="credit-note small">
                <b>{t('plan.ask.credit.title')}</b>
                <p>{t('plan.ask.credit.text')}</p>
                <p className="muted">{t('plan.ask.credit.source')}</p>
              </div>
            </>
          ) : (
            <Problem error={made.error} />
          )}
        </div>
      </div>
    </Panel>
  )
}

function SmallestText({ found }: { readonly found: Smallest }) {
  const { t } = useTranslation()
  switch (found.kind) {
    case 'notNeeded':
      return t('plan.ask.smallestNotNeeded')
    case 'fits':
      return t('plan.ask.smallestFound', { periods: found.periods })
    case 'partly':
      return t('plan.ask.smallestPartly', { periods: found.periods, count: found.months })
  }
}

function Problem({ error }: { readonly error: ArrangementError }) {
  const { t } = useTranslation()
  return (
    <p className="card amber" role="alert">
      {t(`plan.ask.problem.${error.code}`, { ...error })}
    </p>
  )
}
