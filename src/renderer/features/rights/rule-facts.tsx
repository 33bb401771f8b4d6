import { useTranslation } from 'react-i18next'
import { CitationText } from './citation-text'
import { fromText, type RuleView } from './rights-selectors'
import { useRuleWords } from './use-rule-words'

/** Source, kind of paper, date in force, whom it concerns, how sure we are and where the official text is. */
export function RuleFacts({ view }: { readonly view: RuleView }) {
  const { t } = useTranslation()
  const { say } = useRuleWords()
  const { rule, period, citations } = view
  if (period === null) return null
  const from = fromText(period)
  const { lenders, products } = rule.appliesTo
  const applies = [
    ...(lenders === 'all' ? [] : lenders.map((type) => t(`loan.party.${type}`))),
    ...(products === 'all' ? [] : products.map((product) => t(`loan.product.${product}`))),
  ]
  const natures = [...new Set(citations.map(({ document }) => document.nature))]
  const issuers = [...new Set(citations.map(({ document }) => say(document.issuer)))]
  const sites = [...new Set(citations.flatMap(({ document }) => document.officialSite ?? []))]
  const join = (texts: readonly string[]) => texts.join(t('rights.comma'))
  return (
    <dl className="facts small">
      <dt>{t('rights.fact.source')}</dt>
      <dd>
        {citations.map((citation) => (
          <div key={`${citation.document.id} ${citation.article?.en ?? ''}`}>
            <CitationText citation={citation} />
          </div>
        ))}
      </dd>
      <dt>{t('rights.fact.issuer')}</dt>
      <dd>{join(issuers)}</dd>
      <dt>{t('rights.fact.nature')}</dt>
      <dd>{join(natures.map((nature) => t(`rights.nature.${nature}`)))}</dd>
      <dt>{t('rights.fact.inForce')}</dt>
      <dd>
        {from === null ? t('rights.startUnknown') : t('rights.since', { from })}
        {period.to === null ? null : t('rights.until', { to: period.to })}
      </dd>
      {applies.length === 0 ? null : (
        <>
          <dt>{t('rights.fact.appliesTo')}</dt>
          <dd>{join(applies)}</dd>
        </>
      )}
      <dt>{t('rights.fact.confidence')}</dt>
      <dd>{t(`rights.confidence.${period.confidence}`)}</dd>
      <dt>{t('rights.fact.official')}</dt>
      <dd>{sites.length === 0 ? t('rights.noOfficial') : join(sites)}</dd>
      <dt>{t('rights.fact.reviewBy')}</dt>
      <dd className="num">{rule.reviewBy}</dd>
    </dl>
  )
}
