import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BillColumns } from '#domain/contact/call-bill'
import type { ReadAnswer } from '#workers/imports/read-contacts'
import { useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import type { ContactReading } from './use-contact-reading'

const ROLES = ['number', 'start', 'direction', 'duration'] as const

interface ColumnMapperProps {
  readonly question: Extract<ReadAnswer, { kind: 'needsColumns' }>
  readonly reading: ContactReading
}

/** Which column of an unknown list is which: asked once, then known by its row of names. */
export function ColumnMapper({ question, reading }: ColumnMapperProps) {
  const { t } = useTranslation()
  const run = useRun()
  const [columns, setColumns] = useState<BillColumns>({ number: -1, start: -1, direction: -1, duration: -1 })
  const width = Math.max(...question.rows.map((row) => row.length))
  const isEnough = columns.number >= 0 && columns.start >= 0 && columns.direction >= 0
  const go = () => {
    void run('contacts.saveLayout', { layout: { id: newId(), header: question.header, columns } })
    reading.answerColumns(question.header, columns)
  }
  return (
    <Panel title={t('contactImport.columns.title')}>
      <p className="small muted">{t('contactImport.columns.text')}</p>
      <div className="entry-grid">
        {ROLES.map((role) => (
          <NativeSelect
            key={role}
            label={t(`contactImport.columns.${role}`)}
            value={String(columns[role])}
            onChange={(event) => setColumns({ ...columns, [role]: Number(event.currentTarget.value) })}
            data={[
              { value: '-1', label: t('contactImport.columns.none') },
              ...Array.from({ length: width }, (_, at) => ({
                value: String(at),
                label: t('contactImport.columns.at', { number: at + 1, sample: question.rows.at(-1)?.[at] ?? '' }),
              })),
            ]}
          />
        ))}
      </div>
      <div className="table-scroll">
        <table className="plain">
          <caption className="visually-hidden">{t('contactImport.columns.sample')}</caption>
          <tbody>
            {question.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button disabled={!isEnough} onClick={go}>
          {t('contactImport.columns.go')}
        </Button>
        <Button variant="default" onClick={reading.stop}>
          {t('common.cancel')}
        </Button>
      </div>
    </Panel>
  )
}
