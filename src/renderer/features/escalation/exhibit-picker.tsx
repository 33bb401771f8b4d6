import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Escalation } from '#domain/escalation/escalation'
import { hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'

interface ExhibitPickerProps {
  readonly draft: Escalation
  readonly onChange: (exhibitIds: string[]) => void
}

/** Which items of the evidence index go with a paper, by their numbers. */
export function ExhibitPicker({ draft, onChange }: ExhibitPickerProps) {
  const { t } = useTranslation()
  const { exhibits } = useDocument()
  const chosen = new Set(draft.exhibitIds)
  return (
    <Panel title={t('escalation.pick.exhibits', { count: draft.exhibitIds.length })}>
      {exhibits.length === 0 ? (
        <p className="small muted">
          {t('escalation.pick.noExhibits')}{' '}
          <a className="text-link" href={hrefOf('evidence')}>
            {t('escalation.pick.toEvidence')}
          </a>
        </p>
      ) : (
        <ul className="pick-list">
          {exhibits.map((exhibit, at) => (
            <li key={exhibit.id}>
              <Checkbox
                checked={chosen.has(exhibit.id)}
                onChange={() =>
                  onChange(
                    chosen.has(exhibit.id)
                      ? draft.exhibitIds.filter((id) => id !== exhibit.id)
                      : [...draft.exhibitIds, exhibit.id],
                  )
                }
                label={t('escalation.pick.exhibit', { number: at + 1, title: exhibit.title })}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
