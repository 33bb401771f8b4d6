import { Button } from '@mantine/core'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownName } from '#domain/attachment/file-name'
import type { Exhibit } from '#domain/evidence/exhibit'
import { missingOf, moved } from '#domain/evidence/index-of-evidence'
import { hrefOf } from '../../app/router'
import { useDocument, useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import { MoreRows, PAGE_ROWS } from './more-rows'

interface Move {
  readonly id: string
  readonly by: -1 | 1
}

/** The numbered index (证据规定 19): what each item still lacks, and its place, also by keyboard. */
export function ExhibitsTable() {
  const { t } = useTranslation()
  const run = useRun()
  const { attachments, exhibits } = useDocument()
  const [shown, setShown] = useState(PAGE_ROWS)
  const [movedId, setMovedId] = useState<string | null>(null)
  const moving = useRef<Move | null>(null)
  const rows = useRef<HTMLTableSectionElement>(null)
  const files = useMemo(() => new Set(attachments.map(({ id }) => id)), [attachments])
  // The browser drops the keyboard where a row is put elsewhere: it stays with the item that was moved.
  useLayoutEffect(() => {
    const move = moving.current
    if (move === null) return
    moving.current = null
    const row = rows.current?.rows[exhibits.findIndex(({ id }) => id === move.id)]
    const [up, down] = row?.querySelectorAll('button') ?? []
    const [pressed, other] = move.by < 0 ? [up, down] : [down, up]
    const target = pressed?.disabled ? other : pressed
    target?.focus()
  }, [exhibits])
  const move = async (id: string, by: -1 | 1) => {
    const ids = exhibits.map((exhibit) => exhibit.id)
    const exhibitIds = [...moved(ids, id, by)]
    setShown(Math.max(shown, exhibitIds.indexOf(id) + 1))
    moving.current = { id, by }
    const reply = await run('evidence.orderExhibits', { exhibitIds })
    if (reply.ok) setMovedId(id)
    else moving.current = null
  }
  const titleOf = (exhibit: Exhibit) => (exhibit.title === '' ? t('evidence.index.untitled') : shownName(exhibit.title))
  const movedAt = exhibits.findIndex(({ id }) => id === movedId)
  const movedOne = exhibits[movedAt]
  return (
    <Panel title={t('evidence.index.title', { count: exhibits.length })}>
      <p className="small muted">
        {t('evidence.index.text')}{' '}
        <a className="text-link" href={hrefOf('rights', 'evidence-list')}>
          {t('findings.readRule')}
        </a>
      </p>
      <p role="status" className="visually-hidden">
        {movedOne ? t('evidence.index.moved', { title: titleOf(movedOne), number: movedAt + 1 }) : ''}
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
            <tbody ref={rows}>
              {exhibits.slice(0, shown).map((exhibit, at) => {
                const missing = missingOf(exhibit, files)
                return (
                  <tr key={exhibit.id}>
                    <td className="num">{at + 1}</td>
                    <th scope="row">
                      <a className="text-link" href={hrefOf('evidence', exhibit.id)}>
                        {titleOf(exhibit)}
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
                    <td className="r num">{exhibit.attachmentIds.filter((id) => files.has(id)).length}</td>
                    <td>
                      <span className="row tight">
                        {([-1, 1] as const).map((by) => (
                          <Button
                            key={by}
                            size="xs"
                            variant="default"
                            disabled={by < 0 ? at === 0 : at === exhibits.length - 1}
                            aria-label={t(by < 0 ? 'evidence.index.up' : 'evidence.index.down', { number: at + 1 })}
                            onClick={() => void move(exhibit.id, by)}
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
      <MoreRows shown={shown} count={exhibits.length} onMore={setShown} />
    </Panel>
  )
}
