import type { Budget } from '#domain/budget/budget'
import { useState, type KeyboardEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useDocument, useRun } from '../../state/app-context'
import { MoneyInput } from '../../ui/money-input'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

/** Cash today and the reserve, and what no plan ever touches. */
export function CashPanel() {
  const { t } = useTranslation()
  const { budget } = useDocument()
  return (
    <div className="budget-side">
      <Panel title={t('budget.cash.title')}>
        <CashField key={`now-${budget.cashNowFen}`} part="cashNowFen" />
        <CashField key={`reserve-${budget.reserveFen}`} part="reserveFen" />
      </Panel>
      <Panel title={t('budget.protected.title')} tone="calm">
        <ul className="calm-list small">
          <li>{t('budget.protected.essentials')}</li>
          <li>
            <Trans
              t={t}
              i18nKey="budget.protected.reserve"
              components={{ reserve: <MoneyText fen={budget.reserveFen} isRounded /> }}
            />
          </li>
          <li>{t('budget.protected.newLoan')}</li>
        </ul>
      </Panel>
    </div>
  )
}

function CashField({ part }: { readonly part: 'cashNowFen' | 'reserveFen' }) {
  const { t } = useTranslation()
  const { budget } = useDocument()
  const run = useRun()
  const [value, setValue] = useState<Budget['cashNowFen'] | null>(budget[part])
  const commit = () => {
    if (value !== null && value !== budget[part]) void run('budget.save', { budget: { ...budget, [part]: value } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
  }
  return (
    <div onBlur={commit} onKeyDown={onKeyDown}>
      <MoneyInput
        label={t(part === 'cashNowFen' ? 'budget.cash.now' : 'budget.cash.reserve')}
        description={t(part === 'cashNowFen' ? 'budget.cash.nowHint' : 'budget.cash.reserveHint')}
        value={value}
        onChange={setValue}
      />
    </div>
  )
}
