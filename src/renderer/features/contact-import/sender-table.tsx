import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { soundsLikeCollection, type SenderChoice, type SenderGroup } from '#domain/contact/import-choices'
import type { Party } from '#domain/loan/party'
import { newId } from '../../ui/new-id'

interface SenderTableProps {
  readonly groups: readonly SenderGroup[]
  readonly parties: readonly Party[]
  readonly choiceOf: (group: SenderGroup) => SenderChoice
  readonly onChoose: (group: SenderGroup, choice: SenderChoice) => void
  readonly onNewParty: (party: Party) => void
}

/** Rows shown at first, and added by each "more". */
const PAGE_ROWS = 40

/** Each sender with a look at what it said, whether it is taken, and who it is. */
export function SenderTable(props: SenderTableProps) {
  const { t } = useTranslation()
  const { groups } = props
  const [shown, setShown] = useState(PAGE_ROWS)
  return (
    <>
      <div className="table-scroll">
        <table className="plain worded">
          <caption className="visually-hidden">{t('contactImport.senders.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contactImport.senders.take')}</th>
              <th scope="col">{t('contactImport.senders.sender')}</th>
              <th scope="col" className="r">
                {t('contactImport.senders.count')}
              </th>
              <th scope="col">{t('contactImport.senders.said')}</th>
              <th scope="col">{t('contactImport.senders.who')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, shown).map((group) => (
              <SenderRow key={group.key} group={group} {...props} />
            ))}
          </tbody>
        </table>
      </div>
      {groups.length > shown ? (
        <div>
          <Button size="xs" variant="default" onClick={() => setShown(shown + PAGE_ROWS)}>
            {t('contacts.log.more', { count: Math.min(PAGE_ROWS, groups.length - shown) })}
          </Button>
        </div>
      ) : null}
    </>
  )
}

interface SenderRowProps extends SenderTableProps {
  readonly group: SenderGroup
}

function SenderRow({ group, parties, choiceOf, onChoose, onNewParty }: SenderRowProps) {
  const { t } = useTranslation()
  const [newName, setNewName] = useState<string | null>(null)
  const choice = choiceOf(group)
  const shown = group.number?.shown ?? (group.name === '' ? t('contactImport.senders.hidden') : group.name)
  const sample =
    group.records.find(({ text }) => soundsLikeCollection(text)) ?? group.records.find(({ text }) => text !== '')
  const add = () => {
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
    onNewParty(party)
    onChoose(group, { isTaken: true, partyId: party.id })
    setNewName(null)
  }
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('contactImport.senders.takeOf', { sender: shown })}
          checked={choice.isTaken}
          onChange={(event) => onChoose(group, { ...choice, isTaken: event.currentTarget.checked })}
        />
      </td>
      <th scope="row" className="num">
        {shown}
        {group.number !== null && group.name !== '' ? <div className="small muted">{group.name}</div> : null}
      </th>
      <td className="r num">{group.records.length}</td>
      <td className="contact-said">
        <div className="clip">{sample?.text ?? ''}</div>
        {group.hits > 0 ? (
          <span className="pill a">{t('contactImport.senders.hits', { count: group.hits })}</span>
        ) : null}
      </td>
      <td>
        {choice.isTaken ? (
          <NativeSelect
            aria-label={t('contacts.numbers.holderOf', { number: shown })}
            value={newName === null ? (choice.partyId ?? '') : 'new'}
            onChange={(event) => {
              const chosen = event.currentTarget.value
              setNewName(chosen === 'new' ? '' : null)
              if (chosen !== 'new') onChoose(group, { isTaken: true, partyId: chosen === '' ? null : chosen })
            }}
            data={[
              { value: '', label: t('contacts.form.byUnknown') },
              ...parties.map(({ id, name }) => ({ value: id, label: name })),
              { value: 'new', label: t('contacts.form.byNew') },
            ]}
          />
        ) : null}
        {newName === null ? null : (
          <div className="row tight">
            <TextInput
              aria-label={t('contacts.form.byName')}
              placeholder={t('contacts.form.byName')}
              maxLength={200}
              value={newName}
              onChange={(event) => setNewName(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add()
              }}
            />
            <Button size="xs" onClick={add}>
              {t('common.save')}
            </Button>
          </div>
        )}
      </td>
    </tr>
  )
}
