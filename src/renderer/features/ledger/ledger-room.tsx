import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/page-header'

export function LedgerRoom() {
  const { t } = useTranslation()
  return <PageHeader title={t('nav.loans')} />
}
