import { parseLenderPlan } from '#domain/loan/parse-lender-plan'
import type { PlanFit } from '#domain/loan/recovered-plan'
import { sumFen } from '#domain/money/fen'
import { Button, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyText, useMoneyText } from '../../ui/money-text'
import { newId } from '../../ui/new-id'
import { takePlan } from './loan-draft'
import type { LoanForm } from './loan-fields'
import { PlanTruth } from './plan-truth'
import { termsDraft } from './terms-draft'

/** A repayment plan pasted from the lender's app: what was read, and what was not, before anything is taken over. */
export function PlanPaste({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const moneyText = useMoneyText()
  const [text, setText] = useState('')
  const parsed = useMemo(() => parseLenderPlan(text), [text])
  const rows = text.trim() === '' ? form.values.rows : parsed.rows
  const principalFen = sumFen(rows, (row) => row.principalFen)
  const takeOver = () => {
    form.setValues(takePlan(form.values, parsed.rows))
    form.clearFieldError('rows')
    setText('')
  }
  const { principalFen: amountFen, receivedFen, drawnOn, advertisedRate } = form.values
  const draftOfFit = ({ terms, fees }: PlanFit) =>
    terms && {
      ...termsDraft(terms),
      fees: fees.map((fee) => ({
        ...fee,
        id: newId(),
        name: t(`recover.feeName.${fee.timing === 'everyInstalment' ? 'every' : 'first'}`),
      })),
    }
  return (
    <div className="stack tight">
      <Textarea
        label={t('loan.form.plan')}
        description={t('loan.form.planHint')}
        error={form.errors['rows']}
        withAsterisk
        autosize
        minRows={4}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {rows.length === 0 ? null : (
        <>
          <p role="status">{t('loan.form.planRead', { count: rows.length, principal: moneyText(principalFen) })}</p>
          <div className="table-scroll plan-preview" tabIndex={0} role="group" aria-label={t('loan.form.plan')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('loan.page.scheduleColumn.dueOn')}</th>
                  <th scope="col" className="r">
                    {t('loan.page.scheduleColumn.principal')}
                  </th>
                  <th scope="col" className="r">
                    {t('loan.page.scheduleColumn.interest')}
                  </th>
                  <th scope="col" className="r">
                    {t('loan.page.scheduleColumn.fee')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={`${row.dueOn}-${at}`}>
                    <td className="num">{row.dueOn}</td>
                    <td className="r">
                      <MoneyText fen={row.principalFen} />
                    </td>
                    <td className="r">
                      <MoneyText fen={row.interestFen} />
                    </td>
                    <td className="r">
                      <MoneyText fen={row.feeFen} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {rows.length === 0 ? null : (
        <PlanTruth
          plan={{ rows, principalFen: amountFen, receivedFen, drawnOn, advertised: advertisedRate }}
          canUse={({ terms }) => terms !== null}
          onUse={(fit) => form.setValues(draftOfFit(fit) ?? {})}
        />
      )}
      {parsed.dropped.length === 0 || text.trim() === '' ? null : (
        <div className="small">
          <p>{t('loan.form.planDropped')}</p>
          <ul>
            {parsed.dropped.map((line) => (
              <li key={line.line}>
                {t('loan.form.planLine', { line: line.line })} {t(`loan.form.planReason.${line.reason}`)}: {line.text}
              </li>
            ))}
          </ul>
        </div>
      )}
      {text.trim() === '' || parsed.rows.length === 0 ? null : (
        <div className="row">
          <Button size="xs" onClick={takeOver}>
            {t('loan.form.planUse')}
          </Button>
        </div>
      )}
    </div>
  )
}
