import type { Proposal } from '#domain/letter/proposal'
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { Panel } from '../../ui/panel'
import type { ProposalDraft } from './use-proposal-draft'

const ITEMS: readonly Proposal['disputed'][number][] = ['interest', 'penalty', 'lateFee', 'otherFee']

/** The cause in one's own words, where the first payment comes from, what to check, a smaller step, the dates. */
export function FormWhy({ edit }: { readonly edit: ProposalDraft }) {
  const { t } = useTranslation()
  const { draft, change, commit, set } = edit
  const save = () => void commit()
  return (
    <>
      <Panel title={t('proposals.form.why')}>
        <Textarea
          label={t('proposals.form.cause')}
          description={t('proposals.form.causeHint')}
          placeholder={t('proposals.form.causePlaceholder')}
          autosize
          minRows={4}
          maxLength={4000}
          value={draft.cause}
          onChange={(event) => change({ cause: event.currentTarget.value })}
          onBlur={save}
        />
        <TextInput
          label={t('proposals.form.firstPaymentSource')}
          description={t('proposals.form.firstPaymentHint')}
          maxLength={200}
          value={draft.firstPaymentSource}
          onChange={(event) => change({ firstPaymentSource: event.currentTarget.value })}
          onBlur={save}
        />
      </Panel>
      <Panel title={t('proposals.form.check')}>
        <Checkbox.Group
          label={t('proposals.form.disputed')}
          description={t('proposals.form.disputedHint')}
          value={[...draft.disputed]}
          onChange={(values) => void set({ disputed: ITEMS.filter((item) => values.includes(item)) })}
        >
          <div className="row desk-checks">
            {ITEMS.map((item) => (
              <Checkbox key={item} value={item} label={t(`proposals.form.disputed_${item}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <Textarea
          label={t('proposals.form.fallback')}
          description={t('proposals.form.fallbackHint')}
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.fallback}
          onChange={(event) => change({ fallback: event.currentTarget.value })}
          onBlur={save}
        />
        <div className="grid two">
          <DateInput
            label={t('proposals.form.writtenOn')}
            description={'\u00a0'}
            value={draft.writtenOn}
            onChange={(writtenOn) => {
              if (writtenOn !== null) void set({ writtenOn })
            }}
          />
          <DateInput
            label={t('proposals.form.replyBy')}
            description={t('proposals.form.replyByHint')}
            value={draft.replyBy}
            onChange={(replyBy) => {
              if (replyBy !== null) void set({ replyBy })
            }}
          />
        </div>
      </Panel>
    </>
  )
}
