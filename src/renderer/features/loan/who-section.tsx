import type { PartyType } from '#domain/loan/party'
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { NO_LENDER, type LenderDraft } from './loan-draft'
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

const OTHERS = ['platform', 'guarantor', 'creditor', 'collector'] as const

/** Lenders of the contract, and everyone else who may write, call or be written to. */
export function WhoSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('loan.form.section.who')}>
      <LenderRows form={form} />
      <div className="grid two top">
        {OTHERS.map((role) => (
          <TextInput
            key={role}
            label={t(`loan.form.${role}`)}
            description={role === 'creditor' ? t('loan.form.creditorHint') : undefined}
            maxLength={200}
            value={form.values[role].name}
            onChange={(event) => form.setValues({ [role]: { ...form.values[role], name: event.currentTarget.value } })}
          />
        ))}
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

function LenderRows({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { lenders } = form.values
  const setLenders = (next: readonly LenderDraft[]) => {
    form.setValues({ lenders: next })
    form.clearFieldError('lenders')
  }
  const error = form.errors['lenders']
  return (
    <>
      {lenders.map((lender, at) => (
        // The place in the list is the identity of a row being typed.
        <LenderRow
          key={at}
          lender={lender}
          hasShare={lenders.length > 1}
          onChange={(part) => setLenders(lenders.map((other, index) => (index === at ? { ...other, ...part } : other)))}
        />
      ))}
      {error === undefined ? null : <p className="card amber small">{error}</p>}
      <div className="row">
        <Button
          size="xs"
          variant="default"
          disabled={lenders.length >= 10}
          onClick={() => setLenders([...lenders, NO_LENDER])}
        >
          {t('loan.form.addLender')}
        </Button>
        {lenders.length > 1 ? (
          <Button size="xs" variant="default" onClick={() => setLenders(lenders.slice(0, -1))}>
            {t('loan.form.removeLender')}
          </Button>
        ) : null}
      </div>
    </>
  )
}

interface LenderRowProps {
  readonly lender: LenderDraft
  /** A share says nothing when there is one lender. */
  readonly hasShare: boolean
  readonly onChange: (part: Partial<LenderDraft>) => void
}

function LenderRow({ lender, hasShare, onChange }: LenderRowProps) {
  const { t } = useTranslation()
  const { name, type, sharePer10000 } = lender
  return (
    <div className="grid two">
      <TextInput
        label={t('loan.form.lender')}
        description={t('loan.form.lenderHint')}
        maxLength={200}
        value={name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('loan.form.lenderType')}
        description={'\u00a0'}
        value={type}
        onChange={(event) => onChange({ type: event.currentTarget.value as PartyType })}
        data={LENDER_TYPES.map((value) => ({ value, label: t(`loan.party.${value}`) }))}
      />
      {hasShare ? (
        <NumberInput
          label={t('loan.form.lenderShare')}
          hideControls
          min={0}
          max={100}
          decimalScale={2}
          value={sharePer10000 === null ? '' : sharePer10000 / 100}
          onChange={(value) => onChange({ sharePer10000: typeof value === 'number' ? Math.round(value * 100) : null })}
        />
      ) : null}
    </div>
  )
}
