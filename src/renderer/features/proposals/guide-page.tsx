import { useTranslation } from 'react-i18next'
import { DeskBack } from './desk-back'
import { PageHeader } from '../../ui/page-header'

const STEPS = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6'] as const

/** How to hand a request in, and what to do when it is refused at the counter. */
export function GuidePage() {
  const { t } = useTranslation()
  return (
    <div className="stack guide">
      <DeskBack />
      <PageHeader title={t('proposals.guide.title')} sub={t('proposals.guide.sub')} />
      <ol className="guide-steps">
        {STEPS.map((step) => (
          <li className="card" key={step}>
            <h2>{t(`proposals.guide.${step}`)}</h2>
            <p>{t(`proposals.guide.${step}Text`)}</p>
            {step === 'step5' ? <p className="small muted">{t('proposals.guide.step5Source')}</p> : null}
          </li>
        ))}
      </ol>
      <p className="small muted">
        {t('proposals.guide.disclaimer')} {t('proposals.guide.checkedOn')}
      </p>
    </div>
  )
}
