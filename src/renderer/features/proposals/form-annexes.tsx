import type { Annex } from '#domain/letter/proposal'
import { ActionIcon, Button, Checkbox, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import type { ProposalDraft } from './use-proposal-draft'

/** What goes with the letter, and whether the ID number is printed whole. */
export function FormAnnexes({ edit }: { readonly edit: ProposalDraft }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { annexes, showFullId } = edit.draft
  const replace = (at: number, part: Partial<Annex>) =>
    void edit.set({ annexes: annexes.map((annex, index) => (index === at ? { ...annex, ...part } : annex)) })
  const add = () => {
    if (text.trim() === '') return
    void edit.set({ annexes: [...annexes, { kind: 'other', text: text.trim(), isIncluded: true }] })
    setText('')
  }
  return (
    <Panel title={t('proposals.form.annexes')}>
      <div className="stack tight">
        {annexes.map((annex, at) => {
          const name = annex.kind === 'other' ? annex.text : t(`proposals.form.annex_${annex.kind}`)
          return (
            // Annexes have no identity but their place.
            <div className="row between nowrap" key={at}>
              <Checkbox
                label={name}
                checked={annex.isIncluded}
                onChange={(event) => replace(at, { isIncluded: event.currentTarget.checked })}
              />
              {annex.kind === 'other' ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('proposals.form.annexRemove', { name })}
                  onClick={() => void edit.set({ annexes: annexes.filter((_, index) => index !== at) })}
                >
                  <Icon name="trash" />
                </ActionIcon>
              ) : null}
            </div>
          )
        })}
      </div>
      <div className="row nowrap">
        <TextInput
          className="grow"
          aria-label={t('proposals.form.annexOther')}
          placeholder={t('proposals.form.annexOther')}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add()
          }}
        />
        <Button variant="default" onClick={add}>
          {t('proposals.form.annexAdd')}
        </Button>
      </div>
      <Switch
        label={t('proposals.form.showFullId')}
        description={t('proposals.form.showFullIdHint')}
        checked={showFullId}
        onChange={(event) => void edit.set({ showFullId: event.currentTarget.checked })}
      />
    </Panel>
  )
}
