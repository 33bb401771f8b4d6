import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactFinding } from '#domain/contact/contact-finding'
import { markOf } from '#domain/contact/finding-mark'
import { ruleBook } from '../../rule-book'
import { useDocument } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { RuleFindings } from './rule-findings'
import { useFindings } from './use-findings'
import './findings.css'

/** What the log suggests beside the rules: never a verdict, always with the rows and what is not known. */
export function FindingsPage() {
  const { t } = useTranslation()
  const { contacts, findingMarks } = useDocument()
  const findings = useFindings()
  const contactBy = useMemo(() => new Map(contacts.map((contact) => [contact.id, contact])), [contacts])
  const groups = useMemo(() => byRule(findings), [findings])
  if (findings.length === 0)
    return (
      <EmptyState
        title={t('findings.none')}
        text={t(contacts.length === 0 ? 'findings.noContacts' : 'findings.noneText')}
      />
    )
  const suspected = findings.filter(({ certainty }) => certainty === 'suspected')
  const set = (mark: string) => suspected.filter((finding) => markOf(findingMarks, finding)?.mark === mark).length
  return (
    <>
      <p className="card calm">
        {t('findings.summary', {
          suspected: suspected.length,
          unclear: findings.length - suspected.length,
          agreed: set('agreed'),
          disputed: set('disputed') + set('notMine'),
        })}{' '}
        {t('findings.notAdvice')}
      </p>
      {groups.map(([ruleId, ofRule]) => {
        const rule = ruleBook.rules.find(({ id }) => id === ruleId)
        return rule ? <RuleFindings key={ruleId} rule={rule} findings={ofRule} contactBy={contactBy} /> : null
      })}
    </>
  )
}

/** By rule, what concerns others and safety first; within a rule the newest first. */
function byRule(findings: readonly ContactFinding[]): readonly (readonly [string, readonly ContactFinding[]])[] {
  const groups = new Map<string, ContactFinding[]>()
  for (const finding of findings) groups.set(finding.ruleId, [finding, ...(groups.get(finding.ruleId) ?? [])])
  return [...groups].sort(([, left], [, right]) => weight(right) - weight(left))
}

const weight = ([first]: readonly ContactFinding[]): number => (first?.colour === 'red' ? 1 : 0)
