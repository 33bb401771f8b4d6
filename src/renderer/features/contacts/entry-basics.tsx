import { Autocomplete, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNELS, REACHED } from '#domain/contact/contact'
import { ChoiceInput } from '../../ui/choice-input'
import { DateInput } from '../../ui/date-input'
import { ByField } from './by-field'
import { isToOthers } from './entry-draft'
import type { EntryForm } from './use-entry'
import { YesNoField } from './yes-no-field'

/** Who, when, how, to whom, what was said: all a call at night needs. */
export function EntryBasics({ form }: { readonly form: EntryForm }) {
  const { t } = useTranslation()
  const { draft, change, errors, parties, known } = form
  return (
    <>
      <div className="entry-channel">
        <span className="yes-no-label" id="entry-channel">
          {t('contacts.form.channel')}
        </span>
        <SegmentedControl
          aria-labelledby="entry-channel"
          value={draft.channel}
          onChange={(channel) => change({ channel: channel })}
          transitionDuration={0}
          data={CHANNELS.map((channel) => ({ value: channel, label: t(`contacts.channel.${channel}`) }))}
        />
      </div>
      <div className="entry-grid">
        <DateInput
          label={t('contacts.form.on')}
          required
          value={draft.on}
          onChange={(on) => change({ on })}
          error={errors.on ? t(`contacts.form.error.on.${errors.on}`) : undefined}
        />
        <TextInput
          label={t('contacts.form.time')}
          description={t('contacts.form.timeHint')}
          autoComplete="off"
          maxLength={20}
          value={draft.time}
          onChange={(event) => change({ time: event.currentTarget.value })}
          error={errors.time ? t('contacts.form.error.time') : undefined}
        />
        <Autocomplete
          label={t('contacts.form.number')}
          description={known ? t('contacts.form.numberKnown') : undefined}
          autoComplete="off"
          maxLength={60}
          value={draft.number}
          onChange={(number) => change({ number })}
          data={form.numberChoices}
          limit={8}
        />
        <ByField
          label={t('contacts.form.by')}
          value={draft.by}
          parties={parties}
          onChange={(by) => change({ by })}
          error={errors.by ? t('contacts.form.error.by') : undefined}
        />
        <ChoiceInput
          label={t('contacts.form.reached')}
          value={draft.reached}
          choices={REACHED}
          words={(reached) => t(`contacts.reached.${reached}`)}
          onChange={(reached) => change({ reached })}
        />
        {isToOthers(draft) ? (
          <TextInput
            label={t('contacts.form.person')}
            description={t('contacts.form.personHint')}
            maxLength={200}
            autoComplete="off"
            value={draft.person}
            onChange={(event) => change({ person: event.currentTarget.value })}
          />
        ) : null}
        {draft.channel === 'call' ? (
          <YesNoField
            label={t('contacts.form.answered')}
            value={draft.answered}
            words={{ yes: t('contacts.form.answeredYes'), no: t('contacts.form.answeredNo') }}
            onChange={(answered) => change({ answered })}
          />
        ) : null}
        {isToOthers(draft) ? (
          <YesNoField
            label={t('contacts.form.reachable')}
            words={{ yes: t('contacts.form.reachableYes'), no: t('contacts.form.reachableNo') }}
            value={draft.reachable}
            onChange={(reachable) => change({ reachable })}
          />
        ) : null}
      </div>
      <Textarea
        label={t('contacts.form.said')}
        description={t('contacts.form.saidHint')}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.said}
        onChange={(event) => change({ said: event.currentTarget.value })}
      />
    </>
  )
}
