import { NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '#domain/contact/contact'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { ScamShield } from '../escalation'
import { useContactLine } from './contact-line'
import { DangerStrip } from './danger-strip'
import { filtered, logRows, NO_FILTER, type LogFilter } from './log-filter'
import { LogTable } from './log-table'
import { PromisesPanel } from './promises-panel'
import { QuickEntry } from './quick-entry'

const WHOM = ['all', 'me', 'third', 'out'] as const

/** Entry, what the other side promised, and everything that was logged, newest first. */
export function LogPage() {
  const { t } = useTranslation()
  const document = useDocument()
  const rows = useMemo(() => logRows(document), [document])
  return (
    <>
      <DangerStrip />
      <QuickEntry />
      <PromisesPanel />
      <ScamShield />
      {rows.length === 0 ? <p className="muted">{t('contacts.log.empty')}</p> : <Log rows={rows} />}
    </>
  )
}

function Log({ rows }: { readonly rows: ReturnType<typeof logRows> }) {
  const { t } = useTranslation()
  const line = useContactLine()
  const [filter, setFilter] = useState<LogFilter>(NO_FILTER)
  const used = useDeferredValue(filter)
  const shown = useMemo(() => filtered(rows, used), [rows, used])
  const last = rows[0]
  return (
    <Panel
      title={t('contacts.log.title', { count: rows.length })}
      aside={
        last ? (
          <span className="pill">
            {t('contacts.log.last', { when: line.when(last.contact), by: last.by || last.contact.number || '' })}
          </span>
        ) : null
      }
    >
      <div className="row">
        <TextInput
          className="filter"
          aria-label={t('contacts.log.search')}
          placeholder={t('contacts.log.search')}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t('contacts.log.channelFilter')}
          value={filter.channel}
          onChange={(event) => setFilter({ ...filter, channel: event.currentTarget.value as LogFilter['channel'] })}
          data={[
            { value: 'all', label: t('contacts.log.allChannels') },
            ...CHANNELS.map((channel) => ({ value: channel, label: t(`contacts.channel.${channel}`) })),
          ]}
        />
        <NativeSelect
          aria-label={t('contacts.log.whomFilter')}
          value={filter.whom}
          onChange={(event) => setFilter({ ...filter, whom: event.currentTarget.value as LogFilter['whom'] })}
          data={WHOM.map((whom) => ({ value: whom, label: t(`contacts.log.filter.${whom}`) }))}
        />
      </div>
      {shown.length === 0 ? (
        <p className="muted" role="status">
          {t('contacts.log.noMatch')}
        </p>
      ) : (
        <LogTable rows={shown} />
      )}
    </Panel>
  )
}
