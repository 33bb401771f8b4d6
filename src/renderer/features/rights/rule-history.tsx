import type { Rule } from '#domain/rules/rule'
import { useTranslation } from 'react-i18next'
import { citationParts } from '#domain/rules/citation'
import { ruleBook } from '../../rule-book'
import { CitationText } from './citation-text'
import { fromText } from './rights-selectors'
import { useRuleWords } from './use-rule-words'

/** What a rule said and says, by date; nothing for a rule that always said the same. */
export function RuleHistory({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation()
  const { valueText } = useRuleWords()
  if (rule.values.length < 2) return null
  return (
    <div className="table-scroll" role="group" aria-label={t('rights.history.title')} tabIndex={0}>
      <table className="plain small">
        <thead>
          <tr>
            <th scope="col">{t('rights.history.days')}</th>
            <th scope="col">{t('rights.history.value')}</th>
            <th scope="col">{t('rights.fact.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rule.values.map((period) => (
            <tr key={period.from ?? ''}>
              <td className="num">
                {`${fromText(period) ?? t('rights.history.unknown')} – ${period.to ?? t('rights.history.today')}`}
              </td>
              <td>{valueText(period.value) ?? t('rights.history.noFigure')}</td>
              <td>
                {citationParts(ruleBook, period.citations).map((citation) => (
                  <div key={`${citation.document.id} ${citation.article?.en ?? ''}`}>
                    <CitationText citation={citation} />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
