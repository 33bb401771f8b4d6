import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entriesOf, likelyChoice, senderGroups, type SenderChoice } from '#domain/contact/import-choices'
import { keptName } from '#domain/attachment/file-name'
import type { Party } from '#domain/loan/party'
import type { ReadAnswer } from '#workers/imports/read-contacts'
import { useDocument, useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import { SenderTable } from './sender-table'

interface TakeOverProps {
  readonly answer: Extract<ReadAnswer, { kind: 'read' }>
  readonly fileName: string
  /** How many contacts were added; null when it was left. */
  readonly onDone: (added: number | null) => void
}

/** What a file holds, sender by sender: only what is chosen comes into the log. */
export function TakeOver({ answer, fileName, onDone }: TakeOverProps) {
  const { t } = useTranslation()
  const document = useDocument()
  const run = useRun()
  const groups = useMemo(() => senderGroups(answer.contacts, document.numbers), [answer, document.numbers])
  const [choices, setChoices] = useState<ReadonlyMap<string, SenderChoice>>(new Map())
  const [parties, setParties] = useState<readonly Party[]>([])
  const choiceOf = (group: (typeof groups)[number]): SenderChoice => choices.get(group.key) ?? likelyChoice(group)
  const { entries, known } = useMemo(
    () => entriesOf(groups, (group) => choices.get(group.key) ?? likelyChoice(group), document.contacts, newId),
    [groups, choices, document.contacts],
  )
  const days = answer.contacts.map(({ on }) => on).sort()
  const dropped = Object.entries(answer.dropped)
  const add = async () => {
    const chosen = groups.filter((group) => choiceOf(group).isTaken && choiceOf(group).partyId !== null)
    const used = new Set(entries.map(({ byPartyId }) => byPartyId))
    const reply = await run('contacts.import', {
      from: {
        id: newId(),
        at: 0,
        source: answer.source,
        fileName: keptName(fileName === '' ? t('contactImport.pasted') : fileName),
        added: entries.length,
        known,
        dropped: answer.dropped,
      },
      entries: [...entries],
      parties: parties.filter(({ id }) => used.has(id)),
      numbers: chosen.flatMap((group) =>
        group.number && group.number.kind !== 'masked' && !group.known
          ? [{ id: newId(), key: group.number.key, holder: 'collector', partyId: choiceOf(group).partyId, name: '' }]
          : [],
      ),
    })
    if (reply.ok) onDone(entries.length)
  }
  return (
    <Panel title={t('contactImport.found.title', { source: t(`contactImport.source.${answer.source}`) })}>
      <p>
        {t('contactImport.found.facts', {
          count: answer.contacts.length,
          from: days[0] ?? '',
          to: days.at(-1) ?? '',
          senders: groups.length,
        })}
      </p>
      {answer.isCut ? (
        <p className="card amber">{t('contactImport.found.cut', { count: answer.contacts.length })}</p>
      ) : null}
      {dropped.length === 0 ? null : (
        <p className="small muted">
          {t('contactImport.found.dropped')}
          {dropped
            .map(([why, count]) => t(`contactImport.dropped.${why as 'broken'}`, { count }))
            .join(t('contacts.comma'))}
        </p>
      )}
      {answer.source === 'callBill' ? <p className="card amber">{t('contactImport.found.noMissed')}</p> : null}
      <p className="small muted">{t('contactImport.found.privacy')}</p>
      <SenderTable
        groups={groups}
        parties={[...document.parties, ...parties]}
        choiceOf={choiceOf}
        onChoose={(group, choice) => setChoices(new Map([...choices, [group.key, choice]]))}
        onNewParty={(party) => setParties([...parties, party])}
      />
      <p role="status">{t('contactImport.found.will', { count: entries.length, known })}</p>
      <div className="row">
        <Button disabled={entries.length === 0} onClick={() => void add()}>
          {t('contactImport.found.add', { count: entries.length })}
        </Button>
        <Button variant="default" onClick={() => onDone(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </Panel>
  )
}
