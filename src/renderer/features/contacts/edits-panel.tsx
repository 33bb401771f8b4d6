import { useTranslation } from 'react-i18next'
import { entryOf, type ContactEntry, type LoggedContact } from '#domain/contact/logged-contact'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'
import { useEntryWords } from './use-entry-words'

/** What was changed when: each earlier value beside the one that replaced it. */
export function EditsPanel({ contact }: { readonly contact: LoggedContact }) {
  const { t } = useTranslation()
  const instantText = useInstantText()
  const words = useEntryWords()
  const { edits } = contact
  if (edits.length === 0) return null
  const after = (at: number): ContactEntry => edits[at + 1]?.before ?? entryOf(contact)
  return (
    <Panel title={t('contacts.edits.title')}>
      <p className="small muted">{t('contacts.edits.text')}</p>
      <div className="table-scroll">
        <table className="plain worded">
          <thead>
            <tr>
              <th scope="col">{t('contacts.edits.at')}</th>
              <th scope="col">{t('contacts.edits.what')}</th>
              <th scope="col">{t('contacts.edits.before')}</th>
              <th scope="col">{t('contacts.edits.after')}</th>
            </tr>
          </thead>
          <tbody>
            {edits.flatMap(({ at, before }, index) =>
              changedFields(before, after(index)).map((field) => (
                <tr key={`${at}/${field}`}>
                  <td className="num">{instantText(at, 'minute')}</td>
                  <th scope="row">{t(`contacts.field.${field}`)}</th>
                  <td>{words(before, field) || t('contacts.edits.nothing')}</td>
                  <td>{words(after(index), field) || t('contacts.edits.nothing')}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

export type EntryField = Exclude<keyof ContactEntry, 'id'>

const changedFields = (before: ContactEntry, after: ContactEntry): readonly EntryField[] =>
  (Object.keys(before) as (keyof ContactEntry)[]).filter(
    (key): key is EntryField => key !== 'id' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
