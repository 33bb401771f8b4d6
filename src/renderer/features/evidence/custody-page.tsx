import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { CustodyTable } from './custody-table'

/** The whole chain: it only grows. */
export function CustodyPage() {
  const { t } = useTranslation()
  const { custody } = useDocument()
  return (
    <Panel title={t('evidence.custody.title', { count: custody.length })}>
      <p className="small muted">{t('evidence.custody.text')}</p>
      <p className="small muted">
        {t('evidence.custody.own')}{' '}
        <a className="text-link" href={hrefOf('rights', 'chain-evidence')}>
          {t('findings.readRule')}
        </a>
      </p>
      {custody.length === 0 ? (
        <p className="muted">{t('evidence.custody.empty')}</p>
      ) : (
        <CustodyTable entries={custody} />
      )}
    </Panel>
  )
}
