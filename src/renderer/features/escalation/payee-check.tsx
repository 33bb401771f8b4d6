import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { Panel } from '../../ui/panel'

const QUESTIONS = ['sameName', 'asked', 'written', 'noFee'] as const

/** Before any payment to an account that was not used before. All must be so, or nothing is paid yet. */
export function PayeeCheck() {
  const { t } = useTranslation()
  const [answered, setAnswered] = useState<readonly string[]>([])
  const isSafe = QUESTIONS.every((question) => answered.includes(question))
  return (
    <Panel title={t('escalation.payee.title')}>
      <p className="small muted">{t('escalation.payee.text')}</p>
      {QUESTIONS.map((question) => (
        <Checkbox
          key={question}
          checked={answered.includes(question)}
          onChange={(event) =>
            setAnswered(
              event.currentTarget.checked ? [...answered, question] : answered.filter((each) => each !== question),
            )
          }
          label={t(`escalation.payee.${question}`)}
        />
      ))}
      <p role="status" className={isSafe ? 'card calm' : 'card amber'}>
        {t(isSafe ? 'escalation.payee.fine' : 'escalation.payee.wait')}
      </p>
      <p className="small">
        <a className="text-link" href={hrefOf('rights', 'no-private-account')}>
          {t('findings.readRule')}
        </a>
      </p>
    </Panel>
  )
}
