import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { settlementOutcomes, type SettlementOutcome } from '#domain/loan/settlement-outcomes'
import { fen } from '#domain/money/fen'
import { useTranslation } from 'react-i18next'
import { MoneyText, useMoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

const PARTS = ['due', 'principal', 'interest', 'remaining', 'fee'] as const
const FIELD = {
  due: 'dueFen',
  principal: 'principalFen',
  interest: 'interestFen',
  remaining: 'remainingFeesFen',
  fee: 'feeFen',
} as const

/** What it takes to owe nothing today: by the contract, or every outcome side by side while its rule is not known. */
export function SettlementPanel({ loan, today }: { readonly loan: Loan; readonly today: LocalDate }) {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  const outcomes = settlementOutcomes(loan, today)
  if (!outcomes.ok) return null
  const byContract = outcomes.value.find(({ isContract }) => isContract)
  return (
    <Panel title={t('settle.title')}>
      <p className="small muted">{t('settle.lead', { on: today })}</p>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('settle.title')}>
        <table className="plain ledger">
          <thead>
            <tr>
              <th scope="col">{t('settle.column.rule')}</th>
              {PARTS.map((part) => (
                <th scope="col" className="r" key={part}>
                  {t(`settle.column.${part}`)}
                </th>
              ))}
              <th scope="col" className="r">
                {t('settle.column.total')}
              </th>
              <th scope="col" className="r">
                {t('settle.column.saves')}
              </th>
            </tr>
          </thead>
          <tbody>
            {outcomes.value.map((outcome) => (
              <OutcomeRow key={outcome.rule} outcome={outcome} />
            ))}
          </tbody>
        </table>
      </div>
      {byContract ? (
        byContract.savesFen === 0 ? null : (
          <p>
            {t(byContract.savesFen < 0 ? 'settle.keep' : 'settle.settle', {
              amount: moneyText(fen(Math.abs(byContract.savesFen))),
            })}
          </p>
        )
      ) : (
        <p>{t('settle.unknown')}</p>
      )}
      <p className="small muted">{t('settle.certificate')}</p>
    </Panel>
  )
}

function OutcomeRow({ outcome }: { readonly outcome: SettlementOutcome }) {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  const { rule, isContract, parts, quote, savesFen, totalFen } = outcome
  const amount = moneyText(fen(Math.abs(savesFen)))
  return (
    <tr>
      <th scope="row">
        {t(`settle.rule.${rule}`)} {isContract ? <span className="pill t">{t('settle.contract')}</span> : null}
        {quote ? (
          <div className="small muted">
            {quote.validUntil === null
              ? t('settle.quoteOpen', { source: quote.source })
              : t('settle.quoteUntil', { source: quote.source, until: quote.validUntil })}
          </div>
        ) : null}
      </th>
      {PARTS.map((part) => (
        <td className="r" key={part}>
          {parts === null ? null : <MoneyText fen={parts[FIELD[part]]} />}
        </td>
      ))}
      <td className="r strong">
        <MoneyText fen={totalFen} />
      </td>
      <td className="r">
        {savesFen === 0 ? t('settle.same') : t(savesFen > 0 ? 'settle.saves' : 'settle.costs', { amount })}
      </td>
    </tr>
  )
}
