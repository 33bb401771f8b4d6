import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useContactLine } from './contact-line'
import type { LogRow } from './log-filter'

/** Rows shown at first, and added by each "more": a log of years opens at once and prints what is shown. */
const PAGE_ROWS = 100

export function LogTable({ rows }: { readonly rows: readonly LogRow[] }) {
  const { t } = useTranslation()
  const line = useContactLine()
  const [shown, setShown] = useState(PAGE_ROWS)
  const page = rows.slice(0, shown)
  return (
    <>
      <div className="table-scroll">
        <table className="plain worded">
          <caption className="visually-hidden">{t('contacts.log.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contacts.log.when')}</th>
              <th scope="col">{t('contacts.log.how')}</th>
              <th scope="col">{t('contacts.log.by')}</th>
              <th scope="col">{t('contacts.log.whom')}</th>
              <th scope="col">{t('contacts.log.said')}</th>
            </tr>
          </thead>
          <tbody>
            {page.map(({ contact, by }) => (
              <tr key={contact.id}>
                <th scope="row" className="num">
                  <a className="text-link" href={hrefOf('contacts', contact.id)}>
                    {line.when(contact)}
                  </a>
                </th>
                <td>{line.how(contact)}</td>
                <td>
                  {by === '' ? null : <div>{by}</div>}
                  {contact.number === '' ? null : <div className="num small muted">{contact.number}</div>}
                  {by === '' && contact.number === '' ? (
                    <span className="muted">{t('contacts.row.nobody')}</span>
                  ) : null}
                </td>
                <td>{line.whom(contact)}</td>
                <td className="contact-said">
                  {contact.said === '' ? null : <div className="clip">{contact.said}</div>}
                  {contact.tags.length === 0 ? null : (
                    <div className="row tight">
                      {contact.tags.map((tag) => (
                        <span className="pill a" key={tag}>
                          {t(`contacts.tag.${tag}`)}
                        </span>
                      ))}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > page.length ? (
        <div className="row">
          <Button variant="default" onClick={() => setShown(shown + PAGE_ROWS)}>
            {t('contacts.log.more', { count: Math.min(PAGE_ROWS, rows.length - page.length) })}
          </Button>
          <span className="small muted">{t('contacts.log.left', { shown: page.length, count: rows.length })}</span>
        </div>
      ) : null}
    </>
  )
}
