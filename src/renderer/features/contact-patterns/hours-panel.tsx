import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#domain/contact/contact'
import { isWithin } from '#domain/contact/contact-predicates'
import { hourGrid } from '#domain/contact/patterns'
import { valueOn } from '#domain/rules/value-on'
import { ChartOrTable, HeatMap } from '../../charts'
import { ruleBook } from '../../rule-book'
import { useToday } from '../../state/app-context'

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const

/** Weekday by hour, with the hours marked in which nobody should call. */
export function HoursPanel({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { t } = useTranslation()
  const quiet = useQuietHours()
  const grid = useMemo(() => hourGrid(contacts), [contacts])
  const rows = DAYS.map((day) => ({ label: t(`patterns.weekday.${day}`), counts: grid.counts[day] ?? [] }))
  const isQuiet = (hour: number): boolean =>
    quiet !== null && isWithin(`${HOURS[hour] ?? '00'}:00`, quiet.from, quiet.to)
  const atNight = rows.reduce(
    (sum, { counts }) => sum + counts.reduce((all, count, hour) => all + (isQuiet(hour) ? count : 0), 0),
    0,
  )
  const said = t('patterns.hours.said', { count: atNight, from: quiet?.from ?? '', to: quiet?.to ?? '' })
  return (
    <ChartOrTable
      title={t('patterns.hours.title')}
      chart={
        <>
          <HeatMap
            description={said}
            rows={rows}
            columns={HOURS}
            most={grid.most}
            isMarked={isQuiet}
            markLabel={said}
          />
          {grid.withoutTime === 0 ? null : (
            <p className="small muted">{t('patterns.hours.noTime', { count: grid.withoutTime })}</p>
          )}
        </>
      }
      table={
        <div className="chart-table table-scroll" role="group" aria-label={t('patterns.hours.title')} tabIndex={0}>
          <table className="plain">
            <caption className="visually-hidden">{said}</caption>
            <thead>
              <tr>
                <th scope="col">{t('patterns.hours.hour')}</th>
                {rows.map(({ label }) => (
                  <th scope="col" className="r" key={label}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {HOURS.map((hour, at) => (
                <tr key={hour}>
                  <th scope="row" className="num">
                    {hour}:00 {isQuiet(at) ? <span className="pill">{t('patterns.hours.quiet')}</span> : null}
                  </th>
                  {rows.map(({ label, counts }) => (
                    <td className="r num" key={label}>
                      {counts[at] ?? 0}
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

/** The hours of the rule as it is today; null when it has none. */
function useQuietHours(): { readonly from: string; readonly to: string } | null {
  const today = useToday()
  const rule = ruleBook.rules.find(({ check }) => check?.predicate === 'T1')
  const value = rule && valueOn(rule, today)
  return value?.kind === 'value' && value.period.value.kind === 'hours' ? value.period.value : null
}
