import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { channelsFor, isToConfirm } from '#domain/escalation/channel'
import type { EscalationKind } from '#domain/escalation/escalation'
import type { Rung } from '#domain/escalation/ladder'
import type { PartyId } from '#domain/loan/party'
import { goTo, hrefOf } from '../../app/router'
import { useApp, useToday } from '../../state/app-context'
import { complaintWordsOf, officialChannels } from './escalation-words'
import { useStartStep } from './start-step'

/** Steps that may be begun although the log gives no ground of its own: the person knows what it was about. */
const MAY_START: ReadonlySet<Rung['state']> = new Set(['open', 'onlyCredit', 'done'])

export function RungRow({ rung, partyId }: { readonly rung: Rung; readonly partyId: PartyId }) {
  const { t } = useTranslation()
  const start = useStartStep()
  const { kind, state, escalation, clock } = rung
  const isOpen = state === 'open'
  return (
    <li className={isOpen ? 'rung open' : 'rung'}>
      <div className="row between">
        <h3>{t(`escalation.kind.${kind}`)}</h3>
        <span className={state === 'lapsed' ? 'pill a' : isOpen ? 'pill t' : 'pill'}>
          {t(`escalation.state.${state}`, { on: clock?.movesTo ?? clock?.dueOn ?? '' })}
        </span>
      </div>
      <p>{t(`escalation.about.${kind}`)}</p>
      <Channels kind={kind} />
      <div className="row">
        {escalation ? (
          <Button size="xs" variant="default" onClick={() => goTo('escalation', escalation.id)}>
            {t(escalation.sent ? 'escalation.ladder.see' : 'escalation.ladder.continue')}
          </Button>
        ) : null}
        {MAY_START.has(state) ? (
          <Button
            size="xs"
            variant={isOpen ? 'light' : 'default'}
            aria-label={t('escalation.ladder.startOf', { step: t(`escalation.kind.${kind}`) })}
            onClick={() => start(kind, partyId)}
          >
            {t('escalation.ladder.start')}
          </Button>
        ) : null}
        <Sources kind={kind} />
      </div>
    </li>
  )
}

function Channels({ kind }: { readonly kind: EscalationKind }) {
  const { t } = useTranslation()
  const language = useApp((state) => state.preferences.language)
  const today = useToday()
  return channelsFor(officialChannels, kind).map((channel) => (
    <p className="small" key={channel.id}>
      {channel.name[language]}
      {channel.contact === null ? null : <strong className="num"> {channel.contact}</strong>}
      {channel.note === null ? null : ` ${channel.note[language]}`}{' '}
      <span className="muted">{t('escalation.channel.asOf', { on: channel.asOf })}</span>{' '}
      {isToConfirm(channel, today) ? <span className="pill a">{t('escalation.channel.confirm')}</span> : null}
    </p>
  ))
}

/** The rules a step rests on, to read. */
function Sources({ kind }: { readonly kind: EscalationKind }) {
  const { t } = useTranslation()
  const ids = [...new Set(complaintWordsOf('zh-CN').closing[kind].flatMap(({ rules }) => rules))]
  if (ids.length === 0) return null
  return (
    <span className="small muted">
      {t('escalation.ladder.sources')}
      {ids.map((id, at) => (
        <a className="text-link" key={id} href={hrefOf('rights', id)}>
          {at + 1}
        </a>
      ))}
    </span>
  )
}
