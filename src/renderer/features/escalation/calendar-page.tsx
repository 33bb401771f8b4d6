import { Button, Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarEntries, type CalendarEntry } from '#domain/escalation/calendar-entries'
import { hrefOf } from '../../app/router'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import { downloadText } from '../../ui/download-text'
import { icsOf } from '../calendar'
import { useLadder } from './use-ladder'

/** Everything dated about contacts and steps, by month, and as a calendar file. */
export function CalendarPage() {
  const { t } = useTranslation()
  const { document, findings, today, partyIds, rules } = useLadder()
  const [isNamed, setNamed] = useState(false)
  const entries = useMemo(
    () => calendarEntries(document, partyIds, findings, rules),
    [document, partyIds, findings, rules],
  )
  const words = useEntryText()
  const months = [...new Set(entries.map(({ on }) => on.slice(0, 7)))]
  const save = () => {
    const items = entries.map((entry) => ({
      id: entry.id,
      on: entry.on,
      title: isNamed ? words.named(entry) : words.plain(entry),
    }))
    downloadText('calendar.ics', 'text/calendar', icsOf(items, t('escalation.calendar.name')))
  }
  return (
    <Panel
      title={t('escalation.calendar.title')}
      aside={
        entries.length === 0 ? null : (
          <Button leftSection={<Icon name="download" />} onClick={save}>
            {t('escalation.calendar.save')}
          </Button>
        )
      }
    >
      <p className="small muted">{t('escalation.calendar.text')}</p>
      {entries.length === 0 ? (
        <p className="muted">{t('escalation.calendar.empty')}</p>
      ) : (
        <>
          <Checkbox
            checked={isNamed}
            onChange={(event) => setNamed(event.currentTarget.checked)}
            label={t('escalation.calendar.named')}
          />
          {months.map((month) => (
            <section key={month} aria-label={month}>
              <h3 className="num">{month}</h3>
              <ul className="plain-list">
                {entries
                  .filter(({ on }) => on.startsWith(month))
                  .map((entry) => (
                    <li key={entry.id} className="row">
                      <span className={entry.on < today ? 'pill a num' : 'pill num'}>{entry.on}</span>
                      <a className="text-link" href={linkOf(entry)}>
                        {words.named(entry)}
                      </a>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Panel>
  )
}

function linkOf(entry: CalendarEntry): string {
  switch (entry.what) {
    case 'answer':
      return hrefOf('escalation', entry.id.replace(/^answer-/, ''))
    case 'policeLimit':
      return hrefOf('escalation')
    case 'court':
      return hrefOf('escalation', 'court')
    case 'promise':
      return hrefOf('contacts', entry.contactId)
  }
}

/** What an entry is called: with names in the app, without them in a calendar outside unless the person wants it. */
function useEntryText() {
  const { t } = useTranslation()
  const { document } = useLadder()
  const party = (id: string | null): string => document.parties.find((each) => each.id === id)?.name ?? ''
  return {
    plain: ({ what }: CalendarEntry): string => t(`escalation.calendar.plain.${what}`),
    named: (entry: CalendarEntry): string => {
      switch (entry.what) {
        case 'answer':
          return t('escalation.calendar.answer', {
            step: t(`escalation.kind.${entry.step}`),
            party: party(entry.partyId),
          })
        case 'policeLimit':
          return t('escalation.calendar.policeLimit', { party: party(entry.partyId) })
        case 'court':
          return t('escalation.calendar.court', { what: t(`escalation.court.kinds.${entry.paper.kind}`) })
        case 'promise':
          return t('escalation.calendar.promise', {
            text: document.contacts.find(({ id }) => id === entry.contactId)?.theirPromise?.text ?? '',
          })
      }
    },
  }
}
