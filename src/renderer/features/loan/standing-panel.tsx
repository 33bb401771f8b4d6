import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import type { Party } from '#domain/loan/party'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { latestTransfer, newCreditorOf } from './transfer'
import { TransferNotice } from './transfer-notice'

interface StandingPanelProps {
  readonly loan: Loan
  /** Null while the contract cannot be computed. */
  readonly state: LoanState | null
  readonly today: LocalDate
  readonly parties: readonly Party[]
}

/** Who must be paid now and what the contract's clocks say. Nothing unusual, nothing shown. */
export function StandingPanel({ loan, state, today, parties }: StandingPanelProps) {
  const { t } = useTranslation()
  const transfer = latestTransfer(loan, today)
  const creditor = transfer && parties.find(({ id }) => id === newCreditorOf(transfer))
  const name = creditor?.name ?? t('common.unknown')
  const facts: readonly (readonly [string, string])[] = [
    ...(transfer
      ? [
          [
            t('contract.standing.creditor'),
            `${t(`contract.standing.because.${transfer.kind}`, { name, on: transfer.on })}${
              transfer.verifiedOn === null
                ? t('contract.standing.unverified')
                : t('contract.standing.verified', { on: transfer.verifiedOn })
            }`,
          ] as const,
        ]
      : []),
    ...(state !== null && state.acceleratedOn !== null
      ? [
          [
            t('contract.standing.accelerated'),
            t('contract.standing.acceleratedText', { on: state.acceleratedOn }),
          ] as const,
        ]
      : []),
    ...(state !== null && state.acceleratedOn === null && state.daysToAcceleration !== null
      ? [[t('contract.standing.toAcceleration'), inDays(t, state.daysToAcceleration)] as const]
      : []),
    ...(state !== null && transfer === null && state.daysToSubrogation !== null
      ? [[t('contract.standing.toSubrogation'), inDays(t, state.daysToSubrogation)] as const]
      : []),
  ]
  return (
    <>
      {transfer !== null && transfer.verifiedOn === null ? (
        <TransferNotice loan={loan} transfer={transfer} today={today} parties={parties} />
      ) : null}
      {facts.length === 0 ? null : (
        <Panel title={t('contract.standing.title')}>
          <dl className="facts">
            {facts.map(([label, text]) => (
              <div className="fact-row" key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </>
  )
}

/** A clock that ran out says only that the contract now allows it. */
const inDays = (t: TFunction, days: number): string =>
  days > 0 ? t('contract.standing.inDays', { count: days }) : t('contract.standing.now')
