import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Loan, LoanId } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'
import { explainChange } from '#domain/plan/explain-change'
import type { ChangeCause, ChangeEffect, ChangeReason, PlanChange } from '#domain/plan/plan-change'
import type { PlanVersion } from '#domain/plan/plan-version'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { planInput } from '../plan/plan-selectors'
import type { PlanView } from '../plan/use-plan'

interface ChangePanelProps {
  readonly plan: PlanView
  readonly version: PlanVersion
}

/** Why the plan of today is another than the promise: one reason a line, each with what it does to the end and the cost. */
export function ChangePanel({ plan, version }: ChangePanelProps) {
  const { t } = useTranslation()
  const { question, document } = plan
  const change = useMemo(
    () =>
      explainChange(version, planInput(question, document.plan.strategy), document.loans, { budget: version.budget }),
    [version, question, document.plan.strategy, document.loans],
  )
  const nameOf = (id: LoanId): string => nameIn(document.loans, id) ?? t('living.cells.removed')
  const isSame = change.reasons.length === 0 && change.total.months === 0
  return (
    <Panel title={t('living.change.title')} tone={isSame ? 'plain' : 'calm'}>
      {isSame ? (
        <>
          <p>{t('living.promise.kept')}</p>
          {change.total.costFen === 0 ? null : (
            <p className="small muted">
              <Trans
                t={t}
                i18nKey="living.change.byDays"
                components={{ delta: <MoneyText fen={change.total.costFen} sign="always" /> }}
              />
            </p>
          )}
        </>
      ) : (
        <>
          <p>
            {endText(t, change)}{' '}
            <Trans
              t={t}
              i18nKey="living.change.cost"
              components={{ delta: <MoneyText fen={change.total.costFen} sign="always" /> }}
            />
          </p>
          <ul className="change-list">
            {change.reasons.map((reason, at) => (
              <li key={at}>
                <CauseText cause={reason} nameOf={nameOf} />
                <Effect effect={reason.effect} />
              </li>
            ))}
            {change.together.months === 0 && change.together.costFen === 0 ? null : (
              <li>
                {t('living.change.together')}
                <Effect effect={change.together} />
              </li>
            )}
          </ul>
        </>
      )}
    </Panel>
  )
}

const nameIn = (loans: readonly Loan[], id: LoanId): string | undefined => loans.find((loan) => loan.id === id)?.name

function endText(t: TFunction, { before, now }: PlanChange): string {
  const end = (month: string | null) => month ?? t('living.change.never')
  return before.debtFreeMonth === now.debtFreeMonth
    ? t('living.change.stays', { now: end(now.debtFreeMonth) })
    : t('living.change.moved', { before: end(before.debtFreeMonth), now: end(now.debtFreeMonth) })
}

function Effect({ effect: { months, costFen } }: { readonly effect: ChangeEffect }) {
  const { t } = useTranslation()
  const text =
    months === null
      ? t('living.change.months_open')
      : months === 0
        ? t('living.change.months_same')
        : t(months > 0 ? 'living.change.months_later' : 'living.change.months_sooner', { count: Math.abs(months) })
  return (
    <div className="small muted">
      <Trans
        t={t}
        i18nKey="living.change.effect"
        values={{ months: text }}
        components={{ cost: <MoneyText fen={costFen} sign="always" /> }}
      />
    </div>
  )
}

interface CauseTextProps {
  readonly cause: ChangeCause | ChangeReason
  readonly nameOf: (id: LoanId) => string
}

function CauseText({ cause, nameOf }: CauseTextProps) {
  const { t } = useTranslation()
  const money = (fen: Fen, sign: 'auto' | 'always' = 'auto') => <MoneyText fen={fen} sign={sign} />
  switch (cause.kind) {
    case 'paymentMissed':
      return (
        <Trans
          t={t}
          i18nKey="living.change.paymentMissed"
          values={{ month: cause.month, name: nameOf(cause.loanId) }}
          components={{ less: money(cause.lessFen), promised: money(cause.promisedFen) }}
        />
      )
    case 'paidMore':
      return (
        <Trans
          t={t}
          i18nKey="living.change.paidMore"
          values={{ month: cause.month, name: nameOf(cause.loanId) }}
          components={{ more: money(cause.moreFen) }}
        />
      )
    case 'penaltyGrew':
      return (
        <Trans
          t={t}
          i18nKey="living.change.penaltyGrew"
          values={{ name: nameOf(cause.loanId) }}
          components={{ amount: money(cause.amountFen) }}
        />
      )
    case 'incomeChanged':
    case 'spendingChanged':
      return (
        <Trans
          t={t}
          i18nKey={`living.change.${cause.kind}`}
          components={{ monthly: money(cause.monthlyFen, 'always') }}
        />
      )
    case 'termsChanged':
    case 'loanEnded':
      return t(`living.change.${cause.kind}`, { name: nameOf(cause.loanId) })
    case 'loanAdded':
      return (
        <Trans
          t={t}
          i18nKey="living.change.loanAdded"
          values={{ name: nameOf(cause.loanId) }}
          components={{ owed: money(cause.owedFen) }}
        />
      )
    case 'strategyChanged':
      return t('living.change.strategyChanged', {
        from: t(`plan.strategy.${cause.from}`),
        to: t(`plan.strategy.${cause.to}`),
      })
  }
}
