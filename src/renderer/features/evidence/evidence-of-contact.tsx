import { useTranslation } from 'react-i18next'
import { shownName } from '#domain/attachment/file-name'
import { exhibitsOf } from '#domain/evidence/index-of-evidence'
import { hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { IntakePanel } from './intake-panel'
import './evidence.css'

/** What proves one contact, and the way to put a recording or a screenshot beside it. */
export function EvidenceOfContact({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation()
  const { exhibits } = useDocument()
  const proving = exhibitsOf(exhibits, contactId)
  return (
    <>
      {proving.length === 0 ? null : (
        <ul className="plain-list card">
          {proving.map((exhibit) => (
            <li key={exhibit.id}>
              <a className="text-link" href={hrefOf('evidence', exhibit.id)}>
                {t('escalation.pick.exhibit', {
                  number: exhibits.indexOf(exhibit) + 1,
                  title: shownName(exhibit.title),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <IntakePanel contactIds={[contactId]} />
    </>
  )
}
