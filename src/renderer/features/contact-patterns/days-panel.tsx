import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#domain/contact/contact'
import { dayCounts } from '#domain/contact/patterns'
import { valueOn } from '#domain/rules/value-on'
import { BarsChart, ChartOrTable } from '../../charts'
import { ruleBook } from '../../rule-book'
import { useToday } from '../../state/app-context'

interface DaysPanelProps {
  readonly contacts: readonly Contact[]
  readonly institutionOf: (contact: Contact) => string | null
}

/** Contacts of each day beside the line for answered calls of one institution. */
export function DaysPanel({ contacts, institutionOf }: DaysPanelProps) {
  const { t } = useTranslation()
  const days = useMemo(() => dayCounts(contacts, institutionOf), [contacts, institutionOf])
  const lines = { answered: useLine('T2'), unanswered: useLine('T3') }
  const over = days.filter(({ answered }) => lines.answered !== null && answered > lines.answered).length
  const said = t('patterns.days.said', { days: days.length, over, line: lines.answered ?? 0 })
  const series = (['all', 'answered', 'unanswered'] as const).map((id) => ({
    id,
    label: t(`patterns.days.${id}`),
    values: days.map((day) => day[id]),
  }))
  return (
    <ChartOrTable
      title={t('patterns.days.title')}
      chart={
        <>
          <BarsChart
            description={said}
            days={days.map(({ on }) => on.slice(5))}
            series={series}
            line={
              lines.answered === null
                ? null
                : { at: lines.answered, label: t('patterns.days.line', { line: lines.answered }) }
            }
          />
          <p className="small muted">{said}</p>
        </>
      }
      table={
        <div className="chart-table table-scroll" role="group" aria-label={t('patterns.days.title')} tabIndex={0}>
          <table className="plain">
            <caption className="visually-hidden">{said}</caption>
            <thead>
              <tr>
                <th scope="col">{t('findings.on')}</th>
                {series.map(({ id, label }) => (
                  <th scope="col" className="r" key={id}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...days].reverse().map((day) => (
                <tr key={day.on}>
                  <th scope="row" className="num">
                    {day.on}
                  </th>
                  {(['all', 'answered', 'unanswered'] as const).map((id) => (
                    <td className="r num" key={id}>
                      {day[id]}
                      {id !== 'all' && lines[id] !== null && day[id] > (lines[id] ?? 0) ? (
                        <span className="pill a">{t('patterns.days.over')}</span>
                      ) : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  )
}

/** The line a counting rule draws today; null when it draws none. */
function useLine(predicate: 'T2' | 'T3'): number | null {
  const today = useToday()
  const rule = ruleBook.rules.find(({ check }) => check?.predicate === predicate)
  const value = rule && valueOn(rule, today)
  return value?.kind === 'value' && value.period.value.kind === 'count' ? value.period.value.count : null
}
