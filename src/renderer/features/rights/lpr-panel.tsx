import { RATE_SCALE } from '#domain/rate/interest-rate'
import type { LprEntry } from '#domain/rate/lpr-entry'
import { lprTable, timesLpr, type LprRow } from '#domain/rules/lpr-table'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDocument, useRun } from '../../state/app-context'
import { percentText } from '../../ui/rate-text'
import { ruleBook } from '../../rule-book'
import { withLprEntry, withoutLprEntry } from './lpr-draft'
import { LprForm } from './lpr-form'

const FOUR_TIMES = 40_000

/** The LPR by date, newest first: what came with the program and what the person entered, and who says so. */
export function LprPanel() {
  const { t } = useTranslation()
  const { settings } = useDocument()
  const run = useRun()
  const table = lprTable(ruleBook, settings.lprEntries)
  if (table === null) return null
  const save = async (lprEntries: readonly LprEntry[]): Promise<boolean> =>
    (await run('settings.save', { settings: { ...settings, lprEntries } })).ok
  const percent = (parts: number) => percentText(parts / RATE_SCALE, 2)
  const source = (row: LprRow) => {
    if (row.source === 'user') return t('rights.lpr.byYou')
    return t(row.isDayDerived ? 'rights.lpr.builtInDerived' : 'rights.lpr.builtIn')
  }
  return (
    <section className="lpr stack tight" aria-label={t('rights.lpr.title')}>
      <p className="small muted">{t('rights.lpr.asOf', { on: table.asOf })}</p>
      <div className="table-scroll lpr-scroll" role="group" aria-label={t('rights.lpr.title')} tabIndex={0}>
        <table className="plain small">
          <thead>
            <tr>
              <th scope="col">{t('rights.lpr.from')}</th>
              <th scope="col" className="r">
                {t('rights.lpr.rate')}
              </th>
              <th scope="col" className="r">
                {t('rights.lpr.fourTimes')}
              </th>
              <th scope="col">{t('rights.lpr.source')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('rights.lpr.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {[...table.rows].reverse().map((row) => (
              <tr key={row.from}>
                <td className="num">{row.from}</td>
                <td className="r num">{percent(row.partsPerTenMillion)}</td>
                <td className="r num">{percent(timesLpr(row, FOUR_TIMES))}</td>
                <td>{source(row)}</td>
                <td className="r">
                  {row.source === 'user' ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('rights.lpr.removeOf', { on: row.from })}
                      onClick={() => void save(withoutLprEntry(settings.lprEntries, row.from))}
                    >
                      {t('common.remove')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LprForm
        firstOn={table.rows[0]?.from ?? table.asOf}
        onAdd={(entry) => save(withLprEntry(settings.lprEntries, entry))}
      />
    </section>
  )
}
