import { useTranslation } from 'react-i18next'
import { ruleBook } from '../../rule-book'
import { hrefOf } from '../../app/router'
import { useRuleWords } from '../rights'
import { useFindings } from './use-findings'
import './findings.css'

/** What one contact has to do with, in a line each; nothing when nothing was found. */
export function FindingsOfContact({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation()
  const { say } = useRuleWords()
  const findings = useFindings().filter(({ contactIds }) => contactIds.includes(contactId))
  if (findings.length === 0) return null
  return (
    <ul className="plain-list tight">
      {findings.map(({ ruleId, certainty, colour }) => {
        const rule = ruleBook.rules.find(({ id }) => id === ruleId)
        return rule ? (
          <li key={ruleId}>
            <span className={certainty === 'unclear' ? 'pill' : colour === 'red' ? 'pill danger' : 'pill a'}>
              {t(certainty === 'unclear' ? 'findings.unclearOne' : 'findings.suspectOne')}
            </span>{' '}
            {say(rule.title)}{' '}
            <a className="text-link small" href={hrefOf('contacts', 'findings')}>
              {t('findings.why')}
            </a>
          </li>
        ) : null
      })}
    </ul>
  )
}
