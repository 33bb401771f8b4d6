import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Loan } from '#domain/loan/loan'
import type { Strategy } from '#domain/plan/plan'
import { ChartOrTable, StackChart, useChartWords } from '../../charts'
import { ChoiceInput } from '../../ui/choice-input'
import { balancesByLoan, paidOver, type Compared } from './compare-selectors'
import { MonthTable } from './month-table'

interface StackPanelProps {
  readonly compared: readonly Compared[]
  readonly loans: readonly Loan[]
  readonly chosen: Strategy
  readonly months: readonly string[]
}

/** One way from inside: what is left of each debt, and what each month's payments go to. */
export const StackPanel = memo(function StackPanel({ compared, loans, chosen, months }: StackPanelProps) {
  const { t } = useTranslation()
  const { money, axis } = useChartWords()
  const [wanted, setWanted] = useState<Strategy>(chosen)
  const shown = compared.find(({ strategy }) => strategy === wanted) ?? compared[0]
  if (!shown) return null
  const way = t(`plan.strategy.${shown.strategy}`)
  const length = Math.min(months.length, shown.result.months.length)
  const ofMonths = months.slice(0, length)
  const byLoan = balancesByLoan(shown.result, length).map(({ loanId, values }) => ({
    id: loanId,
    label: loans.find(({ id }) => id === loanId)?.name ?? '',
    values,
  }))
  const { charges, principal } = paidOver(shown.result, length)
  const paid = [
    { id: 'principal', label: t('compare.paid.principal'), values: principal },
    { id: 'charges', label: t('compare.paid.charges'), values: charges },
  ]
  const panel = (what: 'stack' | 'paid', parts: typeof paid | typeof byLoan) => {
    const title = t(`compare.${what}.title`, { way })
    return (
      <ChartOrTable
        title={title}
        chart={
          <StackChart
            description={t(`compare.${what}.describe`, { way, parts: parts.map(({ label }) => label).join(', ') })}
            months={ofMonths}
            parts={parts}
            format={money}
            formatAxis={axis}
          />
        }
        table={<MonthTable title={title} monthHead={t('plan.chart.month')} months={ofMonths} columns={parts} />}
      />
    )
  }
  return (
    <>
      <ChoiceInput
        label={t('compare.stack.way')}
        value={shown.strategy}
        choices={compared.map(({ strategy }) => strategy)}
        words={(strategy) => t(`plan.strategy.${strategy}`)}
        onChange={setWanted}
      />
      <div className="compare-pair">
        {panel('stack', byLoan)}
        {panel('paid', paid)}
      </div>
    </>
  )
})
