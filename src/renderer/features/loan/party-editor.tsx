import type { Party, PartyType } from '#domain/loan/party'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'

const TYPES: readonly PartyType[] = [
  'unknown',
  'bank',
  'consumerFinance',
  'microLoan',
  'trust',
  'autoFinance',
  'unlicensedCompany',
  'privatePerson',
  'guarantor',
  'platform',
  'collector',
  'other',
]

interface PartyEditorProps {
  readonly party: Party
  readonly onDone: () => void
}

/** Who a party is and where letters to it go. */
export function PartyEditor({ party, onDone }: PartyEditorProps) {
  const { t } = useTranslation()
  const run = useRun()
  const form = useForm<Party>({
    initialValues: party,
    validate: { name: (name) => (name.trim() === '' ? t('loan.page.parties.editor.nameMissing') : null) },
  })
  const save = async (values: Party) => {
    const reply = await run('ledger.saveParty', { party: { ...values, name: values.name.trim() } })
    if (reply.ok) onDone()
  }
  const text = (key: 'name' | 'department' | 'address' | 'officialChannel') => ({
    label: t(`loan.page.parties.editor.${key}`),
    maxLength: 200,
    autoComplete: 'off',
    ...form.getInputProps(key),
  })
  return (
    <form className="stack tight" noValidate onSubmit={form.onSubmit((values) => void save(values))}>
      <div className="grid two top">
        <TextInput {...text('name')} withAsterisk autoFocus />
        <NativeSelect
          label={t('loan.page.parties.editor.type')}
          value={form.values.type}
          onChange={(event) => form.setValues({ type: event.currentTarget.value as PartyType })}
          data={TYPES.map((value) => ({ value, label: t(`loan.party.${value}`) }))}
        />
        <TextInput {...text('department')} description={t('loan.page.parties.editor.departmentHint')} />
        <TextInput {...text('officialChannel')} description={t('loan.page.parties.editor.officialChannelHint')} />
        <TextInput {...text('address')} />
      </div>
      <div className="row">
        <Button type="submit" size="xs">
          {t('loan.page.parties.editor.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
