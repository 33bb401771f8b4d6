import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactFinding } from '#domain/contact/contact-finding'
import { FINDING_MARKS, type FindingMark } from '#domain/contact/finding-mark'
import { entryOf, type LoggedContact } from '#domain/contact/logged-contact'
import { hrefOf } from '../../app/router'
import { useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import { useContactLine } from '../contacts/contact-line'

interface FindingRowProps {
  readonly finding: ContactFinding
  readonly mark: FindingMark | null
  readonly contactBy: ReadonlyMap<string, LoggedContact>
}

/** Contacts of a log that a row names before it says how many more there are. */
const NAMED = 6

/** One finding: the day, the rows it rests on, what is not known, and what the person says of it. */
export function FindingRow({ finding, mark, contactBy }: FindingRowProps) {
  const { t } = useTranslation()
  const line = useContactLine()
  const contacts = finding.contactIds.flatMap((id) => contactBy.get(id) ?? [])
  return (
    <tr>
      <th scope="row" className="num">
        {finding.on}
      </th>
      <td>
        <ul className="plain-list tight">
          {contacts.slice(0, NAMED).map((contact) => (
            <li key={contact.id}>
              <a className="text-link" href={hrefOf('contacts', contact.id)}>
                {contact.time?.slice(0, 5) ?? t('findings.noTime')} {line.how(contact)}
              </a>{' '}
              <span className="muted">{line.whom(contact)}</span>
            </li>
          ))}
        </ul>
        {contacts.length > NAMED ? (
          <p className="small muted">{t('findings.more', { count: contacts.length - NAMED })}</p>
        ) : null}
        {finding.counted ? <p className="small">{t('findings.counted', { ...finding.counted })}</p> : null}
      </td>
      <td className="small">
        <ul className="plain-list tight">
          {finding.open.map((question) => (
            <li key={question}>{t(`findings.open.${question}`)}</li>
          ))}
        </ul>
        {finding.certainty === 'unclear' && contacts[0] ? <Reachable contact={contacts[0]} /> : null}
      </td>
      <td>{finding.certainty === 'unclear' ? null : <MarkField finding={finding} mark={mark} />}</td>
    </tr>
  )
}

/** The question that decides whether a third person might be contacted at all. */
function Reachable({ contact }: { readonly contact: LoggedContact }) {
  const { t } = useTranslation()
  const run = useRun()
  const answer = (wasReachable: boolean) =>
    void run('contacts.save', { entry: { ...entryOf(contact), wasReachable }, parties: [], numbers: [] })
  return (
    <div className="row tight" role="group" aria-label={t('contacts.form.reachable')}>
      <Button size="xs" variant="default" onClick={() => answer(true)}>
        {t('contacts.form.reachableYes')}
      </Button>
      <Button size="xs" variant="default" onClick={() => answer(false)}>
        {t('contacts.form.reachableNo')}
      </Button>
    </div>
  )
}

function MarkField({ finding, mark }: Pick<FindingRowProps, 'finding' | 'mark'>) {
  const { t } = useTranslation()
  const run = useRun()
  const [note, setNote] = useState(mark?.note ?? '')
  const save = (value: string, words: string) => {
    const chosen = FINDING_MARKS.find((each) => each === value)
    if (!chosen) {
      if (mark) void run('contacts.unmarkFinding', { markId: mark.id })
      return
    }
    const { ruleId, contactIds } = finding
    void run('contacts.markFinding', {
      mark: { id: mark?.id ?? newId(), ruleId, contactIds: [...contactIds], mark: chosen, note: words },
    })
  }
  return (
    <div className="stack tight finding-mark">
      <NativeSelect
        aria-label={t('findings.markOf', { on: finding.on })}
        value={mark?.mark ?? ''}
        onChange={(event) => save(event.currentTarget.value, note)}
        data={[
          { value: '', label: t('findings.mark.none') },
          ...FINDING_MARKS.map((each) => ({ value: each, label: t(`findings.mark.${each}`) })),
        ]}
      />
      {mark ? (
        <TextInput
          aria-label={t('findings.noteOf', { on: finding.on })}
          placeholder={t('findings.note')}
          maxLength={400}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => {
            if (note !== mark.note) save(mark.mark, note)
          }}
        />
      ) : null}
    </div>
  )
}
