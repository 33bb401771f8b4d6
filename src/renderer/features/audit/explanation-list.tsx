import type { StatementAudit } from '#domain/audit/audit-statement'
import { absFen } from '#domain/money/fen'
import { conventionText } from '#domain/note/audit-sentences'
import { useTranslation } from 'react-i18next'
import { MoneyText, useMoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { useAuditPhrases } from './use-audit-phrases'

const PILLS = { exact: 'pill t', rounding: 'pill t', near: 'pill a' } as const

/** Other ways of computing that would give the lender's figure, or come near it, and what none of them explains. */
export function ExplanationList({ audit }: { readonly audit: StatementAudit }) {
  const { t } = useTranslation()
  const { words, say } = useAuditPhrases()
  const moneyText = useMoneyText()
  const { explanations, unexplainedFen, differenceFen, tried, upfront, areFeesUnknown } = audit
  return (
    <Panel title={t('audit.why.title')}>
      {tried === 0 ? (
        <p>{t('audit.why.same')}</p>
      ) : (
        <p className="small muted">{t('audit.why.tried', { count: tried })}</p>
      )}
      {explanations.length > 0 ? (
        <ul className="audit-why">
          {explanations.map((explanation, at) => (
            <li key={at}>
              <span className={PILLS[explanation.fit]}>
                {t(`audit.why.fit.${explanation.fit}`, { rest: moneyText(absFen(explanation.restFen)) })}
              </span>{' '}
              {t('audit.why.if', { convention: conventionText(words, say, explanation) })}{' '}
              <MoneyText fen={explanation.totalFen} />
            </li>
          ))}
        </ul>
      ) : null}
      {tried > 0 && explanations.length === 0 ? <p>{t('audit.why.none')}</p> : null}
      {differenceFen !== 0 && unexplainedFen !== 0 ? (
        <p>{t('audit.why.rest', { rest: moneyText(absFen(unexplainedFen)) })}</p>
      ) : null}
      {upfront ? (
        <p className="card amber">
          {t('audit.why.upfront', { deducted: moneyText(upfront.deductedFen) })}{' '}
          {upfront.oursOnReceivedFen === null
            ? null
            : t('audit.why.onReceived', { total: moneyText(upfront.oursOnReceivedFen) })}
        </p>
      ) : null}
      {areFeesUnknown ? <p className="card amber">{t('audit.why.feesUnknown')}</p> : null}
    </Panel>
  )
}
