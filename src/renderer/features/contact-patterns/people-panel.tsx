import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#domain/contact/contact'
import { peopleReached, type PersonReached } from '#domain/contact/patterns'
import { ChartOrTable } from '../../charts'
import { Panel } from '../../ui/panel'

/** Who was contacted in the person's stead: how often, told of the debt or not, and since when they had said no. */
export function PeoplePanel({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { t } = useTranslation()
  const people = useMemo(() => peopleReached(contacts), [contacts])
  const name = ({ reached, person }: PersonReached): string =>
    person === '' ? t(`contacts.reached.${reached}`) : `${t(`contacts.reached.${reached}`)} ${person}`
  if (people.length === 0)
    return (
      <Panel title={t('patterns.people.title')}>
        <p className="muted">{t('patterns.people.none')}</p>
      </Panel>
    )
  const most = Math.max(...people.map(({ count }) => count))
  return (
    <ChartOrTable
      title={t('patterns.people.title')}
      chart={
        <ul className="count-bars">
          {people.map((person) => (
            <li key={`${person.reached} ${person.person}`}>
              <span>
                {name(person)}{' '}
                {person.disclosed > 0 ? <span className="pill danger">{t('patterns.people.told')}</span> : null}
                {person.refusedOn === null ? null : <span className="pill a">{t('patterns.people.refused')}</span>}
              </span>
              <span className="count-bar" style={{ width: `${(100 * person.count) / most}%` }} aria-hidden="true" />
              <span className="num">{person.count}</span>
            </li>
          ))}
        </ul>
      }
      table={
        <div className="chart-table table-scroll" role="group" aria-label={t('patterns.people.title')} tabIndex={0}>
          <table className="plain">
            <caption className="visually-hidden">{t('patterns.people.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('contacts.form.person')}</th>
                <th scope="col" className="r">
                  {t('contacts.numbers.count')}
                </th>
                <th scope="col">{t('contacts.numbers.first')}</th>
                <th scope="col">{t('contacts.numbers.last')}</th>
                <th scope="col" className="r">
                  {t('patterns.people.told')}
                </th>
                <th scope="col">{t('patterns.people.refused')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={`${person.reached} ${person.person}`}>
                  <th scope="row">{name(person)}</th>
                  <td className="r num">{person.count}</td>
                  <td className="num">{person.first}</td>
                  <td className="num">{person.last}</td>
                  <td className="r num">{person.disclosed}</td>
                  <td className="num">{person.refusedOn ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  )
}
