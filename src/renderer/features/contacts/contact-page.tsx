import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoggedContact } from '#domain/contact/logged-contact'
import { goTo, hrefOf } from '../../app/router'
import { useDocument, useRun } from '../../state/app-context'
import { DraftNote } from '../../ui/draft-note'
import { EmptyState } from '../../ui/empty-state'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'
import { FindingsOfContact } from '../contact-findings'
import { EvidenceOfContact } from '../evidence'
import { useContactLine } from './contact-line'
import { EditsPanel } from './edits-panel'
import { EntryBasics } from './entry-basics'
import { draftOfEntry } from './entry-draft'
import { EntryMore } from './entry-more'
import { EntryTags } from './entry-tags'
import { useEntry } from './use-entry'

/** One contact: everything said of it, to be completed later; every earlier wording stays. */
export function ContactPage({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation()
  const contact = useDocument().contacts.find(({ id }) => id === contactId)
  if (!contact)
    return (
      <EmptyState
        title={t('contacts.page.missing')}
        text={t('contacts.page.missingText')}
        action={<Button onClick={() => goTo('contacts')}>{t('contacts.page.back')}</Button>}
      />
    )
  return <Contact contact={contact} />
}

function Contact({ contact }: { readonly contact: LoggedContact }) {
  const { t } = useTranslation()
  const line = useContactLine()
  const instantText = useInstantText()
  const run = useRun()
  const imported = useDocument().contactImports.find(({ id }) => id === contact.importId)
  return (
    <>
      <a className="text-link small" href={hrefOf('contacts')}>
        {t('contacts.page.back')}
      </a>
      <Panel
        title={`${line.when(contact)} · ${line.how(contact)}`}
        aside={
          <Button
            variant="subtle"
            color="gray"
            onClick={() =>
              void run('contacts.remove', { contactIds: [contact.id] }).then((reply) => {
                if (reply.ok) goTo('contacts')
              })
            }
          >
            {t('contacts.page.remove')}
          </Button>
        }
      >
        <p className="small muted">
          {imported
            ? t('contacts.page.imported', { on: instantText(contact.recordedAt, 'minute'), name: imported.fileName })
            : t('contacts.page.typed', { on: instantText(contact.recordedAt, 'minute') })}
        </p>
        <FindingsOfContact contactId={contact.id} />
        <Entry key={`${contact.id}/${contact.edits.length}`} contact={contact} />
      </Panel>
      <EvidenceOfContact contactId={contact.id} />
      <EditsPanel contact={contact} />
    </>
  )
}

function Entry({ contact }: { readonly contact: LoggedContact }) {
  const { t } = useTranslation()
  const [initial] = useState(() => draftOfEntry(contact))
  const form = useEntry({ contact, initial, onSaved: () => undefined })
  return (
    <form className="stack tight" noValidate onSubmit={(event) => void form.save(event)}>
      {form.continuedFrom === null ? null : <DraftNote savedAt={form.continuedFrom} onRestart={form.restart} />}
      <EntryBasics form={form} />
      <EntryTags form={form} />
      <EntryMore form={form} />
      <div className="row">
        <Button type="submit">{t('contacts.page.save')}</Button>
      </div>
    </form>
  )
}
