import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exhibit } from '#domain/evidence/exhibit'
import { goTo, hrefOf } from '../../app/router'
import { useDocument, useRun } from '../../state/app-context'
import { DateInput } from '../../ui/date-input'
import { EmptyState } from '../../ui/empty-state'
import { Panel } from '../../ui/panel'
import { CustodyTable } from './custody-table'
import { ExhibitFiles } from './exhibit-files'
import { ProvenContacts } from './proven-contacts'

/** One item of the index: its files to look at and hear, what it says, and where its files have been. */
export function ExhibitPage({ exhibitId }: { readonly exhibitId: string }) {
  const { t } = useTranslation()
  const { exhibits, custody } = useDocument()
  const at = exhibits.findIndex(({ id }) => id === exhibitId)
  const exhibit = exhibits[at]
  if (!exhibit)
    return (
      <EmptyState
        title={t('evidence.page.missing')}
        text={t('evidence.page.missingText')}
        action={<Button onClick={() => goTo('evidence')}>{t('evidence.page.back')}</Button>}
      />
    )
  const ids = new Set(exhibit.attachmentIds)
  return (
    <>
      <a className="text-link small" href={hrefOf('evidence')}>
        {t('evidence.page.back')}
      </a>
      <ExhibitFiles exhibit={exhibit} />
      <ExhibitForm key={exhibit.id} exhibit={exhibit} number={at + 1} />
      <Panel title={t('evidence.page.custody')}>
        <CustodyTable entries={custody.filter(({ subjectId }) => ids.has(subjectId))} />
      </Panel>
    </>
  )
}

function ExhibitForm({ exhibit, number }: { readonly exhibit: Exhibit; readonly number: number }) {
  const { t } = useTranslation()
  const run = useRun()
  const [draft, setDraft] = useState(exhibit)
  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    const { attachmentIds } = exhibit
    const reply = await run('evidence.saveExhibit', {
      exhibit: {
        ...draft,
        title: draft.title.trim(),
        attachmentIds,
        contactIds: draft.contactIds,
      },
    })
    if (reply.ok) goTo('evidence')
  }
  const text = (field: 'source' | 'proves' | 'originalKept') => (
    <Textarea
      label={t(`evidence.field.${field}`)}
      description={t(`evidence.hint.${field}`)}
      autosize
      minRows={1}
      maxLength={4000}
      value={draft[field]}
      onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
    />
  )
  return (
    <Panel
      title={t('evidence.page.title', { number })}
      aside={
        <Button
          variant="subtle"
          color="gray"
          onClick={() =>
            void run('evidence.removeExhibit', { exhibitId: exhibit.id }).then((reply) => {
              if (reply.ok) goTo('evidence')
            })
          }
        >
          {t('evidence.page.remove')}
        </Button>
      }
    >
      <form className="stack tight" noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('evidence.field.title')}
          maxLength={200}
          autoComplete="off"
          value={draft.title}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
        {text('source')}
        {text('proves')}
        {text('originalKept')}
        <DateInput
          label={t('evidence.field.madeOn')}
          value={draft.madeOn}
          onChange={(madeOn) => setDraft({ ...draft, madeOn })}
        />
        <Checkbox
          checked={draft.showsOthers}
          onChange={(event) => setDraft({ ...draft, showsOthers: event.currentTarget.checked })}
          label={t('evidence.field.showsOthers')}
        />
        <ProvenContacts chosen={draft.contactIds} onChange={(contactIds) => setDraft({ ...draft, contactIds })} />
        <div>
          <Button type="submit">{t('common.save')}</Button>
        </div>
      </form>
    </Panel>
  )
}
