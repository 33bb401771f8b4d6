import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useDocument, useToday } from '../../state/app-context'
import { beijingNow } from '../../shell/beijing-now'
import { Disclosure } from '../../ui/disclosure'
import { DraftNote } from '../../ui/draft-note'
import { Panel } from '../../ui/panel'
import { FindingsOfContact } from '../contact-findings'
import { useContactLine } from './contact-line'
import { EntryBasics } from './entry-basics'
import { emptyEntry } from './entry-draft'
import { EntryMore } from './entry-more'
import { EntryTags } from './entry-tags'
import { useEntry } from './use-entry'

/** A contact that just happened, in twenty seconds: it begins with now, and a known number names its caller. */
export function QuickEntry() {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<readonly string[]>([])
  const last = saved.at(-1)
  return (
    <Panel title={t('contacts.quick.title')}>
      {/* Each entry begins anew, with the time it is then. */}
      <EntryForm key={saved.length} onSaved={(contactId) => setSaved([...saved, contactId])} />
      {last === undefined ? null : <Saved contactId={last} />}
    </Panel>
  )
}

function EntryForm({ onSaved }: { readonly onSaved: (contactId: string) => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const [initial] = useState(() => {
    const now = beijingNow()
    return emptyEntry(today, now?.on === today ? now.time : '')
  })
  const form = useEntry({ contact: null, initial, onSaved })
  return (
    <form
      className="stack tight"
      noValidate
      onSubmit={(event) => void form.save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.save(event)
      }}
    >
      {form.continuedFrom === null ? null : <DraftNote savedAt={form.continuedFrom} onRestart={form.restart} />}
      <EntryBasics form={form} />
      <EntryTags form={form} />
      <Disclosure summary={t('contacts.quick.more')} mustBeOpen={form.errors.people !== undefined}>
        <EntryMore form={form} />
      </Disclosure>
      <div className="row">
        <Button type="submit">{t('contacts.quick.save')}</Button>
        <span className="small muted">{t('contacts.quick.keys')}</span>
      </div>
    </form>
  )
}

function Saved({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation()
  const line = useContactLine()
  const contact = useDocument().contacts.find(({ id }) => id === contactId)
  return (
    <div role="status" className="card calm">
      {contact ? (
        <div className="stack tight">
          <p>
            {t('contacts.quick.saved', { when: line.when(contact), how: line.how(contact) })}{' '}
            <a className="text-link" href={hrefOf('contacts', contactId)}>
              {t('contacts.quick.open')}
            </a>
          </p>
          <FindingsOfContact contactId={contactId} />
        </div>
      ) : null}
    </div>
  )
}
