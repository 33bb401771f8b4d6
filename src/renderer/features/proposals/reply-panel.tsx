import type { Proposal, ReplyRecord } from '#domain/letter/proposal'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun, useToday } from '../../state/app-context'
import { DateInput } from '../../ui/date-input'
import { Panel } from '../../ui/panel'
import { OfferFields, OfferPanel } from '../agreed'

const KINDS: readonly ReplyRecord['kind'][] = ['agreed', 'otherTerms', 'refused', 'noneByDate']
const MEANS: readonly NonNullable<ReplyRecord['means']>[] = ['writtenSupplement', 'newPlanInApp', 'recordedCall']

/** What the lender answered. Only writing, a new plan in the app or a recorded call make new terms. */
export function ReplyPanel({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { reply } = proposal
  return (
    <Panel title={t('proposals.reply.title')}>
      {reply ? <ReplyText reply={reply} /> : <p>{t('proposals.reply.waiting', { date: proposal.replyBy })}</p>}
      {reply && !isOpen && (reply.kind === 'agreed' || reply.terms !== null) ? (
        <OfferPanel proposal={proposal} reply={reply} />
      ) : null}
      {isOpen ? (
        <ReplyForm proposal={proposal} onDone={() => setOpen(false)} />
      ) : (
        <div>
          <Button variant={reply ? 'default' : 'filled'} onClick={() => setOpen(true)}>
            {t(reply ? 'proposals.reply.change' : 'proposals.reply.record')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function ReplyText({ reply }: { readonly reply: ReplyRecord }) {
  const { t } = useTranslation()
  const { kind, on, means, reference, note } = reply
  const text =
    kind === 'agreed'
      ? means === null
        ? t('proposals.reply.notYetContract')
        : t('proposals.reply.agreedText', { date: on, means: t(`proposals.reply.means_${means}`) })
      : kind === 'otherTerms'
        ? t('proposals.reply.otherText', { date: on })
        : kind === 'refused'
          ? t('proposals.reply.refusedText', { date: on })
          : t('proposals.reply.noneText', { date: on })
  return (
    <>
      <p>{text}</p>
      {reference === '' ? null : <p className="small muted">{reference}</p>}
      {note === '' ? null : <p className="small preserve">{note}</p>}
    </>
  )
}

function ReplyForm({ proposal, onDone }: { readonly proposal: Proposal; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const run = useRun()
  const [kind, setKind] = useState<ReplyRecord['kind']>(proposal.reply?.kind ?? 'agreed')
  const [on, setOn] = useState<ReplyRecord['on'] | null>(proposal.reply?.on ?? today)
  const [means, setMeans] = useState<ReplyRecord['means']>(proposal.reply?.means ?? null)
  const [reference, setReference] = useState(proposal.reply?.reference ?? '')
  const [note, setNote] = useState(proposal.reply?.note ?? '')
  const [terms, setTerms] = useState(proposal.reply?.terms ?? proposal.request)
  const [condition, setCondition] = useState(proposal.reply?.condition ?? '')
  const [breach, setBreach] = useState(proposal.reply?.breach ?? '')
  const hasTerms = kind === 'agreed' || kind === 'otherTerms'
  const save = async () => {
    if (on === null) return
    const reply: ReplyRecord = {
      kind,
      on,
      means: hasTerms ? means : null,
      reference: reference.trim(),
      note,
      terms: kind === 'otherTerms' ? terms : kind === 'agreed' ? proposal.request : null,
      condition: hasTerms ? condition.trim() : '',
      breach: hasTerms ? breach.trim() : '',
    }
    const answer = await run('proposals.recordReply', { proposalId: proposal.id, reply })
    if (answer.ok) onDone()
  }
  return (
    <div className="stack tight">
      <NativeSelect
        label={t('proposals.reply.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as ReplyRecord['kind'])}
        data={KINDS.map((value) => ({ value, label: t(`proposals.reply.kind_${value}`) }))}
      />
      <DateInput label={t('proposals.reply.on')} required value={on} onChange={setOn} />
      {kind === 'otherTerms' ? <OfferFields terms={terms} onChange={setTerms} /> : null}
      {kind === 'noneByDate' ? <p className="small muted">{t('agreed.offer.silence')}</p> : null}
      {hasTerms ? (
        <>
          <NativeSelect
            label={t('proposals.reply.means')}
            description={t('proposals.reply.meansHint')}
            value={means ?? ''}
            onChange={(event) => setMeans(MEANS.find((value) => value === event.currentTarget.value) ?? null)}
            data={[
              { value: '', label: t('proposals.reply.means_none') },
              ...MEANS.map((value) => ({ value, label: t(`proposals.reply.means_${value}`) })),
            ]}
          />
          <TextInput
            label={t('proposals.reply.reference')}
            maxLength={200}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <Textarea
            label={t('agreed.offer.condition')}
            autosize
            maxLength={2000}
            value={condition}
            onChange={(event) => setCondition(event.currentTarget.value)}
          />
          <Textarea
            label={t('agreed.offer.breach')}
            autosize
            maxLength={2000}
            value={breach}
            onChange={(event) => setBreach(event.currentTarget.value)}
          />
        </>
      ) : null}
      <Textarea
        label={t('proposals.reply.note')}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="row">
        <Button disabled={on === null} onClick={() => void save()}>
          {t('proposals.reply.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('proposals.reply.cancel')}
        </Button>
      </div>
    </div>
  )
}
