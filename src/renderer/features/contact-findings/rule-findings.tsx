import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactFinding } from '#domain/contact/contact-finding'
import { markOf } from '#domain/contact/finding-mark'
import type { LoggedContact } from '#domain/contact/logged-contact'
import type { Rule } from '#domain/rules/rule'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { useRuleWords } from '../rights'
import { FindingRow } from './finding-row'
import { RuleSource } from './rule-source'

/** Rows shown at first, and added by each "more". */
const PAGE_ROWS = 50

interface RuleFindingsProps {
  readonly rule: Rule
  /** At least one, the newest first. */
  readonly findings: readonly ContactFinding[]
  readonly contactBy: ReadonlyMap<string, LoggedContact>
}

/** Everything found under one rule, with where the rule is from. */
export function RuleFindings({ rule, findings, contactBy }: RuleFindingsProps) {
  const { t } = useTranslation()
  const { say } = useRuleWords()
  const { findingMarks } = useDocument()
  const [shown, setShown] = useState(PAGE_ROWS)
  const [first] = findings
  const suspected = findings.filter(({ certainty }) => certainty === 'suspected').length
  const unclear = findings.length - suspected
  if (!first) return null
  return (
    <Panel
      title={say(rule.title)}
      aside={
        <span className="row tight">
          {suspected === 0 ? null : (
            <span className={first.colour === 'red' ? 'pill danger' : 'pill a'}>
              {t('findings.suspected', { count: suspected })}
            </span>
          )}
          {unclear === 0 ? null : <span className="pill">{t('findings.unclear', { count: unclear })}</span>}
        </span>
      }
    >
      <RuleSource rule={rule} period={first.period} />
      <div className="table-scroll">
        <table className="plain worded">
          <caption className="visually-hidden">{say(rule.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('findings.on')}</th>
              <th scope="col">{t('findings.rows')}</th>
              <th scope="col">{t('findings.unsure')}</th>
              <th scope="col">{t('findings.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, shown).map((finding) => (
              <FindingRow
                key={finding.contactIds.join()}
                finding={finding}
                mark={markOf(findingMarks, finding)}
                contactBy={contactBy}
              />
            ))}
          </tbody>
        </table>
      </div>
      {findings.length > shown ? (
        <div>
          <Button variant="default" onClick={() => setShown(shown + PAGE_ROWS)}>
            {t('contacts.log.more', { count: Math.min(PAGE_ROWS, findings.length - shown) })}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}
