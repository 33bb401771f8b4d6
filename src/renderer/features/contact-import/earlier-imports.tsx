import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shownName } from '#domain/attachment/file-name'
import { useDocument, useRun } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'

/** What came from which file, and the way to take it back. */
export function EarlierImports() {
  const { t } = useTranslation()
  const instantText = useInstantText()
  const run = useRun()
  const { contactImports } = useDocument()
  return (
    <Panel title={t('contactImport.earlier.title')}>
      <ul className="plain-list">
        {[...contactImports].reverse().map((each) => (
          <li key={each.id} className="row between">
            <span>
              {t('contactImport.earlier.line', {
                on: instantText(each.at, 'minute'),
                source: t(`contactImport.source.${each.source}`),
                name: shownName(each.fileName),
                added: each.added,
                known: each.known,
              })}
            </span>
            <Button
              size="xs"
              variant="default"
              aria-label={t('contactImport.earlier.removeOf', { name: shownName(each.fileName) })}
              onClick={() => void run('contacts.removeImport', { importId: each.id })}
            >
              {t('contactImport.earlier.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small muted">{t('contactImport.earlier.text')}</p>
    </Panel>
  )
}
