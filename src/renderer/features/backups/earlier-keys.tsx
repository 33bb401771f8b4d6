import type { BackupsState } from '#contract/dto/backups'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import type { Accept } from './accept'

interface EarlierKeysProps {
  readonly state: BackupsState
  readonly isBusy: boolean
  readonly accept: Accept
}

/** After keys were renewed because somebody knew the password: the backups that this somebody could still open. */
export function EarlierKeys({ state, isBusy, accept }: EarlierKeysProps) {
  const { t } = useTranslation()
  const client = useApp((app) => app.client)
  const names = state.backups.filter(({ opensNow, slots }) => !opensNow && slots.length > 0).map(({ name }) => name)
  if (names.length === 0) return null
  const replace = async () => {
    // Nothing is deleted before the new one is there.
    if (await accept(client.call('backups.make', {})))
      await accept(client.call('backups.remove', { names }), t('backups.panel.replaced'))
  }
  return (
    <div className="backup-note stack tight">
      <p>{t('backups.panel.earlier', { count: names.length })}</p>
      <div className="row">
        <Button variant="default" size="compact-sm" disabled={isBusy} onClick={() => void replace()}>
          {t('backups.panel.replace')}
        </Button>
      </div>
    </div>
  )
}
