import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { Panel } from '../../ui/panel'
import type { ContactReading } from './use-contact-reading'

interface OwnNameProps {
  readonly names: readonly string[]
  readonly reading: ContactReading
}

/** A copied chat does not say which of its names is the person's own. */
export function OwnName({ names, reading }: OwnNameProps) {
  const { t } = useTranslation()
  const [own, setOwn] = useState('')
  return (
    <Panel title={t('contactImport.own.title')}>
      <ChoiceInput
        label={t('contactImport.own.label')}
        value={own}
        choices={['', ...names]}
        words={(name) => (name === '' ? t('contactImport.own.none') : name)}
        onChange={setOwn}
      />
      <div className="row">
        <Button onClick={() => reading.answerOwn(own)}>{t('contactImport.own.go')}</Button>
        <Button variant="default" onClick={reading.stop}>
          {t('common.cancel')}
        </Button>
      </div>
    </Panel>
  )
}
