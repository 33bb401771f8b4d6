import type { Sender } from '#domain/letter/proposal'
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument, useRun } from '../../state/app-context'
import { Panel } from '../../ui/panel'

/** "Me, for letters". The room of proposals shows the same panel at the first letter. */
export function SenderPanel({ onSaved }: { readonly onSaved?: () => void }) {
  const { settings } = useDocument()
  // Remounted when the saved sender changes from outside (undo), so the fields follow.
  return (
    <SenderFields key={JSON.stringify(settings.sender)} sender={settings.sender} {...(onSaved ? { onSaved } : {})} />
  )
}

function SenderFields({ sender, onSaved }: { readonly sender: Sender; readonly onSaved?: () => void }) {
  const { t } = useTranslation()
  const { settings } = useDocument()
  const run = useRun()
  const form = useForm<Sender>({ initialValues: sender })
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const reply = await run('settings.save', { settings: { ...settings, sender: form.values } })
    if (!reply.ok) return
    notifications.show({ message: t('settings.saved'), autoClose: 3000 })
    onSaved?.()
  }
  const text = (key: Exclude<keyof Sender, 'answerWithinHours'>) => ({
    label: t(`settings.sender.${key}`),
    maxLength: 200,
    autoComplete: 'off',
    ...form.getInputProps(key),
  })
  return (
    <Panel title={t('settings.sender.title')}>
      <p className="small muted">{t('settings.sender.text')}</p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="grid two top">
          <TextInput {...text('name')} />
          <TextInput {...text('phone')} inputMode="tel" />
          <TextInput
            {...text('idNumber')}
            description={t('settings.sender.idHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <TextInput
            {...text('debitAccount')}
            description={t('settings.sender.debitHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <TextInput {...text('address')} />
          <TextInput {...text('email')} inputMode="email" />
          <NumberInput
            label={t('settings.sender.answerWithinHours')}
            hideControls
            min={1}
            max={168}
            allowDecimal={false}
            value={form.values.answerWithinHours}
            onChange={(value) => form.setValues({ answerWithinHours: typeof value === 'number' ? value : 24 })}
          />
        </div>
        <div className="row">
          <Button type="submit">{t('settings.sender.save')}</Button>
        </div>
      </form>
    </Panel>
  )
}
