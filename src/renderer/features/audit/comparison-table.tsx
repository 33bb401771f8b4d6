import type { StatementAudit } from '#domain/audit/audit-statement'
import { comparedItems } from '#domain/audit/claim'
import { ZERO_FEN } from '#domain/money/fen'
import { shownItems } from '#domain/note/compose-audit-note'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

/** The two figures part by part. */
export function ComparisonTable({ audit }: { readonly audit: StatementAudit }) {
  const { t } = useTranslation()
  const { claim, ours, itemDifferences, claimedFen, oursFen, differenceFen } = audit
  const compared = comparedItems(claim)
  return (
    <Panel title={t('audit.compare.title')}>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('audit.compare.title')}>
        <table className="plain audit-compare">
          <thead>
            <tr>
              <th scope="col">{t('audit.compare.item')}</th>
              <th scope="col" className="r">
                {t('audit.compare.claimed')}
              </th>
              <th scope="col" className="r">
                {t('audit.compare.ours')}
              </th>
              <th scope="col" className="r">
                {t('audit.compare.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shownItems(audit).map((item) => (
              <tr key={item}>
                <th scope="row">{t(`audit.item.${item}`)}</th>
                <td className="r">
                  {compared.includes(item) ? (
                    <MoneyText fen={claim.items[item] ?? ZERO_FEN} />
                  ) : (
                    <span className="muted">{t('audit.compare.unknown')}</span>
                  )}
                </td>
                <td className="r">
                  <MoneyText fen={ours[item]} />
                </td>
                <td className="r">
                  {compared.includes(item) ? <MoneyText fen={itemDifferences[item] ?? ZERO_FEN} sign="always" /> : null}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('audit.compare.total')}</th>
              <td className="r">
                <MoneyText fen={claimedFen} />
              </td>
              <td className="r">
                <MoneyText fen={oursFen} />
              </td>
              <td className="r">
                <MoneyText fen={differenceFen} sign="always" />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  )
}
