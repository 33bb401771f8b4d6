import { useTranslation } from 'react-i18next'
import { missingOf, moved, notIndexed } from '#domain/evidence/index-of-evidence'
import { shownName } from '#domain/attachment/file-name'
import { Button } from '@mantine/core'
import { hrefOf } from '../../app/router'
import { useDocument, useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import { sizeText } from '../files'
import { IntakePanel } from './intake-panel'
import { newExhibit } from './new-exhibit'
import { VerifyPanel } from './verify-panel'

/** Intake, what is not in the index yet, and the numbered index. */
export function IndexPage() {
  const { t } = useTranslation()
  const run = useRun()
  const { attachments, exhibits } = useDocument()
  const loose = notIndexed(attachments, exhibits)
  const ids = exhibits.map(({ id }) => id)
  return (
    <>
      <IntakePanel />
      {loose.length === 0 ? null : (
        <Panel title={t('evidence.loose.title')} tone="amber">
          <ul className="plain-list">
            {loose.map((file) => (
              <li key={file.id} className="row between">
                <span>
                  {shownName(file.name)} <span className="muted num">{sizeText(file.sizeBytes)}</span>
                </span>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('evidence.loose.addOf', { name: shownName(file.name) })}
                  onClick={() =>
                    void run('evidence.saveExhibit', {
                      exhibit: newExhibit(newId(), [file]),
                    })
                  }
                >
                  {t('evidence.loose.add')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('evidence.index.title', { count: exhibits.length })}>
        <p className="small muted">
          {t('evidence.index.text')}{' '}
          <a className="text-link" href={hrefOf('rights', 'evidence-list')}>
            {t('findings.readRule')}
          </a>
        </p>
        {exhibits.length === 0 ? (
          <p className="muted">{t('evidence.index.empty')}</p>
        ) : (
          <div className="table-scroll">
            <table className="plain worded">
              <caption className="visually-hidden">{t('evidence.index.caption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('evidence.index.number')}</th>
                  <th scope="col">{t('evidence.field.title')}</th>
                  <th scope="col">{t('evidence.field.source')}</th>
                  <th scope="col">{t('evidence.field.proves')}</th>
                  <th scope="col" className="r">
                    {t('evidence.index.files')}
                  </th>
                  <th scope="col">{t('evidence.index.order')}</th>
                </tr>
              </thead>
              <tbody>
                {exhibits.map((exhibit, at) => {
                  const missing = missingOf(exhibit, attachments)
                  return (
                    <tr key={exhibit.id}>
                      <td className="num">{at + 1}</td>
                      <th scope="row">
                        <a className="text-link" href={hrefOf('evidence', exhibit.id)}>
                          {exhibit.title === '' ? t('evidence.index.untitled') : shownName(exhibit.title)}
                        </a>
                        {missing.length === 0 ? null : (
                          <div>
                            <span className="pill a">
                              {t('evidence.index.missing', {
                                what: missing.map((each) => t(`evidence.field.${each}`)).join(t('contacts.comma')),
                              })}
                            </span>
                          </div>
                        )}
                      </th>
                      <td>{exhibit.source}</td>
                      <td>{exhibit.proves}</td>
                      <td className="r num">{exhibit.attachmentIds.length}</td>
                      <td>
                        <span className="row tight">
                          {([-1, 1] as const).map((by) => (
                            <Button
                              key={by}
                              size="xs"
                              variant="default"
                              disabled={by < 0 ? at === 0 : at === exhibits.length - 1}
                              aria-label={t(by < 0 ? 'evidence.index.up' : 'evidence.index.down', { number: at + 1 })}
                              onClick={() =>
                                void run('evidence.orderExhibits', { exhibitIds: [...moved(ids, exhibit.id, by)] })
                              }
                            >
                              <Icon name={by < 0 ? 'up' : 'down'} />
                            </Button>
                          ))}
                        </span>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <VerifyPanel />
    </>
  )
}
