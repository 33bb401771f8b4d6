import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#domain/contact/contact'
import { numberGroups } from '#domain/contact/number-groups'
import { institutionCounts } from '#domain/contact/patterns'
import { ChartOrTable } from '../../charts'
import { useDocument } from '../../state/app-context'

interface SendersPanelProps {
  readonly contacts: readonly Contact[]
  readonly institutionOf: (contact: Contact) => string | null
}

/** Numbers shown as bars; the table has them all. */
const BARS = 12

/** By institution with its agencies, and by number. */
export function SendersPanel({ contacts, institutionOf }: SendersPanelProps) {
  const { t } = useTranslation()
  const { parties, numbers } = useDocument()
  const name = (partyId: string | null): string =>
    parties.find(({ id }) => id === partyId)?.name ?? t('contacts.row.nobody')
  const institutions = useMemo(() => institutionCounts(contacts, institutionOf), [contacts, institutionOf])
  const groups = useMemo(
    () =>
      numberGroups(
        contacts.filter(({ direction }) => direction === 'in'),
        numbers,
      ),
    [contacts, numbers],
  )
  const bars = [
    ...institutions.map(({ partyId, count }) => ({ key: `i ${partyId ?? ''}`, label: name(partyId), count })),
    ...groups.slice(0, BARS).map(({ number, count }) => ({ key: `n ${number.key}`, label: number.shown, count })),
  ]
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <ChartOrTable
      title={t('patterns.senders.title')}
      chart={
        <ul className="count-bars">
          {bars.map(({ key, label, count }) => (
            <li key={key}>
              <span>{label}</span>
              <span className="count-bar" style={{ width: `${(100 * count) / most}%` }} aria-hidden="true" />
              <span className="num">{count}</span>
            </li>
          ))}
        </ul>
      }
      table={
        <div className="chart-table table-scroll" role="group" aria-label={t('patterns.senders.title')} tabIndex={0}>
          <table className="plain">
            <caption className="visually-hidden">{t('patterns.senders.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('patterns.senders.who')}</th>
                <th scope="col" className="r">
                  {t('contacts.numbers.count')}
                </th>
                <th scope="col">{t('contacts.numbers.last')}</th>
              </tr>
            </thead>
            <tbody>
              {institutions.map(({ partyId, count, last }) => (
                <tr key={partyId ?? ''}>
                  <th scope="row">{name(partyId)}</th>
                  <td className="r num">{count}</td>
                  <td className="num">{last}</td>
                </tr>
              ))}
              {groups.map(({ number, count, last }) => (
                <tr key={number.key}>
                  <th scope="row" className="num">
                    {number.shown}
                  </th>
                  <td className="r num">{count}</td>
                  <td className="num">{last}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  )
}
