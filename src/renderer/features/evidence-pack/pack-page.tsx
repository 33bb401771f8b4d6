import { Button, Checkbox, Progress, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownName } from '#domain/attachment/file-name'
import type { EvidencePack } from '#domain/evidence/exhibit'
import { hrefOf } from '../../app/router'
import { useApp, useDocument, useToday } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'
import { PackStamp } from './pack-stamp'
import { usePack } from './use-pack'

/** Evidence for somebody else: which items, whole or without other people, in one file that anybody can check. */
export function PackPage() {
  const { t } = useTranslation()
  const { exhibits } = useDocument()
  const today = useToday()
  const language = useApp((state) => state.preferences.language)
  const [copy, setCopy] = useState<EvidencePack['copy']>('full')
  const [left, setLeft] = useState<readonly string[]>([])
  const { part, make, stop } = usePack()
  const chosen = exhibits.filter(({ id }) => !left.includes(id))
  const hidden = copy === 'share' ? chosen.filter(({ showsOthers }) => showsOthers).length : 0
  const said = t('evidencePack.making', { percent: Math.round(100 * Math.min(1, part ?? 0)) })
  return (
    <>
      <Panel title={t('evidencePack.title')}>
        <p>{t('evidencePack.text')}</p>
        <div className="row">
          <span id="pack-copy">{t('evidencePack.copy')}</span>
          <SegmentedControl
            aria-labelledby="pack-copy"
            value={copy}
            transitionDuration={0}
            onChange={(value) => setCopy(value === 'share' ? 'share' : 'full')}
            data={[
              { value: 'full', label: t('evidencePack.full') },
              { value: 'share', label: t('evidencePack.share') },
            ]}
          />
        </div>
        <p className="small muted">{t(copy === 'full' ? 'evidencePack.fullText' : 'evidencePack.shareText')}</p>
        {exhibits.length === 0 ? (
          <p className="muted">{t('evidence.index.empty')}</p>
        ) : (
          <ul className="pick-list">
            {exhibits.map((exhibit, at) => (
              <li key={exhibit.id}>
                <Checkbox
                  checked={!left.includes(exhibit.id)}
                  onChange={(event) =>
                    setLeft(
                      event.currentTarget.checked ? left.filter((id) => id !== exhibit.id) : [...left, exhibit.id],
                    )
                  }
                  label={t('escalation.pick.exhibit', { number: at + 1, title: shownName(exhibit.title) })}
                />
              </li>
            ))}
          </ul>
        )}
        {hidden === 0 ? null : <p className="card amber">{t('evidencePack.leftOut', { count: hidden })}</p>}
        {part === null ? (
          <div>
            <Button
              leftSection={<Icon name="download" />}
              disabled={chosen.length === 0}
              onClick={() =>
                void make({ copy, exhibitIds: chosen.map(({ id }) => id), language }, `evidence-${today}-${copy}.zip`)
              }
            >
              {t('evidencePack.make', { count: chosen.length })}
            </Button>
          </div>
        ) : (
          <div className="row">
            <Progress className="files-progress" aria-label={said} value={100 * part} transitionDuration={0} />
            <span className="small muted">{said}</span>
            <Button size="xs" variant="default" onClick={stop}>
              {t('files.cancel')}
            </Button>
          </div>
        )}
        <p className="small muted">
          {t('evidencePack.proves')}{' '}
          <a className="text-link" href={hrefOf('rights', 'chain-evidence')}>
            {t('findings.readRule')}
          </a>
        </p>
      </Panel>
      <MadePacks />
    </>
  )
}

function MadePacks() {
  const { t } = useTranslation()
  const instantText = useInstantText()
  const { evidencePacks } = useDocument()
  if (evidencePacks.length === 0) return null
  return (
    <Panel title={t('evidencePack.made')}>
      <p className="small muted">
        {t('evidencePack.madeText')} {t('evidencePack.stamp')}
      </p>
      <ul className="plain-list">
        {[...evidencePacks].reverse().map((pack) => (
          <li key={pack.id}>
            <div>
              {t('evidencePack.line', {
                on: instantText(pack.madeAt, 'minute'),
                copy: t(`evidencePack.${pack.copy}`),
                exhibits: pack.exhibitIds.length,
                files: pack.fileCount,
              })}
            </div>
            <code className="hash">{pack.manifestSha256}</code>
            <PackStamp pack={pack} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
