import type { Sender } from '#domain/letter/proposal'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument, useRun } from '../../state/app-context'
import { useFoundDraft, useKeepDraft } from '../../state/use-kept-draft'
import { DraftNote } from '../../ui/draft-note'

interface SenderFormProps {
  readonly onDone: () => void
  /** Shown beside "save" where the form can be put off. */
  readonly canWait: boolean
}

/** "Me, for letters": asked at the first letter, kept in the case, changed in Settings. */
export function SenderForm({ onDone, canWait }: SenderFormProps) {
  const { t } = useTranslation()
  const { settings } = useDocument()
  const run = useRun()
  const { sender } = settings
  const initial = { ...sender, answerWithinHours: String(sender.answerWithinHours) }
  const kept = useFoundDraft('sender', initial)
  const form = useForm({
    initialValues: kept.found?.value ?? initial,
    validate: {
      name: (value) => (value.trim() === '' ? t('proposals.sender.problemName') : null),
      phone: (value) => (value.replace(/\D/g, '').length < 7 ? t('proposals.sender.problemPhone') : null),
      answerWithinHours: (value) => {
        const hours = Number(value)
        return Number.isInteger(hours) && hours >= 1 && hours <= 168 ? null : t('proposals.sender.problemHours')
      },
    },
  })
  useKeepDraft('sender', form.values)
  const [isContinued, setContinued] = useState(kept.found !== null)
  const restart = () => {
    form.setValues(initial)
    setContinued(false)
    kept.drop()
  }
  const save = async (values: typeof form.values) => {
    const next: Sender = {
      name: values.name.trim(),
      idNumber: values.idNumber.trim(),
      phone: values.phone.trim(),
      address: values.address.trim(),
      email: values.email.trim(),
      debitAccount: values.debitAccount.trim(),
      answerWithinHours: Number(values.answerWithinHours),
    }
    const reply = await run('settings.save', { settings: { ...settings, sender: next } })
    if (!reply.ok) return
    kept.drop()
    onDone()
  }
  return (
    <form className="stack tight" noValidate onSubmit={form.onSubmit((values) => void save(values))}>
      <p className="small muted">{t('proposals.sender.text')}</p>
      {isContinued && kept.found ? <DraftNote savedAt={kept.found.savedAt} onRestart={restart} /> : null}
      <TextInput label={t('proposals.sender.name')} withAsterisk maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        label={t('proposals.sender.phone')}
        description={t('proposals.sender.phoneHint')}
        withAsterisk
        maxLength={200}
        inputMode="tel"
        {...form.getInputProps('phone')}
      />
      <TextInput
        label={t('proposals.sender.idNumber')}
        description={t('proposals.sender.idHint')}
        maxLength={200}
        {...form.getInputProps('idNumber')}
      />
      <TextInput label={t('proposals.sender.address')} maxLength={200} {...form.getInputProps('address')} />
      <TextInput label={t('proposals.sender.email')} maxLength={200} {...form.getInputProps('email')} />
      <TextInput
        label={t('proposals.sender.debitAccount')}
        description={t('proposals.sender.debitHint')}
        maxLength={200}
        {...form.getInputProps('debitAccount')}
      />
      <TextInput
        label={t('proposals.sender.answerWithinHours')}
        inputMode="numeric"
        maxLength={3}
        {...form.getInputProps('answerWithinHours')}
      />
      <div className="row">
        <Button type="submit">{t('proposals.sender.save')}</Button>
        {canWait ? (
          <Button variant="default" onClick={onDone}>
            {t('proposals.sender.later')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
