import type { LoanKind } from '#domain/loan/terms'
import type { Party } from '#domain/loan/party'
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import type { EventDraft, EventErrors, EventKind } from './event-draft'
import { PartyField } from './party-field'

const PURPOSES = ['due', 'prepay', 'settle'] as const
const DRAWN = ['purchase', 'cash'] as const
const CARD_CHARGES = ['cardInstalment', 'fee', 'expense'] as const
const CHARGES = ['fee', 'expense'] as const
const CAUSES = ['demand', 'autoDebit', 'assignmentNotice', 'coDebtorAct', 'lawsuit', 'promise'] as const
const PARTS = ['interestFen', 'penaltyFen', 'lateFeeFen', 'otherFeeFen', 'overduePrincipalFen'] as const

interface EventFieldsProps {
  readonly kind: EventKind
  readonly loanKind: LoanKind
  readonly draft: EventDraft
  readonly parties: readonly Party[]
  readonly errorWord: (field: keyof EventErrors) => string | undefined
  readonly onChange: (part: Partial<EventDraft>) => void
}

/** The fields one kind of event has beside amount, date and note. */
export function EventFields({ kind, loanKind, draft, parties, errorWord, onChange }: EventFieldsProps) {
  const { t } = useTranslation()
  switch (kind) {
    case 'payment':
      return loanKind === 'revolving' ? null : (
        <ChoiceInput
          label={t('contract.event.purpose.label')}
          description={t(`contract.event.purpose.hint.${draft.purpose}`)}
          value={draft.purpose}
          choices={PURPOSES}
          words={(value) => t(`contract.event.purpose.${value}`)}
          onChange={(purpose) => onChange({ purpose })}
        />
      )
    case 'balanceStated':
      return <StatedParts draft={draft} onChange={onChange} />
    case 'drawdown':
      return (
        <ChoiceInput
          label={t('contract.event.drawn.label')}
          value={draft.drawn}
          choices={DRAWN}
          words={(value) => t(`contract.event.drawn.${value}`)}
          onChange={(drawn) => onChange({ drawn })}
        />
      )
    case 'charge':
      return (
        <ChoiceInput
          label={t('contract.event.charged.label')}
          value={draft.charged}
          choices={loanKind === 'revolving' ? CARD_CHARGES : CHARGES}
          words={(value) => t(`contract.event.charged.${value}`)}
          onChange={(charged) => onChange({ charged })}
        />
      )
    case 'assigned':
    case 'subrogated':
      return (
        <>
          <PartyField
            label={t(`contract.event.party.${kind}`)}
            newType={kind === 'subrogated' ? 'guarantor' : 'unknown'}
            value={draft.party}
            parties={parties}
            error={errorWord('party')}
            onChange={(party) => onChange({ party })}
          />
          <DateInput
            label={t('contract.event.verifiedOn')}
            description={t('contract.event.verifiedHint')}
            value={draft.verifiedOn}
            error={errorWord('verifiedOn')}
            onChange={(verifiedOn) => onChange({ verifiedOn })}
          />
          {kind === 'assigned' ? (
            <Checkbox
              label={t('contract.event.planGoesOn')}
              description={t('contract.event.planGoesOnHint')}
              checked={draft.planGoesOn}
              onChange={(event) => onChange({ planGoesOn: event.currentTarget.checked })}
            />
          ) : null}
        </>
      )
    case 'settlementQuoted':
      return (
        <DateInput
          label={t('contract.event.validUntil')}
          value={draft.validUntil}
          error={errorWord('validUntil')}
          onChange={(validUntil) => onChange({ validUntil })}
        />
      )
    case 'interruption':
      return (
        <ChoiceInput
          label={t('loan.page.interruptionKind')}
          value={draft.cause}
          choices={CAUSES}
          words={(value) => t(`loan.page.events.cause.${value}`)}
          onChange={(cause) => onChange({ cause })}
        />
      )
    case 'accelerated':
    case 'correction':
    case 'reversal':
      return null
  }
}

function StatedParts({ draft, onChange }: Pick<EventFieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation()
  return (
    <>
      {PARTS.map((part) => (
        <MoneyInput
          key={part}
          label={t(`loan.form.stated.${part}`)}
          value={draft[part]}
          onChange={(value) => onChange({ [part]: value })}
        />
      ))}
      <CountInput
        label={t('loan.form.stated.daysLate')}
        max={20_000}
        value={draft.daysLate}
        onChange={(daysLate) => onChange({ daysLate })}
      />
      <DateInput
        label={t('loan.form.stated.nextDueOn')}
        value={draft.nextDueOn}
        onChange={(nextDueOn) => onChange({ nextDueOn })}
      />
    </>
  )
}
