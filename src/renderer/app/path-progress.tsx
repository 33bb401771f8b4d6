import { useTranslation } from 'react-i18next'
import { useDocument } from '../state/app-context'
import { Icon } from '../ui/icon'
import { pathSteps } from './path-state'
import { hrefOf } from './router'

/** 欠多少 → 付得起多少 → 请求什么 → 写成信, resumable: each step leads to its room. */
export function PathProgress() {
  const { t } = useTranslation()
  const steps = pathSteps(useDocument())
  return (
    <nav aria-label={t('nav.path.label')}>
      <ol className="path">
        {steps.map((step) => (
          <li key={step.id}>
            <a
              href={hrefOf(step.path)}
              data-state={step.state}
              aria-current={step.state === 'next' ? 'step' : undefined}
            >
              {step.state === 'done' ? <Icon name="check" /> : null}
              {t(`nav.path.${step.id}`)}
              <span className="visually-hidden">{t(`nav.path.state.${step.state}`)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
