import { recoverPlan } from '#domain/loan/recover-plan'
import type { PlanFit, StatedPlan } from '#domain/loan/recovered-plan'
import { headlineRate } from '#domain/rate/effective-annual'
import { percentText } from '#domain/rate/percent-text'
import { Button } from '@mantine/core'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyText, useMoneyText } from '../../ui/money-text'
import { ratePercent } from '../../ui/rate-text'
import { useRateWords } from '../../ui/rate-words'
import { isNote, useFindingWords } from './finding-words'

interface PlanTruthProps {
  readonly plan: StatedPlan
  /** Whether the form can show the terms of a fit. */
  readonly canUse: (fit: PlanFit) => boolean
  readonly onUse: (fit: PlanFit) => void
}

/** What a pasted plan really is: its kind and rate, how many rows agree, and what was not advertised. */
export function PlanTruth({ plan, canUse, onUse }: PlanTruthProps) {
  const { t } = useTranslation()
  const headingId = useId()
  const moneyText = useMoneyText()
  const rateWords = useRateWords()
  const findingWords = useFindingWords()
  const { rows, principalFen, receivedFen, drawnOn, advertised } = plan
  const read = useMemo(
    () => recoverPlan({ rows, principalFen, receivedFen, drawnOn, advertised }),
    [rows, principalFen, receivedFen, drawnOn, advertised],
  )
  if (!read.ok) {
    const { error } = read
    const first = error.code === 'first_due_before_drawn' ? error.firstDueOn : ''
    const drawn = error.code === 'first_due_before_drawn' ? error.drawnOn : ''
    return (
      <p className="small" role="status">
        {t(`recover.error.${error.code}`, { first, drawn, on: error.code === 'date_twice' ? error.on : '' })}
      </p>
    )
  }
  const { fits, comparedRows, implied, findings } = read.value
  const [fit, ...others] = fits
  const effective = headlineRate(implied.effectiveAnnual)
  const percent = (rate: number | null) => (rate === null ? t('recover.unknown') : percentText(rate, 2))
  const kindName = (kind: PlanFit['kind']) => t(`loan.kind.${kind}.name`)
  const alsoText = others.map(({ kind, rate }) =>
    t('recover.alsoKind', {
      kind: kindName(kind),
      rate: t(`common.ratePer.${rate.per}`, { percent: ratePercent(rate) }),
    }),
  )
  const told = findings.filter((finding) => !isNote(finding))
  const notes = findings.filter((finding) => isNote(finding) && finding.code !== 'rows_differ')
  return (
    <section className="card calm" aria-labelledby={headingId}>
      <div className="stack tight">
        <h3 id={headingId}>{t('recover.title')}</h3>
        {fit ? null : <p>{t('recover.ownSchedule')}</p>}
        <dl className="facts">
          {fit ? (
            <>
              <dt>{t('recover.kind')}</dt>
              <dd className="strong">{kindName(fit.kind)}</dd>
              <dt>{t('recover.rate')}</dt>
              <dd>{rateWords(fit.rate)}</dd>
              <dt>{t('recover.interest')}</dt>
              <dd>
                {[
                  t(`recover.interestBy.${fit.interestBy}`),
                  ...(fit.interestBy === 'period' && fit.firstPeriod === 'days' ? [t('recover.firstByDays')] : []),
                  ...(fit.feeTiming === 'withFirst' ? [t('recover.withFirst')] : []),
                ].join(' · ')}
              </dd>
              <dt>{t('recover.match')}</dt>
              <dd>
                {fit.equalRows === comparedRows
                  ? t('recover.matchAll', { count: comparedRows })
                  : t('recover.matchSome', {
                      equal: fit.equalRows,
                      compared: comparedRows,
                      difference: moneyText(fit.largestDifferenceFen),
                    })}
              </dd>
            </>
          ) : null}
          <dt>{t('recover.implied')}</dt>
          <dd className="strong">
            {t('recover.impliedText', { nominal: percent(implied.nominalAnnual), effective: percent(effective) })}
          </dd>
          <dt>{t('recover.cost')}</dt>
          <dd>
            <MoneyText fen={implied.costFen} />
          </dd>
        </dl>
        {alsoText.length === 0 ? null : (
          <p className="small muted">{t('recover.also', { kinds: alsoText.join(' · ') })}</p>
        )}
        <Sentences title={t('recover.findingsTitle')} sentences={told.map(findingWords)} />
        <Sentences title={t('recover.notesTitle')} sentences={notes.map(findingWords)} />
        {fit && canUse(fit) ? (
          <div className="row">
            <Button size="xs" variant="default" onClick={() => onUse(fit)}>
              {t('recover.use')}
            </Button>
            <span className="small muted">{t('recover.useHint', { kind: kindName(fit.kind) })}</span>
          </div>
        ) : null}
      </div>
    </section>
  )
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className="small told">
      <h4>{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
