import type { LoanState } from '#domain/loan/loan-state'
import { useTranslation } from 'react-i18next'

/** The stage of a loan in words; colour only repeats them. */
export function StageBadge({ state }: { readonly state: Pick<LoanState, 'stage' | 'daysLate'> }) {
  const { t } = useTranslation()
  const { stage, daysLate } = state
  const tone = stage === 'settled' ? 'pill t' : stage === 'current' ? 'pill' : 'pill a'
  return <span className={tone}>{t(`ledger.stage.${stage}`, { days: daysLate })}</span>
}
