import type { BudgetLine } from '#domain/budget/budget'
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { Icon } from '../../ui/icon'
import { MoneyInput } from '../../ui/money-input'
import { CATEGORIES, lineFrom, type LineDraft, type LineProblem, type Side } from './budget-selectors'

const CADENCES: readonly BudgetLine['cadence'][] = ['monthly', 'weekly', 'twoWeeks', 'quarterly', 'yearly', 'once']
const CERTAINTIES: readonly BudgetLine['certainty'][] = ['sure', 'likely', 'estimate']

interface LineRowProps {
  readonly side: Side
  readonly id: string
  readonly saved: LineDraft
  readonly isNew: boolean
  readonly onCommit: (line: BudgetLine) => void
  readonly onRemove: () => void
}

/** One line of the budget. It is saved as one command when the focus leaves the row, or on Enter. */
export function LineRow({ side, id, saved, isNew, onCommit, onRemove }: LineRowProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(saved)
  const [problem, setProblem] = useState<LineProblem | null>(null)
  const row = useRef<HTMLTableRowElement>(null)
  const change = (part: Partial<LineDraft>) => setDraft((now) => ({ ...now, ...part }))
  const commit = (isLeaving: boolean) => {
    if (isLeaving && isNew && draft.name.trim() === '' && draft.amountFen === null) {
      onRemove()
      return
    }
    const line = lineFrom(draft, side, id)
    setProblem(line.ok ? null : line.error)
    if (line.ok && (isNew || JSON.stringify(draft) !== JSON.stringify(saved))) onCommit(line.value)
  }
  const onBlur = (event: FocusEvent) => {
    // A calendar opened from the row lives outside of it: only a focus that really went elsewhere saves.
    const next = event.relatedTarget
    if (next === null || row.current?.contains(next) || next.closest('[data-portal]') !== null) return
    commit(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) commit(false)
    if (event.key === 'Escape' && isNew) onRemove()
    else if (event.key === 'Escape') setDraft(saved)
  }
  const name = draft.name.trim() === '' ? t('budget.newRow') : draft.name
  const label = (field: Exclude<keyof LineDraft, 'amountFen'> | 'amount') => t(`budget.field.${field}`, { row: name })
  const errorOf = (...codes: readonly Exclude<LineProblem, 'amount'>[]) => {
    const code = codes.find((candidate) => candidate === problem)
    return code === undefined ? undefined : t(`budget.problem.${code}`)
  }
  return (
    <tr ref={row} onBlur={onBlur} onKeyDown={onKeyDown} data-line={id}>
      <td className="budget-name">
        <TextInput
          aria-label={label('name')}
          value={draft.name}
          maxLength={200}
          autoFocus={isNew}
          error={errorOf('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </td>
      {side === 'other' ? null : (
        <td className="budget-category">
          <NativeSelect
            aria-label={label('category')}
            value={draft.category}
            onChange={(event) => change({ category: event.currentTarget.value as BudgetLine['category'] })}
            data={CATEGORIES[side].map((value) => ({ value, label: t(`budget.category.${value}`) }))}
          />
        </td>
      )}
      <td className="budget-amount">
        <MoneyInput
          isLabelHidden
          label={label('amount')}
          value={draft.amountFen}
          onChange={(amountFen) => change({ amountFen })}
          error={problem === 'amount' ? t('errors.amount.amount_empty') : undefined}
        />
      </td>
      <td className="budget-cadence">
        <NativeSelect
          aria-label={label('cadence')}
          value={draft.cadence}
          onChange={(event) => change({ cadence: event.currentTarget.value as BudgetLine['cadence'] })}
          data={CADENCES.map((value) => ({ value, label: t(`budget.cadence.${value}`) }))}
        />
      </td>
      <td className="budget-day">
        <TextInput
          aria-label={label('day')}
          title={t('budget.dayHint')}
          value={draft.day}
          inputMode="numeric"
          maxLength={2}
          error={errorOf('day')}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
      </td>
      <td className="budget-date">
        <DateInput
          isLabelHidden
          label={label('startsOn')}
          value={dateOrNull(draft.startsOn)}
          onChange={(value) => change({ startsOn: value ?? '' })}
          error={errorOf('onceNeedsDay')}
        />
      </td>
      <td className="budget-date">
        <DateInput
          isLabelHidden
          label={label('endsOn')}
          value={dateOrNull(draft.endsOn)}
          onChange={(value) => change({ endsOn: value ?? '' })}
          error={errorOf('order', 'date')}
        />
      </td>
      <td className="budget-certainty">
        <NativeSelect
          aria-label={label('certainty')}
          value={draft.certainty}
          onChange={(event) => change({ certainty: event.currentTarget.value as BudgetLine['certainty'] })}
          data={CERTAINTIES.map((value) => ({ value, label: t(`budget.certainty.${value}`) }))}
        />
      </td>
      <td className="budget-remove">
        <ActionIcon variant="subtle" color="gray" aria-label={t('budget.remove', { name })} onClick={onRemove}>
          <Icon name="trash" />
        </ActionIcon>
      </td>
    </tr>
  )
}

const dateOrNull = (text: string): LineDateValue => (text === '' ? null : (text as NonNullable<LineDateValue>))
type LineDateValue = BudgetLine['startsOn']
