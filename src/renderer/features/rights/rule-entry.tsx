import { LPR_RULE_ID } from '#domain/rules/lpr-table'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { LprPanel } from './lpr-panel'
import type { RuleView } from './rights-selectors'
import { RuleFacts } from './rule-facts'
import { RuleHistory } from './rule-history'
import { useRuleWords } from './use-rule-words'

interface RuleEntryProps {
  readonly view: RuleView
  /** The hash names it: it stands open. */
  readonly isNamed: boolean
}

export const ruleElementId = (ruleId: string): string => `rule-${ruleId}`

/** One rule: its title and figure; opened, its words, what it does not say, where it is from and how sure we are. */
export function RuleEntry({ view, isNamed }: RuleEntryProps) {
  const { t } = useTranslation()
  const { say, valueText } = useRuleWords()
  const [isOpen, setOpen] = useState(isNamed)
  const { rule, period, citations, standing, isStale } = view
  const figure = period && standing === 'inForce' ? valueText(period.value) : null
  const quotes = citations.filter(({ quote }) => quote !== null)
  return (
    <details
      className="rule"
      id={ruleElementId(rule.id)}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Icon name="forward" />
        <span className="rule-title">{say(rule.title)}</span>
        {standing === 'inForce' ? null : <span className="pill">{t(`rights.standing.${standing}`)}</span>}
        {period?.confidence === 'N-' ? <span className="pill a">{t('rights.reported')}</span> : null}
        {isStale ? <span className="pill a">{t('rights.stale')}</span> : null}
        {figure === null ? null : <span className="rule-figure num">{figure}</span>}
      </summary>
      {isOpen ? (
        <div className="rule-body stack tight">
          <p>{say(rule.body)}</p>
          {quotes.map(({ quote, document, article }) => (
            <blockquote key={`${document.id} ${article?.en ?? ''}`} lang="zh-CN">
              {quote}
            </blockquote>
          ))}
          {rule.limits === null ? null : (
            <p className="rule-limits">
              <b>{t('rights.limits')}</b> {say(rule.limits)}
            </p>
          )}
          {isStale ? <p className="rule-limits">{t('rights.staleNote', { on: rule.reviewBy })}</p> : null}
          {rule.id === LPR_RULE_ID ? <LprPanel /> : <RuleHistory rule={rule} />}
          <RuleFacts view={view} />
        </div>
      ) : null}
    </details>
  )
}
