import { Button, Input, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scenario } from '#domain/plan/scenario'
import { ChoiceInput } from '../../ui/choice-input'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import { newId } from '../../ui/new-id'
import {
  CHANGE_KINDS,
  emptyChange,
  errorsOf,
  scenarioFrom,
  type ChangeDraft,
  type ScenarioDraft,
} from './scenario-draft'

interface ScenarioFormProps {
  readonly initial: ScenarioDraft
  readonly onSave: (scenario: Scenario) => Promise<boolean>
  readonly onCancel: () => void
}

/** A "what if" as it is typed: a name, the line it stands on, and what goes otherwise than the budget says. */
export function ScenarioForm({ initial, onSave, onCancel }: ScenarioFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(initial)
  const [isTried, setTried] = useState(false)
  const errors = errorsOf(draft)
  const change = (at: number, next: ChangeDraft | null) =>
    setDraft({
      ...draft,
      changes: draft.changes.flatMap((each, index) => (index === at ? (next ? [next] : []) : [each])),
    })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    const scenario = scenarioFrom(draft)
    if (scenario) void onSave(scenario)
  }
  return (
    <form className="stack tight scenario-form" noValidate onSubmit={submit}>
      <TextInput
        label={t('compare.scenario.name')}
        required
        maxLength={200}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        error={isTried && errors.name ? t('compare.scenario.needName') : undefined}
      />
      <TextInput
        label={t('compare.scenario.assumption')}
        description={t('compare.scenario.assumptionHint')}
        maxLength={400}
        autoComplete="off"
        value={draft.assumption}
        onChange={(event) => setDraft({ ...draft, assumption: event.currentTarget.value })}
      />
      {draft.changes.map((each, at) => (
        <ChangeFields
          key={each.key}
          change={each}
          number={at + 1}
          isTried={isTried}
          errors={errors.changes[at]}
          onChange={(next) => change(at, next)}
        />
      ))}
      {isTried && errors.empty ? <Input.Error>{t('compare.scenario.needChange')}</Input.Error> : null}
      <div className="row">
        {CHANGE_KINDS.map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            onClick={() => setDraft({ ...draft, changes: [...draft.changes, emptyChange(kind, newId())] })}
          >
            {t(`compare.scenario.add.${kind}`)}
          </Button>
        ))}
      </div>
      <div className="row">
        <Button type="submit">{t('compare.scenario.save')}</Button>
        <Button variant="default" onClick={onCancel}>
          {t('compare.scenario.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface ChangeFieldsProps {
  readonly change: ChangeDraft
  readonly number: number
  readonly isTried: boolean
  readonly errors: { readonly on: boolean; readonly amount: boolean } | undefined
  readonly onChange: (next: ChangeDraft | null) => void
}

function ChangeFields({ change, number, isTried, errors, onChange }: ChangeFieldsProps) {
  const { t } = useTranslation()
  const { kind } = change
  return (
    <fieldset className="scenario-change">
      <legend>{t(`compare.scenario.kind.${kind}`, { number })}</legend>
      {kind === 'raise' ? (
        <ChoiceInput
          label={t('compare.scenario.direction')}
          value={change.isLess ? 'less' : 'more'}
          choices={['more', 'less']}
          words={(way) => t(`compare.scenario.${way}`)}
          onChange={(way) => onChange({ ...change, isLess: way === 'less' })}
        />
      ) : null}
      <DateInput
        label={t(`compare.scenario.when.${kind}`)}
        required
        value={change.on}
        onChange={(on) => onChange({ ...change, on })}
        error={isTried && errors?.on ? t('compare.scenario.needDay') : undefined}
      />
      {kind === 'startLater' ? null : (
        <MoneyInput
          label={t(`compare.scenario.sum.${kind}`)}
          required
          value={change.amountFen}
          onChange={(amountFen) => onChange({ ...change, amountFen })}
          error={isTried && errors?.amount ? t('compare.scenario.needSum') : undefined}
        />
      )}
      <Button
        size="xs"
        variant="subtle"
        aria-label={t('compare.scenario.dropOf', { number })}
        onClick={() => onChange(null)}
      >
        {t('compare.scenario.drop')}
      </Button>
    </fieldset>
  )
}
