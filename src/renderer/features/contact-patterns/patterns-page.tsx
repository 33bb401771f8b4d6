import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactFacts } from '#domain/contact/contact-facts'
import { useDocument } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { DaysPanel } from './days-panel'
import { HoursPanel } from './hours-panel'
import { PeoplePanel } from './people-panel'
import { SendersPanel } from './senders-panel'

/** The log as pictures: when, how often, by whom, and whom else they asked. Each has its table. */
export function PatternsPage() {
  const { t } = useTranslation()
  const document = useDocument()
  const { contacts, parties } = document
  const [partyId, setPartyId] = useState('all')
  const { institutionOf } = useMemo(() => contactFacts(document), [document])
  const shown = useMemo(
    () => (partyId === 'all' ? contacts : contacts.filter((contact) => institutionOf(contact) === partyId)),
    [contacts, institutionOf, partyId],
  )
  const known = useMemo(() => new Set(contacts.map(institutionOf)), [contacts, institutionOf])
  if (contacts.length === 0) return <EmptyState title={t('patterns.empty')} text={t('contacts.log.empty')} />
  return (
    <>
      <div className="row between">
        <NativeSelect
          label={t('patterns.about')}
          value={partyId}
          onChange={(event) => setPartyId(event.currentTarget.value)}
          data={[
            { value: 'all', label: t('patterns.everybody') },
            ...parties.filter(({ id }) => known.has(id)).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {t('patterns.print')}
        </Button>
      </div>
      <HoursPanel contacts={shown} />
      <DaysPanel contacts={shown} institutionOf={institutionOf} />
      <SendersPanel contacts={shown} institutionOf={institutionOf} />
      <PeoplePanel contacts={shown} />
    </>
  )
}
