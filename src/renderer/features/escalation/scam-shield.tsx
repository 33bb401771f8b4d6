import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { Disclosure } from '../../ui/disclosure'

const LINES = ['free', 'noSuchRight', 'neverGive', 'forged', 'debtStays'] as const

/** What whoever offers to "settle it all" will not say: official channels are free. */
export function ScamShield() {
  const { t } = useTranslation()
  return (
    <div className="card">
      <Disclosure summary={t('escalation.shield.title')}>
        <ul className="scam-list">
          {LINES.map((line) => (
            <li key={line}>{t(`escalation.shield.${line}`)}</li>
          ))}
        </ul>
        <p className="small">
          <a className="text-link" href={hrefOf('rights', 'no-private-account')}>
            {t('escalation.shield.source')}
          </a>
        </p>
      </Disclosure>
    </div>
  )
}
