import { useTranslation } from 'react-i18next'

/** Before any form: somebody in danger needs no form. */
export function DangerStrip() {
  const { t } = useTranslation()
  return (
    <p className="card danger-strip">
      <strong className="danger-number">110</strong>
      <span>{t('contacts.danger')}</span>
    </p>
  )
}
