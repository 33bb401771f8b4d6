import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { numberGroups, type NumberGroup } from '#domain/contact/number-groups'
import type { KnownNumber } from '#domain/contact/known-number'
import type { Party } from '#domain/loan/party'
import { useDocument, useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'

/** Rows shown at first, and added by each "more". */
const PAGE_ROWS = 100

/** Whose each number is. Several numbers of one agency count as one when the rules count calls. */
export function NumbersPage() {
  const { t } = useTranslation()
  const { contacts, numbers } = useDocument()
  const groups = useMemo(() => numberGroups(contacts, numbers), [contacts, numbers])
  const [shown, setShown] = useState(PAGE_ROWS)
  return (
    <Panel title={t('contacts.numbers.title')}>
      <p className="small muted">{t('contacts.numbers.text')}</p>
      {groups.length === 0 ? (
        <p className="muted">{t('contacts.numbers.empty')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain worded">
            <thead>
              <tr>
                <th scope="col">{t('contacts.numbers.number')}</th>
                <th scope="col">{t('contacts.numbers.kind')}</th>
                <th scope="col" className="r">
                  {t('contacts.numbers.count')}
                </th>
                <th scope="col">{t('contacts.numbers.first')}</th>
                <th scope="col">{t('contacts.numbers.last')}</th>
                <th scope="col">{t('contacts.numbers.holder')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.slice(0, shown).map((group) => (
                <NumberRow key={`${group.number.key}/${group.known?.partyId ?? ''}`} group={group} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {groups.length > shown ? (
        <div>
          <Button variant="default" onClick={() => setShown(shown + PAGE_ROWS)}>
            {t('contacts.log.more', { count: Math.min(PAGE_ROWS, groups.length - shown) })}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

function NumberRow({ group }: { readonly group: NumberGroup }) {
  const { t } = useTranslation()
  const { parties } = useDocument()
  const run = useRun()
  const { number, known, maybe } = group
  const [newName, setNewName] = useState<string | null>(null)
  const save = (holder: KnownNumber['holder'], partyId: string | null, party: Party | null = null) => {
    const made: KnownNumber = { id: known?.id ?? newId(), key: number.key, holder, partyId, name: known?.name ?? '' }
    void run('contacts.saveNumbers', { numbers: [made], parties: party ? [party] : [] })
  }
  const choose = (value: string) => {
    const party = parties.find(({ id }) => `party/${id}` === value)
    setNewName(value === 'new' ? '' : null)
    if (party) save('collector', party.id)
    else if (value === 'person' || value === 'other') save(value, null)
    else if (value === '' && known) void run('contacts.removeNumber', { numberId: known.id })
  }
  const addParty = () => {
    const name = newName?.trim() ?? ''
    if (name === '') return
    const party: Party = {
      id: newId(),
      name,
      type: 'collector',
      department: '',
      address: '',
      officialChannel: '',
      note: '',
    }
    save('collector', party.id, party)
    setNewName(null)
  }
  return (
    <tr>
      <th scope="row" className="num">
        {number.shown}
        {maybe.length === 0 ? null : (
          <div className="small muted">{t('contacts.numbers.maybe', { numbers: maybe.join(t('contacts.comma')) })}</div>
        )}
      </th>
      <td>{t(`contacts.numbers.kinds.${number.kind}`)}</td>
      <td className="r num">{group.count}</td>
      <td className="num">{group.first}</td>
      <td className="num">
        {group.last} {group.lastTime?.slice(0, 5) ?? ''}
      </td>
      <td>
        <NativeSelect
          aria-label={t('contacts.numbers.holderOf', { number: number.shown })}
          value={newName !== null ? 'new' : known ? (known.partyId ? `party/${known.partyId}` : known.holder) : ''}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('contacts.form.byUnknown') },
            ...parties.map(({ id, name }) => ({ value: `party/${id}`, label: name })),
            { value: 'person', label: t('contacts.numbers.person') },
            { value: 'other', label: t('contacts.numbers.other') },
            { value: 'new', label: t('contacts.form.byNew') },
          ]}
        />
        {newName === null ? null : (
          <div className="row tight">
            <TextInput
              aria-label={t('contacts.form.byName')}
              placeholder={t('contacts.form.byName')}
              maxLength={200}
              value={newName}
              onChange={(event) => setNewName(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') addParty()
              }}
            />
            <Button size="xs" onClick={addParty}>
              {t('common.save')}
            </Button>
          </div>
        )}
      </td>
    </tr>
  )
}
