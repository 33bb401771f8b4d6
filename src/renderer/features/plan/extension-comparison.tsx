import type { Arrangement } from '#domain/extension/arrangement'
import type { Fen } from '#domain/money/fen'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { percentText } from '../../ui/rate-text'
import { monthsBetween } from './extension-selectors'

/** The contract as it is and as it is asked to be, from today on; what it costs stands before what it eases. */
export function ExtensionComparison({ arrangement }: { readonly arrangement: Arrangement }) {
  const { t } = useTranslation()
  const { comparison, waivedFen, carriedFen } = arrangement
  const later = monthsBetween(comparison.oldLastDueOn, comparison.newLastDueOn)
  return (
    <div className="stack tight">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('plan.ask.compare')}</span>
            </th>
            <th scope="col" className="r">
              {t('plan.ask.was')}
            </th>
            <th scope="col" className="r">
              {t('plan.ask.asked')}
            </th>
            <th scope="col" className="r">
              {t('plan.ask.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          <MoneyRow label={t('plan.ask.total')} was={comparison.oldTotalFen} asked={comparison.newTotalFen} />
          <MoneyRow
            label={t('plan.ask.instalment')}
            was={comparison.oldInstalmentFen}
            asked={comparison.newInstalmentFen}
          />
          <tr>
            <th scope="row">{t('plan.ask.lastDue')}</th>
            <td className="r num">{comparison.oldLastDueOn}</td>
            <td className="r num">
              <b>{comparison.newLastDueOn}</b>
            </td>
            <td className="r">
              {later === 0
                ? t('plan.ask.same')
                : later > 0
                  ? t('plan.ask.later', { count: later })
                  : t('plan.ask.earlier', { count: -later })}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('plan.ask.trueRate')}</th>
            <td />
            <td className="r num">
              <b>
                {comparison.newEffectiveAnnual === null
                  ? t('plan.ask.noRate')
                  : percentText(comparison.newEffectiveAnnual, 2)}
              </b>
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <p className="small muted">
        {carriedFen > 0 ? (
          <Trans t={t} i18nKey="plan.ask.carried" components={{ carried: <MoneyText fen={carriedFen} /> }} />
        ) : null}{' '}
        {waivedFen > 0 ? (
          <Trans t={t} i18nKey="plan.ask.waived" components={{ waived: <MoneyText fen={waivedFen} /> }} />
        ) : null}
      </p>
    </div>
  )
}

interface MoneyRowProps {
  readonly label: string
  readonly was: Fen
  readonly asked: Fen
}

function MoneyRow({ label, was, asked }: MoneyRowProps) {
  const { t } = useTranslation()
  const change = (asked - was) as Fen
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="r">
        <MoneyText fen={was} />
      </td>
      <td className="r">
        <b>
          <MoneyText fen={asked} />
        </b>
      </td>
      <td className="r">
        {change === 0 ? (
          t('plan.ask.same')
        ) : (
          <>
            {t(change > 0 ? 'plan.ask.extra' : 'plan.ask.less')} <MoneyText fen={Math.abs(change) as Fen} />
          </>
        )}
      </td>
    </tr>
  )
}
