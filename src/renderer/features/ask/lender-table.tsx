import { contractMonths, isAlreadyAsked, longestTerm } from '#domain/ask/ask-options'
import { Checkbox, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import type { OpenLoan } from '../plan'
import type { AskChoices } from './ask-selectors'

interface LenderTableProps {
  readonly open: readonly OpenLoan[]
  readonly choices: AskChoices
  readonly onChange: (part: Partial<AskChoices>) => void
}

/** One row for each lender: what it asks, whether it may be asked, and for how many instalments at the most. */
export function LenderTable({ open, choices, onChange }: LenderTableProps) {
  const { t } = useTranslation()
  const { pinned, caps } = choices
  const pin = (id: string, isPinned: boolean) =>
    onChange({ pinned: isPinned ? [...pinned, id] : pinned.filter((other) => other !== id) })
  const cap = (id: string, value: number | null) => {
    const others = Object.entries(caps).filter(([other]) => other !== id)
    onChange({ caps: Object.fromEntries(value === null ? others : [...others, [id, value]]) })
  }
  return (
    <div className="table-scroll" role="group" aria-label={t('ask.form.title')} tabIndex={0}>
      <table className="plain ask-table">
        <thead>
          <tr>
            <th scope="col">{t('ask.form.lender')}</th>
            <th scope="col" className="r">
              {t('ask.form.monthly')}
            </th>
            <th scope="col" className="r">
              {t('ask.form.left')}
            </th>
            <th scope="col">{t('ask.form.mayAsk')}</th>
            <th scope="col">{t('ask.form.most')}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((item) => {
            const { loan, state } = item
            const isPinned = pinned.includes(loan.id)
            return (
              <tr key={loan.id}>
                <th scope="row">
                  {loan.name} {isAlreadyAsked(state) ? <span className="pill a">{t('ask.form.already')}</span> : null}
                </th>
                <td className="r">
                  <MoneyText fen={state.nextDueFen} />
                </td>
                <td className="r num">{contractMonths(state)}</td>
                <td>
                  <Checkbox
                    label={t('ask.form.never')}
                    aria-label={t('ask.form.neverOf', { name: loan.name })}
                    checked={isPinned}
                    onChange={(event) => pin(loan.id, event.currentTarget.checked)}
                  />
                </td>
                <td>
                  <NumberInput
                    className="ask-cap"
                    size="xs"
                    aria-label={t('ask.form.mostOf', { name: loan.name })}
                    placeholder={String(longestTerm(item))}
                    hideControls
                    allowNegative={false}
                    allowDecimal={false}
                    min={1}
                    max={longestTerm(item)}
                    disabled={isPinned}
                    value={caps[loan.id] ?? ''}
                    onChange={(value) => cap(loan.id, typeof value === 'number' && value >= 1 ? value : null)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
