import type { BudgetLine } from '#domain/budget/budget'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { MoneyText } from '../../ui/money-text'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import { draftOf, emptyDraft, linesOf, sidePerMonth, withLine, withoutLine, type Side } from './budget-selectors'
import { LineRow } from './line-row'

/** Incomes, essentials or other spending as a table whose cells are typed in. */
export function LineTable({ side }: { readonly side: Side }) {
  const { t } = useTranslation()
  const { budget } = useDocument()
  const today = useToday()
  const run = useRun()
  const [newRowId, setNewRowId] = useState<string | null>(null)
  const lines = linesOf(budget, side)
  const save = async (line: BudgetLine) => {
    const reply = await run('budget.save', { budget: withLine(budget, line) })
    if (reply.ok && line.id === newRowId) setNewRowId(null)
  }
  const remove = async (line: BudgetLine) => {
    const reply = await run('budget.save', { budget: withoutLine(budget, line.id) })
    if (reply.ok) notifications.show({ message: t('budget.removed', { name: line.name }) })
  }
  const isEmpty = lines.length === 0 && newRowId === null
  return (
    <Panel
      title={t(`budget.side.${side}`)}
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" />}
          disabled={newRowId !== null}
          onClick={() => setNewRowId(newId())}
        >
          {t(`budget.add.${side}`)}
        </Button>
      }
    >
      <p className="small muted">{t(`budget.sideHint.${side}`)}</p>
      {isEmpty ? (
        <p className="muted">{t(`budget.empty.${side}`)}</p>
      ) : (
        <div className="table-scroll" role="group" aria-label={t(`budget.side.${side}`)} tabIndex={0}>
          <table className="plain budget-lines">
            <Head side={side} />
            <tbody>
              {lines.map((line) => (
                <LineRow
                  // A line changed from outside (undo) is typed anew.
                  key={JSON.stringify(line)}
                  side={side}
                  id={line.id}
                  saved={draftOf(line)}
                  isNew={false}
                  onCommit={(next) => void save(next)}
                  onRemove={() => void remove(line)}
                />
              ))}
              {newRowId === null ? null : (
                <LineRow
                  key={newRowId}
                  side={side}
                  id={newRowId}
                  saved={emptyDraft(side)}
                  isNew
                  onCommit={(line) => void save(line)}
                  onRemove={() => setNewRowId(null)}
                />
              )}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={side === 'other' ? 1 : 2}>
                  {t('budget.monthly')}
                </th>
                <td colSpan={7}>
                  <MoneyText fen={sidePerMonth(budget, side, today)} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Panel>
  )
}

const COLUMNS = ['name', 'category', 'amount', 'cadence', 'day', 'startsOn', 'endsOn', 'certainty'] as const

function Head({ side }: { readonly side: Side }) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        {COLUMNS.filter((column) => side !== 'other' || column !== 'category').map((column) => (
          <th scope="col" key={column}>
            {t(`budget.column.${column}`)}
          </th>
        ))}
        <th scope="col">
          <span className="visually-hidden">{t('budget.column.actions')}</span>
        </th>
      </tr>
    </thead>
  )
}
