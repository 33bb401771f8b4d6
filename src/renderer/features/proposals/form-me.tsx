import { maskId } from '#domain/letter/mask'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { SenderForm } from './sender-form'

/** Who writes: the form at the first letter, one line afterwards. */
export function FormMe() {
  const { t } = useTranslation()
  const { sender } = useDocument().settings
  const isEmpty = sender.name.trim() === ''
  const [isOpen, setOpen] = useState(isEmpty)
  return (
    <Panel
      title={t('proposals.form.me')}
      tone={isEmpty ? 'calm' : 'plain'}
      aside={
        isOpen ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t('proposals.form.meEdit')}
          </Button>
        )
      }
    >
      {isOpen ? (
        <SenderForm canWait onDone={() => setOpen(false)} />
      ) : (
        <p>
          {isEmpty
            ? t('proposals.form.meNone')
            : [sender.name, maskId(sender.idNumber), sender.phone].filter((text) => text !== '').join(' · ')}
        </p>
      )}
    </Panel>
  )
}
