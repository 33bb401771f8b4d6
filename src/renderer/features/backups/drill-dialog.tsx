import type { BackupEntry, BackupsState } from '#contract/dto/backups'
import type { Key } from '#contract/dto/vault'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import { KeyInput } from '../vault/key-input'
import { KeyProblem } from '../vault/key-problem'
import { useKeyChange } from '../vault/use-key-change'

interface DrillDialogProps {
  readonly backups: readonly BackupEntry[]
  readonly onClose: () => void
  readonly onState: (state: BackupsState) => void
}

/** Opens the newest backup with what is typed, from the disk, and says whether it holds what was backed up. */
export function DrillDialog({ backups, onClose, onState }: DrillDialogProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const [key, setKey] = useState<Key | null>(null)
  const [isSame, setSame] = useState<boolean | null>(null)
  const { isBusy, problem, waitSeconds, send } = useKeyChange<{ drill: { isSame: boolean }; state: BackupsState }>(
    ({ drill, state }) => {
      setSame(drill.isSame)
      onState(state)
    },
  )
  const ways = [...new Set(backups.flatMap(({ slots }) => slots.map(({ way }) => way)))]
  const canBeTyped = ways.includes('password') || ways.includes('recovery')
  const begin = () => {
    if (key && key.way !== 'device') void send(client.call('backups.drill', { key }))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('backups.drill.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size="lg"
    >
      {isSame !== null ? (
        <div className="stack tight">
          <p role="status">{t(isSame ? 'backups.drill.same' : 'backups.drill.differs')}</p>
          <div className="row">
            <Button onClick={onClose} data-autofocus>
              {t('common.close')}
            </Button>
          </div>
        </div>
      ) : canBeTyped ? (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault()
            begin()
          }}
        >
          <p>{t('backups.drill.text')}</p>
          <KeyProblem problem={problem} waitSeconds={waitSeconds} />
          <KeyInput ways={ways} onChange={setKey} passwordLabel={t('backups.drill.password')} autoFocus />
          <div className="row">
            <Button type="submit" loading={isBusy} disabled={key === null || waitSeconds > 0}>
              {t('backups.drill.begin')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t('backups.drill.none')}</p>
      )}
    </Modal>
  )
}
