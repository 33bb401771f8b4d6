import type { Loan } from '#domain/loan/loan'
import type { Party } from '#domain/loan/party'
import { newCreditorId } from '#domain/loan/transfer'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { PartyEditor } from './party-editor'

type Role = 'lender' | 'creditor' | 'platform' | 'guarantor' | 'collector'

/** Who is who in this loan, and where letters to each of them go. */
export function LoanPartiesPanel({ loan, parties }: { readonly loan: Loan; readonly parties: readonly Party[] }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<string | null>(null)
  const { contractLenders, platformId, creditEnhancerId, collectorId } = loan.parties
  const named: readonly (readonly [Role, string | null])[] = [
    ...contractLenders.map(({ partyId }) => ['lender', partyId] as const),
    ['creditor', newCreditorId(loan)],
    ['platform', platformId],
    ['guarantor', creditEnhancerId],
    ['collector', collectorId],
  ]
  const rows = named.flatMap(([role, id]) => {
    const party = parties.find((candidate) => candidate.id === id)
    return party ? [{ role, party }] : []
  })
  return (
    <Panel title={t('loan.page.parties.title')}>
      {rows.length === 0 ? <p className="muted">{t('loan.page.parties.none')}</p> : null}
      <dl className="facts">
        {rows.map(({ role, party }) => (
          <div className="fact-row" key={`${role}-${party.id}`}>
            <dt>{t(`loan.page.parties.${role}`)}</dt>
            <dd>
              {editing === party.id ? (
                <PartyEditor party={party} onDone={() => setEditing(null)} />
              ) : (
                <PartyLine party={party} onEdit={() => setEditing(party.id)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function PartyLine({ party, onEdit }: { readonly party: Party; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const details = [t(`loan.party.${party.type}`), party.department, party.address, party.officialChannel]
  return (
    <div className="row">
      <span>
        {party.name} <span className="muted small">{details.filter((text) => text !== '').join(' · ')}</span>
      </span>
      <Button size="compact-xs" variant="default" onClick={onEdit}>
        {t('loan.page.parties.editor.edit', { name: party.name })}
      </Button>
    </div>
  )
}
