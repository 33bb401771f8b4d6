import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Party } from '#domain/loan/party'
import type { ByDraft } from './entry-draft'

interface ByFieldProps {
  readonly label: string
  readonly value: ByDraft
  readonly parties: readonly Party[]
  readonly error?: string | undefined
  readonly description?: string | undefined
  readonly onChange: (by: ByDraft) => void
}

const NEW = 'new'

/** Who called: not known, a lender or agency on record, or one typed by its name. */
export function ByField({ label, value, parties, error, description, onChange }: ByFieldProps) {
  const { t } = useTranslation()
  return (
    <div className="stack tight">
      <NativeSelect
        label={label}
        description={description}
        value={value.kind === 'party' ? `party/${value.id}` : value.kind}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          const party = parties.find(({ id }) => `party/${id}` === chosen)
          onChange(
            party ? { kind: 'party', id: party.id } : chosen === NEW ? { kind: 'new', name: '' } : { kind: 'unknown' },
          )
        }}
        data={[
          { value: 'unknown', label: t('contacts.form.byUnknown') },
          ...parties.map(({ id, name }) => ({ value: `party/${id}`, label: name })),
          { value: NEW, label: t('contacts.form.byNew') },
        ]}
      />
      {value.kind === 'new' ? (
        <TextInput
          label={t('contacts.form.byName')}
          maxLength={200}
          autoComplete="off"
          value={value.name}
          error={error}
          onChange={(event) => onChange({ kind: 'new', name: event.currentTarget.value })}
        />
      ) : null}
    </div>
  )
}
