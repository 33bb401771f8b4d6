import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'

export function DeskBack() {
  const { t } = useTranslation()
  return (
    <a className="text-link small" href={hrefOf('proposals')}>
      {t('proposals.desk.back')}
    </a>
  )
}
