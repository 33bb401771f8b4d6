import { Chip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CONTACT_TAGS } from '#domain/contact/contact'
import type { EntryForm } from './use-entry'

/** What happened in it, one tick each. They are the person's report, not a finding. */
export function EntryTags({ form }: { readonly form: EntryForm }) {
  const { t } = useTranslation()
  const { draft, change } = form
  return (
    <fieldset className="entry-tags">
      <legend>{t('contacts.form.tags')}</legend>
      <Chip.Group
        multiple
        value={[...draft.tags]}
        onChange={(tags) => change({ tags: CONTACT_TAGS.filter((tag) => tags.includes(tag)) })}
      >
        <div className="row tight">
          {CONTACT_TAGS.map((tag) => (
            <Chip key={tag} value={tag} size="sm" variant="outline">
              {t(`contacts.tag.${tag}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </fieldset>
  )
}
