import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'

/** What is protected, against whom, and what is not: the same words in Settings and before the door. */
export function Protection() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('vault.about.title')} sub={t('vault.about.sub')} />
      <Panel title={t('vault.about.can')} tone="calm">
        <ul className="facts-list">
          {(['can1', 'can2', 'can3', 'can4', 'can5'] as const).map((id) => (
            <li key={id}>{t(`vault.about.${id}`)}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('vault.about.cannot')} tone="amber">
        <ul className="facts-list">
          {(['cannot1', 'cannot2', 'cannot3', 'cannot4', 'cannot5', 'cannot6', 'cannot7', 'cannot8'] as const).map(
            (id) => (
              <li key={id}>{t(`vault.about.${id}`)}</li>
            ),
          )}
        </ul>
      </Panel>
      <Panel title={t('vault.about.keys')}>
        <p>{t('vault.about.keys1')}</p>
        <p>{t('vault.about.keys2')}</p>
        <p>{t('vault.about.keys3')}</p>
      </Panel>
      <Panel title={t('vault.about.report')}>
        <p>{t('vault.about.report1')}</p>
      </Panel>
    </>
  )
}
