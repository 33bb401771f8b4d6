import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useRun } from '../../state/app-context'
import { Panel } from '../../ui/panel'

/** The one thing that cannot be undone: it asks for a typed word first. */
export function WipePanel() {
  const { t } = useTranslation()
  const run = useRun()
  const [typed, setTyped] = useState('')
  const word = t('settings.wipe.word')
  const wipe = async () => {
    const reply = await run('case.wipe', {})
    setTyped('')
    if (!reply.ok) return
    notifications.show({ message: t('settings.wipe.done'), autoClose: 4000 })
    goTo('start')
  }
  return (
    <Panel title={t('settings.wipe.title')}>
      <p>{t('settings.wipe.text')}</p>
      <div className="row end">
        <TextInput
          label={t('settings.wipe.type', { word })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button variant="default" disabled={typed.trim() !== word} onClick={() => void wipe()}>
          {t('settings.wipe.button')}
        </Button>
      </div>
    </Panel>
  )
}
