import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ladderOf } from '#domain/escalation/ladder'
import { DangerStrip } from '../contacts/danger-strip'
import { EmptyState } from '../../ui/empty-state'
import { Panel } from '../../ui/panel'
import { NextStepCard } from './next-step-card'
import { RungRow } from './rung-row'
import { ScamShield } from './scam-shield'
import { useLadder } from './use-ladder'

/** Danger, the next step, and the whole ladder against one institution. */
export function LadderPage() {
  const { t } = useTranslation()
  const { document, findings, today, partyIds, rules } = useLadder()
  const [chosen, setChosen] = useState<string | null>(null)
  const partyId = chosen ?? partyIds[0] ?? null
  return (
    <>
      <DangerStrip />
      <NextStepCard />
      <ScamShield />
      {partyId === null ? (
        <EmptyState title={t('escalation.ladder.empty')} text={t('escalation.ladder.emptyText')} />
      ) : (
        <Panel
          title={t('escalation.ladder.title')}
          aside={
            <NativeSelect
              aria-label={t('escalation.ladder.party')}
              value={partyId}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={partyIds.map((id) => ({
                value: id,
                label: document.parties.find((party) => party.id === id)?.name ?? id,
              }))}
            />
          }
        >
          <p className="small muted">{t('escalation.ladder.text')}</p>
          <ol className="ladder">
            {ladderOf({ document, partyId, findings, rules, today }).map((rung) => (
              <RungRow key={rung.kind} rung={rung} partyId={partyId} />
            ))}
          </ol>
        </Panel>
      )}
    </>
  )
}
