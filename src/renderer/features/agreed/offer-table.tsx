import { useTranslation } from 'react-i18next'
import type { PlanResult } from '#domain/plan/plan'
import type { Fen } from '#domain/money/fen'
import { MoneyText } from '../../ui/money-text'
import type { Offer } from './use-offer'

interface Column {
  readonly id: 'old' | 'asked' | 'offered'
  readonly instalmentFen: Fen
  readonly lastDueOn: string
  readonly totalFen: Fen
  readonly extraFen: Fen | null
  readonly plan: PlanResult
}

/** The contract, the request and the lender's terms side by side, with what each makes of the whole plan. */
export function OfferTable({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation()
  const { asked, offered, plans } = offer
  const { oldInstalmentFen, oldLastDueOn, oldTotalFen } = offered.comparison
  const made = (id: 'asked' | 'offered', arrangement: typeof offered, plan: PlanResult): Column => ({
    id,
    instalmentFen: arrangement.comparison.newInstalmentFen,
    lastDueOn: arrangement.comparison.newLastDueOn,
    totalFen: arrangement.comparison.newTotalFen,
    extraFen: arrangement.comparison.extraCostFen,
    plan,
  })
  const columns: readonly Column[] = [
    {
      id: 'old',
      instalmentFen: oldInstalmentFen,
      lastDueOn: oldLastDueOn,
      totalFen: oldTotalFen,
      extraFen: null,
      plan: plans.old,
    },
    ...(asked && plans.asked ? [made('asked', asked, plans.asked)] : []),
    made('offered', offered, plans.offered),
  ]
  const row = (label: string, cell: (column: Column) => React.ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      {columns.map((column) => (
        <td className="r" key={column.id}>
          {cell(column)}
        </td>
      ))}
    </tr>
  )
  return (
    <div className="table-scroll" role="group" aria-label={t('agreed.offer.compare')} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('agreed.offer.compare')}</span>
            </th>
            {columns.map(({ id }) => (
              <th scope="col" className="r" key={id}>
                {t(`agreed.offer.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(t('agreed.offer.instalment'), ({ instalmentFen }) => (
            <MoneyText fen={instalmentFen} />
          ))}
          {row(t('agreed.offer.last'), ({ lastDueOn }) => (
            <span className="num">{lastDueOn}</span>
          ))}
          {row(t('agreed.offer.total'), ({ totalFen }) => (
            <MoneyText fen={totalFen} />
          ))}
          {row(t('agreed.offer.extra'), ({ extraFen }) =>
            extraFen === null ? '—' : <MoneyText fen={extraFen} sign="always" />,
          )}
          {row(t('agreed.offer.short'), ({ plan }) =>
            plan.shortfallMonths.length === 0
              ? t('agreed.offer.none')
              : t('plan.compare.months', { count: plan.shortfallMonths.length }),
          )}
          {row(t('agreed.offer.end'), ({ plan }) => (
            <span className="num">{plan.debtFreeMonth ?? t('agreed.offer.notWithin')}</span>
          ))}
        </tbody>
      </table>
    </div>
  )
}
