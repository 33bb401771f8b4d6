import type { ProposalCheck } from '#domain/letter/check-proposal'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'

/** What to look at before the letter goes out. Signs and words say it, not colour alone. */
export function Checklist({ checks }: { readonly checks: readonly ProposalCheck[] }) {
  const { t } = useTranslation()
  const open = checks.filter(({ isGood }) => !isGood)
  const ordered = [...open, ...checks.filter(({ isGood }) => isGood)]
  return (
    <section className="card" id="checklist" tabIndex={-1} aria-labelledby="checklist-title">
      <div className="row between">
        <h2 id="checklist-title">{t('proposals.check.title')}</h2>
        <span className={open.length === 0 ? 'pill t' : 'pill a'}>
          {open.length === 0 ? t('proposals.check.allGood') : t('proposals.check.attention', { count: open.length })}
        </span>
      </div>
      <ul className="checklist small">
        {ordered.map(({ code, isGood, weight }) => (
          <li key={code} data-good={isGood} data-check={code}>
            <Icon name={isGood ? 'check' : 'info'} />
            <span>
              <span className="visually-hidden">{t(isGood ? 'proposals.check.good' : 'proposals.check.look')}: </span>
              {t(`proposals.check.code.${code}.${isGood ? 'good' : 'look'}`)}
              {!isGood && weight === 'must' ? <span className="pill a">{t('proposals.check.must')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="small muted">
        <b>{t('proposals.check.beforeSigning')}</b> {t('proposals.check.beforeSigningText')}
      </p>
    </section>
  )
}
