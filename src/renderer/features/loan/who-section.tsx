import type { PartyType } from '#domain/loan/party'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import type { PartyDraft } from './loan-draft'
import type { LoanForm } from './loan-fields'

const LENDER_TYPES: readonly PartyType[] = [
  'unknown',
  'bank',
  'consumerFinance',
  'microLoan',
  'trust',
  'autoFinance',
  'unlicensedCompany',
  'privatePerson',
  'other',
]

export function WhoSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { lenders, platform, guarantor } = form.values
  const setLender = (at: number, change: Partial<PartyDraft>) =>
    form.setValues({ lenders: lenders.map((lender, index) => (index === at ? { ...lender, ...change } : lender)) })
  return (
    <Panel title={t('loan.form.section.who')}>
      {lenders.map((lender, at) => (
        // The place in the list is the identity of a row being typed.
        <div className="grid two" key={at}>
          <TextInput
            label={t('loan.form.lender')}
            description={t('loan.form.lenderHint')}
            maxLength={200}
            value={lender.name}
            onChange={(event) => setLender(at, { name: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('loan.form.lenderType')}
            description={'\u00a0'}
            value={lender.type}
            onChange={(event) => setLender(at, { type: event.currentTarget.value as PartyType })}
            data={LENDER_TYPES.map((value) => ({ value, label: t(`loan.party.${value}`) }))}
          />
        </div>
      ))}
      <div className="row">
        <Button
          size="xs"
          variant="default"
          disabled={lenders.length >= 10}
          onClick={() => form.setValues({ lenders: [...lenders, { id: null, name: '', type: 'unknown' }] })}
        >
          {t('loan.form.addLender')}
        </Button>
        {lenders.length > 1 ? (
          <Button size="xs" variant="default" onClick={() => form.setValues({ lenders: lenders.slice(0, -1) })}>
            {t('loan.form.removeLender')}
          </Button>
        ) : null}
      </div>
      <div className="grid two">
        <TextInput
          label={t('loan.form.platform')}
          maxLength={200}
          value={platform.name}
          onChange={(event) => form.setValues({ platform: { ...platform, name: event.currentTarget.value } })}
        />
        <TextInput
          label={t('loan.form.guarantor')}
          maxLength={200}
          value={guarantor.name}
          onChange={(event) => form.setValues({ guarantor: { ...guarantor, name: event.currentTarget.value } })}
        />
        <TextInput label={t('loan.form.contractNumber')} maxLength={200} {...form.getInputProps('contractNumber')} />
        <TextInput
          label={t('loan.form.cardTail')}
          maxLength={4}
          inputMode="numeric"
          {...form.getInputProps('cardTail')}
        />
      </div>
    </Panel>
  )
}
