import type { Party, PartyType } from '#domain/loan/party'
import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PartyDraft } from './loan-draft'

interface PartyFieldProps {
  readonly label: string
  readonly value: PartyDraft
  readonly parties: readonly Party[]
  /** What a party typed here most likely is. */
  readonly newType: PartyType
  readonly error: string | undefined
  readonly onChange: (party: PartyDraft) => void
}

/** A party already on record, or another one by its name. */
export function PartyField({ label, value, parties, newType, error, onChange }: PartyFieldProps) {
  const { t } = useTranslation()
  const isNew = value.id === null
  return (
    <div className="stack tight">
      <NativeSelect
        label={label}
        withAsterisk
        value={value.id ?? ''}
        onChange={(event) => {
          const chosen = parties.find(({ id }) => id === event.currentTarget.value)
          onChange(chosen ?? { id: null, name: '', type: newType })
        }}
        data={[
          { value: '', label: t('contract.event.party.other') },
          ...parties.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {isNew ? (
        <TextInput
          label={t('contract.event.party.name')}
          description={t('contract.event.party.nameHint')}
          withAsterisk
          maxLength={200}
          value={value.name}
          error={error}
          onChange={(event) => onChange({ id: null, name: event.currentTarget.value, type: newType })}
        />
      ) : null}
    </div>
  )
}
