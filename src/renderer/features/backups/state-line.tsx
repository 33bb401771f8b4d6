import type { BackupsState } from '#contract/dto/backups'
import { useTranslation } from 'react-i18next'
import { useInfo } from '../../state/app-context'
import { useInstantText } from '../../ui/use-instant-text'

/** The two sentences that matter: when the last good backup was made, and when one was last proven to open. */
export function StateLine({ state }: { readonly state: BackupsState }) {
  const { t } = useTranslation()
  const { today } = useInfo()
  const instantText = useInstantText()
  const { lastDrill, drillDueAt } = state
  const [newest] = state.backups
  const made = newest && instantText(newest.savedAt, 'minute')
  const at = lastDrill ? instantText(lastDrill.at, 'day') : ''
  const isDue = drillDueAt !== null && Date.parse(`${today}T23:59:59+08:00`) >= drillDueAt
  const drill = (): string => {
    if (!lastDrill || drillDueAt === null) return t('backups.panel.drillNever')
    if (!lastDrill.isSame) return t('backups.panel.drillDiffers', { at })
    if (drillDueAt === lastDrill.at) return t('backups.panel.drillKeysChanged', { at })
    return isDue
      ? t('backups.panel.drillDue', { at })
      : t('backups.panel.drillDone', { at, due: instantText(drillDueAt, 'day') })
  }
  return (
    <div className="stack tight">
      <p>
        {newest === undefined
          ? t('backups.panel.none')
          : newest.verifiedAt === null
            ? t('backups.panel.lastDamaged', { at: made })
            : t('backups.panel.last', { at: made })}
      </p>
      {newest === undefined ? null : <p className={lastDrill && !isDue ? 'muted' : ''}>{drill()}</p>}
    </div>
  )
}
