import { useTranslation } from 'react-i18next'
import { notifications } from '@mantine/notifications'
import { useDocument } from '../../state/app-context'
import { ChooseFile } from './choose-file'
import { ColumnMapper } from './column-mapper'
import { EarlierImports } from './earlier-imports'
import { OwnName } from './own-name'
import { ReadingProgress } from './reading-progress'
import { TakeOver } from './take-over'
import { useContactReading } from './use-contact-reading'
import './contact-import.css'

/** From a file to the log: read in a worker, asked what it cannot say itself, shown before anything is added. */
export function ContactImportPage() {
  const { t } = useTranslation()
  const reading = useContactReading()
  const { state, isStuck } = reading
  const { contactImports } = useDocument()
  const answer = state.status === 'done' ? state.answer : null
  const refusal = isStuck
    ? 'stuck'
    : state.status === 'failed'
      ? 'broken'
      : answer?.kind === 'refused'
        ? answer.reason
        : null
  return (
    <>
      {state.status === 'running' ? <ReadingProgress reading={reading} /> : null}
      {answer?.kind === 'needsOwn' ? <OwnName names={answer.names} reading={reading} /> : null}
      {answer?.kind === 'needsColumns' ? <ColumnMapper question={answer} reading={reading} /> : null}
      {answer?.kind === 'read' ? (
        <TakeOver
          key={reading.fileName}
          answer={answer}
          fileName={reading.fileName}
          onDone={(added) => {
            reading.stop()
            if (added !== null) notifications.show({ message: t('contactImport.done', { count: added }) })
          }}
        />
      ) : null}
      {state.status === 'idle' || refusal !== null ? (
        <ChooseFile reading={reading} refusal={refusal === null ? null : t(`contactImport.refused.${refusal}`)} />
      ) : null}
      {contactImports.length === 0 ? null : <EarlierImports />}
    </>
  )
}
