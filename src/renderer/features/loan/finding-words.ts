import type { PlanFinding } from '#domain/loan/recovered-plan'
import { percentText } from '#domain/rate/percent-text'
import { useTranslation } from 'react-i18next'
import { useMoneyText } from '../../ui/money-text'
import { ratePercent } from '../../ui/rate-text'

/** Findings about how the plan was read, not about what it costs. */
const NOTES: readonly PlanFinding['code'][] = [
  'rows_missing',
  'rows_repay_other_amount',
  'rows_differ',
  'totals_split',
  'amount_needed',
  'drawn_on_assumed',
]
export const isNote = ({ code }: PlanFinding): boolean => NOTES.includes(code)

/** A finding as a calm sentence with its figures. */
export function useFindingWords(): (finding: PlanFinding) => string {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  const share = (fraction: number) => percentText(fraction, 1)
  const yearly = (fraction: number) => percentText(fraction, 2)
  return (finding) => {
    switch (finding.code) {
      case 'above_advertised': {
        const { advertised, impliedAnnual } = finding
        const said = t(`common.ratePer.${advertised.per}`, { percent: ratePercent(advertised) })
        return t('recover.finding.above_advertised', { advertised: said, implied: yearly(impliedAnnual) })
      }
      case 'flat_rate':
        return t('recover.finding.flat_rate', {
          stated: yearly(finding.statedAnnual),
          implied: yearly(finding.trueAnnual),
        })
      case 'fees_beside':
        return t(`recover.finding.fees_beside.${timingOf(finding)}`, {
          total: moneyText(finding.totalFen),
          share: share(finding.shareOfPrincipal),
          every: moneyText(finding.everyFen),
          first: moneyText(finding.firstFen),
        })
      case 'fees_vary':
        return t('recover.finding.fees_vary', { total: moneyText(finding.totalFen) })
      case 'upfront_deduction':
        return t('recover.finding.upfront_deduction', {
          deducted: moneyText(finding.deductedFen),
          share: share(finding.shareOfPrincipal),
        })
      case 'first_period_longer':
        return t('recover.finding.first_period_longer', { days: finding.days, usualDays: finding.usualDays })
      case 'last_instalment_larger':
        return t('recover.finding.last_instalment_larger', {
          last: moneyText(finding.lastFen),
          usual: moneyText(finding.usualFen),
        })
      case 'rows_missing':
        return t('recover.finding.rows_missing', { dates: finding.dueOn.join(' · ') })
      case 'rows_repay_other_amount':
        return t('recover.finding.rows_repay_other_amount', {
          rows: moneyText(finding.rowsFen),
          principal: moneyText(finding.principalFen),
        })
      case 'rows_differ':
        return t('recover.finding.rows_differ', {
          equal: finding.equalRows,
          compared: finding.comparedRows,
          difference: moneyText(finding.largestDifferenceFen),
        })
      case 'drawn_on_assumed':
        return t('recover.finding.drawn_on_assumed', { date: finding.drawnOn })
      case 'totals_split':
      case 'amount_needed':
        return t(`recover.finding.${finding.code}`)
    }
  }
}

const timingOf = ({ everyFen, firstFen }: { readonly everyFen: number; readonly firstFen: number }) =>
  firstFen === 0 ? 'every' : everyFen === 0 ? 'first' : 'both'
