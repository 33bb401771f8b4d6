import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { entryOf, type LoggedContact, type TheirPromise } from '#domain/contact/logged-contact'
import { hrefOf } from '../../app/router'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { useContactLine } from './contact-line'

type Promised = LoggedContact & { readonly theirPromise: TheirPromise }

/** What the other side promised and has not been followed to its end: by day, what is overdue said so. */
export function PromisesPanel() {
  const { t } = useTranslation()
  const line = useContactLine()
  const run = useRun()
  const today = useToday()
  const { contacts } = useDocument()
  const open = contacts
    .filter((contact): contact is Promised => contact.theirPromise !== null && contact.theirPromise.kept === null)
    .sort((left, right) => ((left.theirPromise.by ?? '9') < (right.theirPromise.by ?? '9') ? -1 : 1))
  if (open.length === 0) return null
  const settle = (contact: Promised, kept: boolean) =>
    void run('contacts.save', {
      entry: { ...entryOf(contact), theirPromise: { ...contact.theirPromise, kept } },
      parties: [],
      numbers: [],
    })
  return (
    <Panel title={t('contacts.promises.title')}>
      <ul className="plain-list">
        {open.map((contact) => {
          const { text, by } = contact.theirPromise
          return (
            <li key={contact.id} className="row between">
              <span>
                <a className="text-link num" href={hrefOf('contacts', contact.id)}>
                  {line.when(contact)}
                </a>{' '}
                {text}{' '}
                {by === null ? null : (
                  <span className={by < today ? 'pill a' : 'pill'}>
                    {t(by < today ? 'contacts.promises.overdue' : 'contacts.promises.by', { on: by })}
                  </span>
                )}
              </span>
              <span className="row tight">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('contacts.promises.keptOf', { text })}
                  onClick={() => settle(contact, true)}
                >
                  {t('contacts.promises.kept')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('contacts.promises.brokenOf', { text })}
                  onClick={() => settle(contact, false)}
                >
                  {t('contacts.promises.broken')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
