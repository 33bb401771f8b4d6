import type { Asked } from '#domain/ask/ask'
import { contractMonths } from '#domain/ask/ask-options'
import type { Fen } from '#domain/money/fen'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { percentText, ratePercent } from '../../ui/rate-text'
import type { OpenLoan } from '../plan'

interface RequestTableProps {
  readonly open: readonly OpenLoan[]
  readonly asked: readonly Asked[]
}

/** Lender by lender: what it is now and what it would be. Those that are not asked are named too. */
export function RequestTable({ open, asked }: RequestTableProps) {
  const { t } = useTranslation()
  return (
    <div className="table-scroll" role="group" aria-label={t('ask.result.title')} tabIndex={0}>
      <table className="plain ask-table">
        <thead>
          <tr>
            <th scope="col">{t('ask.form.lender')}</th>
            <th scope="col" className="r">
              {t('ask.result.instalment')}
            </th>
            <th scope="col" className="r">
              {t('ask.result.periods')}
            </th>
            <th scope="col">{t('ask.result.firstDue')}</th>
            <th scope="col">{t('ask.result.lastDue')}</th>
            <th scope="col" className="r">
              {t('ask.result.extra')}
            </th>
            <th scope="col" className="r">
              {t('ask.result.concession')}
            </th>
          </tr>
        </thead>
        <tbody>
          {open.map((item) => (
            <Row key={item.loan.id} item={item} asked={asked.find(({ loanId }) => loanId === item.loan.id) ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ item, asked }: { readonly item: OpenLoan; readonly asked: Asked | null }) {
  const { t } = useTranslation()
  const { loan, state } = item
  if (asked === null) {
    return (
      <tr>
        <th scope="row">{loan.name}</th>
        <td className="r">
          <MoneyText fen={state.nextDueFen} />
        </td>
        <td className="muted" colSpan={5}>
          {t('ask.result.kept')}
        </td>
      </tr>
    )
  }
  const { comparison, rows, waivedFen } = asked.arrangement
  const { request } = asked
  const firstPaid = rows.find((row) => row.totalFen > 0)
  return (
    <tr>
      <th scope="row">
        {loan.name}
        {asked.isAlreadyAsked ? <div className="small muted">{t('ask.result.already')}</div> : null}
      </th>
      <td className="r">
        <MoneyText fen={comparison.oldInstalmentFen} /> {'→ '}
        <b>
          <MoneyText fen={comparison.newInstalmentFen} />
        </b>
      </td>
      <td className="r num">
        {contractMonths(state)} {'→ '}
        <b>{request.periods}</b>
        <div className="small muted">
          {request.holidayPeriods > 0 ? <div>{t('ask.result.holiday', { count: request.holidayPeriods })}</div> : null}
          {request.interestOnlyPeriods > 0 ? (
            <div>{t('ask.result.interestOnly', { count: request.interestOnlyPeriods })}</div>
          ) : null}
          {request.rate === null ? null : <div>{t('ask.result.rate', { rate: ratePercent(request.rate) })}</div>}
          {waivedFen > 0 ? (
            <div>
              {t('ask.result.waived')} <MoneyText fen={waivedFen} />
            </div>
          ) : null}
        </div>
      </td>
      <td className="num">{firstPaid?.dueOn ?? request.firstDueOn}</td>
      <td className="num">
        <span className="muted">
          {comparison.oldLastDueOn.slice(0, 7)} {'→ '}
        </span>
        <b>{comparison.newLastDueOn.slice(0, 7)}</b>
      </td>
      <td className="r">
        {comparison.extraCostFen < 0 ? `${t('plan.ask.less')} ` : null}
        <MoneyText fen={Math.abs(comparison.extraCostFen) as Fen} />
      </td>
      <td className="r num">{percentText(asked.concession, 0)}</td>
    </tr>
  )
}
