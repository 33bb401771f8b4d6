import type { Loan } from '#domain/loan/loan'
import type { Party } from '#domain/loan/party'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'

export function LoanPartiesPanel({ loan, parties }: { readonly loan: Loan; readonly parties: readonly Party[] }) {
  const { t } = useTranslation()
  const find = (id: string | null) => parties.find((party) => party.id === id)
  const rows = [
    ...loan.parties.contractLenders.map(({ partyId }) => ({ role: 'lender' as const, party: find(partyId) })),
    { role: 'platform' as const, party: find(loan.parties.platformId) },
    { role: 'guarantor' as const, party: find(loan.parties.creditEnhancerId) },
  ].filter((row) => row.party !== undefined)
  return (
    <Panel title={t('loan.page.parties.title')}>
      {rows.length === 0 ? <p className="muted">{t('loan.page.parties.none')}</p> : null}
      <dl className="facts">
        {rows.map(({ role, party }) => (
          <div className="fact-row" key={`${role}-${party?.id ?? ''}`}>
            <dt>{t(`loan.page.parties.${role}`)}</dt>
            <dd>
              {party?.name} <span className="muted small">{t(`loan.party.${party?.type ?? 'unknown'}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
