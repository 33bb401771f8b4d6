import type { CardStatement } from '#domain/card/card-statement'
import { addFen } from '#domain/money/fen'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

const COLUMNS = ['opening', 'spent', 'instalments', 'interest', 'fees', 'payments', 'balance', 'minimum'] as const

const PILLS: Record<CardStatement['outcome'], string> = {
  open: 'pill',
  paidInFull: 'pill t',
  minimumPaid: 'pill',
  belowMinimum: 'pill a',
}

function amountOf(statement: CardStatement, column: (typeof COLUMNS)[number]) {
  switch (column) {
    case 'spent':
      return addFen(statement.purchasesFen, statement.cashFen)
    case 'fees':
      return addFen(statement.feeFen, statement.lateFeeFen)
    default:
      return statement[`${column}Fen`]
  }
}

/** Every statement of a card, the newest first: how its balance came about and whether it was paid. */
export function StatementsPanel({ statements }: { readonly statements: readonly CardStatement[] }) {
  const { t } = useTranslation()
  if (statements.length === 0) return null
  const title = t('contract.statements.title')
  return (
    <Panel title={title}>
      <div className="table-scroll schedule-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="plain ledger">
          <thead>
            <tr>
              <th scope="col">{t('contract.statements.on')}</th>
              <th scope="col">{t('contract.statements.dueOn')}</th>
              {COLUMNS.map((column) => (
                <th scope="col" className="r" key={column}>
                  {t(`contract.statements.column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('loan.page.scheduleColumn.status')}</th>
            </tr>
          </thead>
          <tbody>
            {[...statements].reverse().map((statement) => (
              <tr key={statement.statementOn}>
                <td className="num">{statement.statementOn}</td>
                <td className="num">{statement.dueOn}</td>
                {COLUMNS.map((column) => (
                  <td className="r" key={column}>
                    <MoneyText fen={amountOf(statement, column)} />
                  </td>
                ))}
                <td>
                  <span className={PILLS[statement.outcome]}>
                    {t(`contract.statements.outcome.${statement.outcome}`)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
