import type { StatementAudit } from '#domain/audit/audit-statement'
import { basisText, lineLabel } from '#domain/note/audit-sentences'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { useAuditPhrases } from './use-audit-phrases'

/** Where our figure comes from, line by line. */
export function LineTable({ audit }: { readonly audit: StatementAudit }) {
  const { t } = useTranslation()
  const { words, say } = useAuditPhrases()
  return (
    <Panel title={t('audit.lines.title')}>
      <div className="table-scroll audit-lines" tabIndex={0} role="group" aria-label={t('audit.lines.title')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('audit.lines.instalment')}</th>
              <th scope="col">{t('audit.lines.dueOn')}</th>
              <th scope="col">{t('audit.lines.item')}</th>
              <th scope="col">{t('audit.lines.how')}</th>
              <th scope="col" className="r">
                {t('audit.lines.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {audit.lines.map((line, at) => (
              <tr key={at}>
                <td className="audit-name">{lineLabel(words, line)}</td>
                <td className="num audit-name">{line.dueOn}</td>
                <td className="audit-name">{t(`audit.item.${line.item}`)}</td>
                <td>{basisText(words, say, line)}</td>
                <td className="r">
                  <MoneyText fen={line.fen} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t('audit.compare.total')}
              </th>
              <td className="r">
                <MoneyText fen={audit.oursFen} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  )
}
