import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { PageHeader } from '../../ui/page-header'
import { PageLinks } from '../../ui/page-links'
import { ContactPage } from './contact-page'
import { contactPages } from './contact-pages'
import { LogPage } from './log-page'
import './contacts.css'

/** `#/contacts` the log, the pages of `contact-pages`, and `#/contacts/<id>` one contact. */
export function ContactsRoom({ rest }: RoomProps) {
  const { t } = useTranslation()
  const [first = ''] = rest
  const page = contactPages.find(({ path }) => path === first)
  const Page = page?.component ?? LogPage
  return (
    <div className="stack">
      <PageHeader title={t('contacts.title')} sub={t('contacts.sub')} />
      <PageLinks
        label={t('contacts.pages.label')}
        pages={contactPages.map(({ path, labelKey }) => ({
          href: `#/contacts${path && `/${path}`}`,
          label: t(labelKey),
          isHere: path === page?.path,
        }))}
      />
      {page ? <Page rest={rest.slice(1)} /> : <ContactPage key={first} contactId={first} />}
    </div>
  )
}
