import { useTranslation } from 'react-i18next'
import { citationParts } from '#domain/rules/citation'
import type { Rule, RulePeriod } from '#domain/rules/rule'
import { needsReview } from '#domain/rules/value-on'
import { hrefOf } from '../../app/router'
import { ruleBook } from '../../rule-book'
import { useToday } from '../../state/app-context'
import { CitationText, fromText, useRuleWords } from '../rights'

interface RuleSourceProps {
  readonly rule: Rule
  readonly period: RulePeriod
  /** What it stands beside is suspected not to follow it. */
  readonly isFinding?: boolean
}

/** Where a rule is from: document, what kind of paper that is, since when, how sure we are, and what it does not say. */
export function RuleSource({ rule, period, isFinding = true }: RuleSourceProps) {
  const { t } = useTranslation()
  const { say } = useRuleWords()
  const today = useToday()
  const citations = citationParts(ruleBook, period.citations)
  const from = fromText(period)
  return (
    <div className="small rule-source">
      <p>
        {t(isFinding ? 'findings.suspect' : 'findings.source')}
        {citations.map((citation, at) => (
          <span key={`${citation.document.id} ${citation.article?.en ?? ''}`}>
            {at === 0 ? '' : t('rights.comma')}
            <CitationText citation={citation} />
            {t('findings.nature', { nature: t(`rights.nature.${citation.document.nature}`) })}
          </span>
        ))}
      </p>
      <p className="muted">
        {from === null ? t('rights.startUnknown') : t('rights.since', { from })} · {t('rights.fact.confidence')}：
        {t(`rights.confidence.${period.confidence}`)} ·{' '}
        <a className="text-link" href={hrefOf('rights', rule.id)}>
          {t('findings.readRule')}
        </a>
        {needsReview(rule, today) ? <span className="pill a">{t('rights.stale')}</span> : null}
      </p>
      {rule.limits === null ? null : <p className="muted">{say(rule.limits)}</p>}
    </div>
  )
}
