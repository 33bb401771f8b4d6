import { Checkbox, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../state/app-context'
import { useContactLine } from '../contacts/contact-line'
import { filtered, logRows, NO_FILTER } from '../contacts/log-filter'

interface ProvenContactsProps {
  readonly chosen: readonly string[]
  readonly onChange: (contactIds: readonly string[]) => void
}

/** Rows offered at a time: a day or a number typed into the search finds the rest. */
const OFFERED = 30

/** Which contacts an exhibit proves. */
export function ProvenContacts({ chosen, onChange }: ProvenContactsProps) {
  const { t } = useTranslation()
  const line = useContactLine()
  const document = useDocument()
  const rows = useMemo(() => logRows(document), [document])
  const [text, setText] = useState('')
  const ids = new Set(chosen)
  const offered = filtered(rows, { ...NO_FILTER, text }).filter(({ contact }) => !ids.has(contact.id))
  const shown = [...rows.filter(({ contact }) => ids.has(contact.id)), ...offered.slice(0, OFFERED)]
  return (
    <fieldset className="entry-tags">
      <legend>{t('evidence.field.contacts', { count: chosen.length })}</legend>
      {rows.length === 0 ? (
        <p className="small muted">{t('contacts.log.empty')}</p>
      ) : (
        <>
          <TextInput
            aria-label={t('contacts.log.search')}
            placeholder={t('evidence.page.findContact')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ul className="pick-list">
            {shown.map(({ contact, by }) => (
              <li key={contact.id}>
                <Checkbox
                  checked={ids.has(contact.id)}
                  onChange={() =>
                    onChange(ids.has(contact.id) ? chosen.filter((id) => id !== contact.id) : [...chosen, contact.id])
                  }
                  label={`${line.when(contact)} ${line.how(contact)} · ${by || contact.number} · ${line.whom(contact)}`}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  )
}
