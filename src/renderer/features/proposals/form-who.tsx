import { proposalKindFor, type ProposalInput } from '#domain/letter/compose-proposal'
import { recipientOf } from '#domain/letter/recipient'
import type { ProposalKind } from '#domain/letter/proposal'
import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { recipientChoices } from './proposal-selectors'
import type { ProposalDraft } from './use-proposal-draft'

const KINDS: readonly ProposalKind[] = ['extension', 'renegotiation', 'cardInstalment']

interface FormWhoProps {
  readonly input: ProposalInput
  readonly edit: ProposalDraft
}

/** To whom, which letter, in which language. */
export function FormWho({ input, edit }: FormWhoProps) {
  const { t } = useTranslation()
  const { loan, parties, state } = input
  const { draft } = edit
  const choices = recipientChoices(loan, parties)
  const platform = parties.find(({ id }) => id === loan.parties.platformId)
  const lenderCount = loan.parties.contractLenders.length
  const usual = proposalKindFor(loan, state)
  return (
    <Panel title={t('proposals.form.who')}>
      {choices.length === 0 ? (
        <p className="card amber">{t('proposals.form.recipientNone')}</p>
      ) : (
        <NativeSelect
          label={t('proposals.form.recipient')}
          description={t('proposals.form.recipientHint')}
          value={recipientOf(input)?.id ?? ''}
          onChange={(event) => void edit.set({ recipientId: event.currentTarget.value })}
          data={choices.map(({ party, role }) => ({
            value: party.id,
            label: `${party.name} · ${t(`proposals.form.role${role}`)}`,
          }))}
        />
      )}
      {lenderCount > 1 ? (
        <p className="small desk-note">
          {t('proposals.form.recipientPlatform', {
            platform: platform?.name ?? t('common.unknown'),
            count: lenderCount,
          })}
        </p>
      ) : null}
      <NativeSelect
        label={t('proposals.form.kind')}
        value={draft.kind}
        onChange={(event) => void edit.set({ kind: event.currentTarget.value as ProposalKind })}
        data={KINDS.map((kind) => ({ value: kind, label: t(`proposals.kind.${kind}`) }))}
      />
      <p className="small muted">
        {t(`proposals.kindWhy.${draft.kind}`)} {t('proposals.kindSource')}
      </p>
      {draft.kind === usual ? null : (
        <p className="small desk-note" role="status">
          {t('proposals.kindUsual', { kind: t(`proposals.kind.${usual}`) })}
        </p>
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('proposals.form.language')}
        value={draft.language}
        onChange={(value) => void edit.set({ language: value === 'en' ? 'en' : 'zh-CN' })}
        data={[
          { value: 'zh-CN', label: t('proposals.form.zh') },
          { value: 'en', label: t('proposals.form.en') },
        ]}
      />
    </Panel>
  )
}
