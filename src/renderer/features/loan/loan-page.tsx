import { stateOn } from '#domain/loan/state-on'
import { Button } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { issueWord } from '../../app/issue-word'
import { goTo } from '../../app/router'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { MoneyText } from '../../ui/money-text'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { StageBadge } from '../../ui/stage-badge'
import { AgreedPanel } from '../agreed'
import { FilesPanel } from '../files'
import { CostPanel } from './cost-panel'
import { DebitPanel } from './debit-panel'
import { EventsPanel } from './events-panel'
import { LoanPartiesPanel } from './loan-parties-panel'
import { ReferenceLinesPanel } from './reference-lines-panel'
import { SchedulePanel } from './schedule-panel'
import { SettlementPanel } from './settlement-panel'
import { StandingPanel } from './standing-panel'
import { StatementsPanel } from './statements-panel'

export function LoanPage({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation()
  const document = useDocument()
  const today = useToday()
  const run = useRun()
  const loan = document.loans.find(({ id }) => id === loanId)
  if (!loan) {
    const back = <Button onClick={() => goTo('loans')}>{t('loan.page.toLedger')}</Button>
    return <EmptyState title={t('loan.page.missing.title')} text={t('loan.page.missing.text')} action={back} />
  }
  const folded = stateOn(loan, today)
  const askToRemove = () =>
    modals.openConfirmModal({
      title: t('loan.page.removeTitle', { name: loan.name }),
      children: t('loan.page.removeText'),
      labels: { confirm: t('loan.page.remove'), cancel: t('common.cancel') },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => {
        void run('ledger.removeLoan', { loanId }).then((reply) => {
          if (reply.ok) goTo('loans')
        })
      },
    })
  const setArchived = (isArchived: boolean) =>
    void run('ledger.saveLoan', { loan: { ...loan, isArchived }, parties: [] })
  return (
    <div className="stack">
      <PageHeader
        title={
          <>
            {loan.name} {folded.ok ? <StageBadge state={folded.value} /> : null}{' '}
            {loan.isEstimate ? <span className="pill">{t('common.estimate')}</span> : null}
          </>
        }
        sub={
          folded.ok
            ? t(`loan.page.basis.${folded.value.basis}`, { on: today })
            : t('loan.page.problem', { code: issueWord(t, folded.error.code) })
        }
        actions={<Button onClick={() => goTo('loans', loanId, 'edit')}>{t('loan.page.edit')}</Button>}
      />
      {folded.ok ? (
        <div className="grid four">
          <Figure label={t('loan.page.owed')} fen={folded.value.owedFen} />
          <Figure label={t('loan.page.arrears')} fen={folded.value.arrearsFen} />
          <Figure
            label={`${t('loan.page.next')}${folded.value.nextDueOn === null ? '' : ` · ${folded.value.nextDueOn}`}`}
            fen={folded.value.nextDueFen}
          />
          <Figure label={t('loan.page.paid')} fen={folded.value.paidFen} />
        </div>
      ) : null}
      <AgreedPanel loan={loan} today={today} />
      <StandingPanel loan={loan} state={folded.ok ? folded.value : null} today={today} parties={document.parties} />
      <div className="grid loan-columns">
        <EventsPanel loan={loan} today={today} />
        <CostPanel loan={loan} state={folded.ok ? folded.value : null} />
      </div>
      <ReferenceLinesPanel loan={loan} />
      {folded.ok && folded.value.owedFen > 0 ? <SettlementPanel loan={loan} today={today} /> : null}
      {folded.ok ? <SchedulePanel rows={folded.value.rows} /> : null}
      {folded.ok ? <StatementsPanel statements={folded.value.statements} /> : null}
      <Panel title={t('audit.open')}>
        <p className="small muted">{t('audit.openText')}</p>
        <div>
          <Button variant="default" onClick={() => goTo('loans', loanId, 'audit')}>
            {t('audit.open')}
          </Button>
        </div>
      </Panel>
      <FilesPanel loanId={loanId} />
      <LoanPartiesPanel loan={loan} parties={document.parties} />
      {loan.debit === null ? null : (
        <DebitPanel debit={loan.debit} today={today} isSettled={folded.ok && folded.value.stage === 'settled'} />
      )}
      <div className="row">
        <Button variant="default" onClick={() => setArchived(!loan.isArchived)}>
          {t(loan.isArchived ? 'ledger.restore' : 'ledger.archive')}
        </Button>
        <Button variant="default" onClick={askToRemove}>
          {t('loan.page.remove')}
        </Button>
      </div>
    </div>
  )
}

function Figure({ label, fen }: { readonly label: string; readonly fen: Parameters<typeof MoneyText>[0]['fen'] }) {
  return (
    <div className="card">
      <div className="muted small">{label}</div>
      <div className="big">
        <MoneyText fen={fen} />
      </div>
    </div>
  )
}
