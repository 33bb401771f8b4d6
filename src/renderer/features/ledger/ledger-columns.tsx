import type { InterestRate } from '#domain/rate/interest-rate'
import { parseRate } from '#domain/rate/parse-rate'
import { ok } from '#domain/result'
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table'
import type { TFunction } from 'i18next'
import { hrefOf } from '../../app/router'
import { percentText, ratePercent } from '../../ui/rate-text'
import { StageBadge } from '../../ui/stage-badge'
import { EditableCell } from './editable-cell'
import type { LedgerRow } from './ledger-selectors'
import { RecordCell } from './record-cell'

export const ledgerFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic, text: sortFn_text },
})

const column = createColumnHelper<typeof ledgerFeatures, LedgerRow>()

export interface LedgerCommands {
  readonly rename: (row: LedgerRow, name: string) => void
  readonly setAdvertisedRate: (row: LedgerRow, rate: InterestRate | null) => void
  readonly setArchived: (row: LedgerRow, isArchived: boolean) => void
}

/** Columns whose cells are figures and stand at the end. */
export const FIGURE_COLUMNS: ReadonlySet<string> = new Set(['required', 'owed', 'advertised', 'trueRate'])

export function ledgerColumns(t: TFunction, commands: LedgerCommands) {
  return column.columns([
    column.accessor((row) => row.loan.name, {
      id: 'name',
      header: () => t('ledger.column.name'),
      sortFn: 'text',
      cell: ({ row }) => <NameCell row={row.original} t={t} commands={commands} />,
    }),
    column.accessor((row) => row.state?.daysLate ?? -1, {
      id: 'stage',
      header: () => t('ledger.column.stage'),
      sortFn: 'basic',
      cell: ({ row: { original } }) =>
        original.state ? <StageBadge state={original.state} /> : <span className="pill a">{t('ledger.problem')}</span>,
    }),
    column.accessor((row) => row.dueOn ?? '9999', {
      id: 'due',
      header: () => t('ledger.column.due'),
      sortFn: 'basic',
      cell: ({ row }) => <span className="num">{row.original.dueOn ?? t('common.none')}</span>,
    }),
    column.accessor((row) => row.requiredFen, {
      id: 'required',
      header: () => t('ledger.column.required'),
      sortFn: 'basic',
      cell: ({ row: { original } }) => <RecordCell loan={original.loan} fen={original.requiredFen} kind="payment" />,
    }),
    column.accessor((row) => row.owedFen, {
      id: 'owed',
      header: () => t('ledger.column.owed'),
      sortFn: 'basic',
      cell: ({ row: { original } }) => <RecordCell loan={original.loan} fen={original.owedFen} kind="balanceStated" />,
    }),
    column.display({
      id: 'advertised',
      header: () => t('ledger.column.advertised'),
      cell: ({ row }) => <RateCell row={row.original} t={t} commands={commands} />,
    }),
    column.accessor((row) => row.trueRate ?? -1, {
      id: 'trueRate',
      header: () => t('ledger.column.trueRate'),
      sortFn: 'basic',
      cell: ({ row: { original } }) => (
        <span className="num">
          {original.trueRate === null ? t('common.unknown') : percentText(original.trueRate, 2)}
        </span>
      ),
    }),
    column.display({
      id: 'actions',
      header: () => <span className="visually-hidden">{t('ledger.column.actions')}</span>,
      cell: ({ row: { original } }) => <ActionsCell row={original} t={t} commands={commands} />,
    }),
  ])
}

interface CellProps {
  readonly row: LedgerRow
  readonly t: TFunction
  readonly commands: LedgerCommands
}

function NameCell({ row, t, commands }: CellProps) {
  return (
    <>
      <EditableCell
        text={row.loan.name}
        shown={row.loan.name}
        editLabel={t('ledger.editName', { name: row.loan.name })}
        fieldLabel={t('ledger.newName', { name: row.loan.name })}
        onSave={(name) => {
          if (name !== '') commands.rename(row, name)
          return true
        }}
      />
      {row.loan.isEstimate ? <span className="pill">{t('common.estimate')}</span> : null}
      <div className="small muted cell-note">{row.lenderNames.join(' · ')}</div>
    </>
  )
}

/** The advertised rate as people are told it: `日息万五`, `0.6%` a month. Empty clears it. */
function RateCell({ row, t, commands }: CellProps) {
  const rate = row.advertisedRate
  const { name } = row.loan
  const save = (text: string): boolean => {
    const parsed = text === '' ? ok(null) : parseRate(text, rate?.per ?? 'year')
    if (parsed.ok) commands.setAdvertisedRate(row, parsed.value)
    return parsed.ok
  }
  return (
    <EditableCell
      text={rate === null ? '' : ratePercent(rate)}
      shown={
        rate === null ? (
          <span className="muted">{t('common.none')}</span>
        ) : (
          <span className="num">{t(`common.ratePer.${rate.per}`, { percent: ratePercent(rate) })}</span>
        )
      }
      editLabel={t('ledger.editRate', { name })}
      fieldLabel={t('ledger.newRate', { name })}
      onSave={save}
    />
  )
}

function ActionsCell({ row, t, commands }: CellProps) {
  const { id, name, isArchived } = row.loan
  return (
    <span className="cell-actions">
      <a href={hrefOf('loans', id)} aria-label={t('ledger.openLoan', { name })}>
        {t('ledger.open')}
      </a>
      <button
        type="button"
        className="link-button"
        aria-label={t(isArchived ? 'ledger.restoreLoan' : 'ledger.archiveLoan', { name })}
        onClick={() => commands.setArchived(row, !isArchived)}
      >
        {t(isArchived ? 'ledger.restore' : 'ledger.archive')}
      </button>
    </span>
  )
}
