import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { Party } from '#domain/loan/party'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { newCreditorOf, type Transfer } from './transfer'

interface TransferNoticeProps {
  readonly loan: Loan
  readonly transfer: Transfer
  readonly today: LocalDate
  readonly parties: readonly Party[]
}

/** Somebody new asks for the money: nothing is paid there before the original lender has confirmed it. */
export function TransferNotice({ loan, transfer, today, parties }: TransferNoticeProps) {
  const { t } = useTranslation()
  const run = useRun()
  const partyOf = (partyId: string) => parties.find(({ id }) => id === partyId)
  const name = partyOf(newCreditorOf(transfer))?.name ?? t('common.unknown')
  const channels = loan.parties.contractLenders.flatMap(({ partyId }) => {
    const lender = partyOf(partyId)
    return lender && lender.officialChannel !== '' ? [`${lender.name} ${lender.officialChannel}`] : []
  })
  const verify = () => void run('ledger.recordEvent', { loanId: loan.id, event: { ...transfer, verifiedOn: today } })
  return (
    <Panel title={t('contract.verify.title')} tone="amber">
      <p>{t(`contract.verify.${transfer.kind}`, { name, on: transfer.on })}</p>
      <ol className="steps">
        <li>{t('contract.verify.call')}</li>
        <li>{t('contract.verify.ask')}</li>
        <li>{t('contract.verify.wait')}</li>
      </ol>
      {channels.length === 0 ? null : (
        <p className="small">{t('contract.verify.channels', { channels: channels.join(' · ') })}</p>
      )}
      <div>
        <Button size="xs" onClick={verify}>
          {t('contract.verify.done')}
        </Button>
      </div>
    </Panel>
  )
}
