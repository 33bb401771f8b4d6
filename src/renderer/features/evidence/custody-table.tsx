import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownName } from '#domain/attachment/file-name'
import type { CustodyEntry } from '#domain/evidence/custody'
import { useInstantText } from '../../ui/use-instant-text'
import { MoreRows, PAGE_ROWS } from './more-rows'

/** Entries of the chain, the newest first. */
export function CustodyTable({ entries }: { readonly entries: readonly CustodyEntry[] }) {
  const { t } = useTranslation()
  const instantText = useInstantText()
  const [shown, setShown] = useState(PAGE_ROWS)
  return (
    <>
      <div className="table-scroll">
        <table className="plain worded">
          <caption className="visually-hidden">{t('evidence.custody.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('evidence.custody.at')}</th>
              <th scope="col">{t('evidence.custody.act')}</th>
              <th scope="col">{t('evidence.custody.file')}</th>
              <th scope="col">{t('evidence.custody.fileTime')}</th>
              <th scope="col">{t('evidence.custody.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {[...entries]
              .reverse()
              .slice(0, shown)
              .map((entry) => (
                <tr key={entry.id}>
                  <td className="num">
                    {instantText(entry.at, 'minute')}
                    {entry.clock === 'fine' ? null : (
                      <div>
                        <span className="pill a">{t(`evidence.custody.clock.${entry.clock}`)}</span>
                      </div>
                    )}
                  </td>
                  <td>{t(`evidence.custody.acts.${entry.act}`)}</td>
                  <th scope="row">{shownName(entry.name)}</th>
                  <td className="num">{entry.fileTime === null ? '' : instantText(entry.fileTime, 'minute')}</td>
                  <td>
                    <code className="hash">{entry.sha256.slice(0, 16)}…</code>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <MoreRows shown={shown} count={entries.length} onMore={setShown} />
    </>
  )
}
