import { Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { DateInput } from '../../ui/date-input'
import { isToOthers } from './entry-draft'
import type { EntryForm } from './use-entry'
import { YesNoField } from './yes-no-field'

/** The rest of a contact: what helps later and can wait. */
export function EntryMore({ form }: { readonly form: EntryForm }) {
  const { t } = useTranslation()
  const { draft, change, errors, loans } = form
  return (
    <div className="stack tight">
      <div className="entry-channel">
        <span className="yes-no-label" id="entry-direction">
          {t('contacts.form.direction')}
        </span>
        <SegmentedControl
          aria-labelledby="entry-direction"
          value={draft.direction}
          onChange={(direction) => change({ direction: direction === 'out' ? 'out' : 'in' })}
          transitionDuration={0}
          data={[
            { value: 'in', label: t('contacts.form.in') },
            { value: 'out', label: t('contacts.form.out') },
          ]}
        />
      </div>
      <div className="entry-grid">
        <TextInput
          label={t('contacts.form.saidToBe')}
          description={t('contacts.form.saidToBeHint')}
          maxLength={200}
          autoComplete="off"
          value={draft.saidToBe}
          onChange={(event) => change({ saidToBe: event.currentTarget.value })}
        />
        <ChoiceInput
          label={t('contacts.form.loan')}
          value={draft.loanId}
          choices={['', ...loans.map(({ id }) => id)]}
          words={(id) => loans.find((loan) => loan.id === id)?.name ?? t('contacts.form.noLoan')}
          onChange={(loanId) => change({ loanId })}
        />
      </div>
      <div className="row entry-questions">
        <YesNoField label={t('contacts.form.named')} value={draft.named} onChange={(named) => change({ named })} />
        {draft.channel === 'visit' ? (
          <>
            <YesNoField
              label={t('contacts.form.credentials')}
              value={draft.credentials}
              onChange={(credentials) => change({ credentials })}
            />
            <YesNoField
              label={t('contacts.form.cameIn')}
              value={draft.cameIn}
              onChange={(cameIn) => change({ cameIn })}
            />
            <TextInput
              label={t('contacts.form.people')}
              className="entry-people"
              inputMode="numeric"
              maxLength={2}
              value={draft.people}
              error={errors.people ? t('contacts.form.error.people') : undefined}
              onChange={(event) => change({ people: event.currentTarget.value })}
            />
          </>
        ) : null}
      </div>
      <Checkbox
        checked={draft.hourAgreed}
        onChange={(event) => change({ hourAgreed: event.currentTarget.checked })}
        label={t('contacts.form.hourAgreed')}
      />
      {isToOthers(draft) ? (
        <Checkbox
          checked={draft.isDebtRelated}
          onChange={(event) => change({ isDebtRelated: event.currentTarget.checked })}
          label={t('contacts.form.debtRelated')}
        />
      ) : null}
      <Textarea
        label={t('contacts.form.ownWords')}
        description={t('contacts.form.ownWordsHint')}
        autosize
        minRows={1}
        maxLength={4000}
        value={draft.ownWords}
        onChange={(event) => change({ ownWords: event.currentTarget.value })}
      />
      <div className="entry-grid">
        <TextInput
          label={t('contacts.form.promise')}
          description={t('contacts.form.promiseHint')}
          maxLength={400}
          autoComplete="off"
          value={draft.promise}
          onChange={(event) => change({ promise: event.currentTarget.value })}
        />
        {draft.promise.trim() === '' ? null : (
          <DateInput
            label={t('contacts.form.promiseBy')}
            value={draft.promiseBy}
            onChange={(promiseBy) => change({ promiseBy })}
          />
        )}
      </div>
    </div>
  )
}
