import type { Loan } from '#domain/loan/loan'
import { citationParts } from '#domain/rules/citation'
import { LPR_RULE_ID, type LprOn } from '#domain/rules/lpr-table'
import type { ReferenceFinding } from '#domain/rules/reference-finding'
import { needsReview } from '#domain/rules/value-on'
import { RATE_SCALE } from '#domain/rate/interest-rate'
import { Trans, useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { ruleBook } from '../../rule-book'
import { useDocument, useToday } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { percentText } from '../../ui/rate-text'
import { CitationText, useRuleWords } from '../rights'
import { byRule, findingFigures, findingKey, loanLines, toneOf, type Tone } from './reference-lines-selectors'

const PILLS: Record<Tone, string> = { over: 'pill a', near: 'pill', within: 'pill t', unknown: 'pill', ask: 'pill' }

/** The lines a court or a regulator knows for this lender, beside the loan's own figures: to look and to ask, no verdict. */
export function ReferenceLinesPanel({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation()
  const { lines, simpleAnnual } = loanLines(loan, useDocument(), ruleBook)
  if (lines.kind === 'lookAtContract') {
    return (
      <Panel title={t('referenceLines.title')}>
        <p>{t(`referenceLines.look.${lines.reason}`)}</p>
        <p className="small muted">{t('referenceLines.lookWhy')}</p>
      </Panel>
    )
  }
  const { findings, on, isContractDate } = lines
  return (
    <Panel
      title={t('referenceLines.title')}
      aside={
        <span className="small muted">
          {t(isContractDate ? 'referenceLines.onContract' : 'referenceLines.onDrawn', { on })}
        </span>
      }
    >
      {simpleAnnual === null ? null : (
        <p className="small muted">{t('referenceLines.sub', { rate: percentText(simpleAnnual, 2) })}</p>
      )}
      {findings.length === 0 ? <p>{t('referenceLines.none')}</p> : null}
      <ul className="finding-list">
        {byRule(findings).map((group) => (
          <RuleFindings key={group[0]?.ruleId} findings={group} />
        ))}
      </ul>
      <p className="small muted">{t('referenceLines.notAdvice')}</p>
    </Panel>
  )
}

function RuleFindings({ findings }: { readonly findings: readonly ReferenceFinding[] }) {
  const { t } = useTranslation()
  const { say } = useRuleWords()
  const today = useToday()
  const [first] = findings
  const rule = ruleBook.rules.find(({ id }) => id === first?.ruleId)
  if (!first || !rule) return null
  const { period, lpr } = first
  return (
    <li>
      <h3>{say(rule.title)}</h3>
      {findings.map((finding) => (
        <FindingLine key={finding.measured.what} finding={finding} />
      ))}
      {lpr === null ? null : <LprNote lpr={lpr} />}
      {rule.limits === null ? null : <p className="small muted">{say(rule.limits)}</p>}
      {needsReview(rule, today) ? <p className="small">{t('rights.staleNote', { on: rule.reviewBy })}</p> : null}
      <p className="small muted">
        {t('referenceLines.source')}{' '}
        <a href={hrefOf('rights', rule.id)}>
          {citationParts(ruleBook, period.citations.slice(0, 1)).map((citation) => (
            <CitationText key={citation.document.id} citation={citation} />
          ))}
        </a>
        {' · '}
        {t(`rights.confidence.${period.confidence}`)}
      </p>
    </li>
  )
}

function FindingLine({ finding }: { readonly finding: ReferenceFinding }) {
  const { t } = useTranslation()
  const { measured, lateFeeAdds } = finding
  const tone = toneOf(finding)
  return (
    <div className="finding">
      <p>
        <Trans
          t={t}
          i18nKey={findingKey(finding)}
          values={findingFigures(finding)}
          components={
            measured.what === 'received'
              ? { oursMoney: <MoneyText fen={measured.oursFen} />, lineMoney: <MoneyText fen={measured.lineFen} /> }
              : {}
          }
        />{' '}
        {lateFeeAdds ? t('referenceLines.lateFeeAdds') : null}
      </p>
      <span className={PILLS[tone]}>{t(`referenceLines.tone.${tone}`)}</span>
    </div>
  )
}

function LprNote({ lpr: { row, asOf, isCarriedForward } }: { readonly lpr: LprOn }) {
  const { t } = useTranslation()
  const rate = percentText(row.partsPerTenMillion / RATE_SCALE, 2)
  return (
    <p className="small muted">
      {t(row.source === 'user' ? 'referenceLines.lprByYou' : 'referenceLines.lpr', { rate, from: row.from })}{' '}
      {isCarriedForward ? t('referenceLines.lprCarried', { on: asOf }) : null}{' '}
      <a href={hrefOf('rights', LPR_RULE_ID)}>{t('referenceLines.lprTable')}</a>
    </p>
  )
}
