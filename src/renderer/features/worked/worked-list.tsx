import { WORKED_IDS, workedExample } from '#domain/worked/worked-examples'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { PageHeader } from '../../ui/page-header'
import { pageValues } from './figure-text'

/** Every worked example by its question and short answer. */
export function WorkedList() {
  const { t } = useTranslation()
  const examples = WORKED_IDS.flatMap((id) => workedExample(id) ?? [])
  return (
    <div className="stack worked">
      <PageHeader title={t('worked.title')} sub={t('worked.sub')} />
      <ul className="worked-list">
        {examples.map((example) => {
          const values = pageValues(t, example)
          return (
            <li key={example.id}>
              <a className="card" href={hrefOf('worked', example.id)}>
                <h2>{t(`worked.page.${example.id}.title`)}</h2>
                <p className="muted">{t(`worked.page.${example.id}.question`, values)}</p>
                <p>{t(`worked.page.${example.id}.short`, values)}</p>
              </a>
            </li>
          )
        })}
      </ul>
      <p className="small muted">{t('worked.disclaimer')}</p>
    </div>
  )
}
