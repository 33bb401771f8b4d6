import { termLimit } from '#domain/extension/default-request'
import type { LoanProduct } from '#domain/loan/loan'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import { ruleBook } from '../../rule-book'

interface TermLimitLineProps {
  readonly product: LoanProduct
  readonly periods: number
}

/** The longest term a rule allows for the product, with the rule; nothing where no rule is known. */
export function TermLimitLine({ product, periods }: TermLimitLineProps) {
  const { t } = useTranslation()
  const language = useApp((state) => state.preferences.language)
  const limit = termLimit(product)
  const rule = ruleBook.rules.find(({ id }) => id === limit?.ruleId)
  if (!limit || !rule) return null
  const isWithin = periods <= limit.periods
  return (
    <p className={isWithin ? 'small muted' : 'card amber small'}>
      {t(isWithin ? 'plan.ask.limit.within' : 'plan.ask.limit.beyond', { periods, most: limit.periods })}{' '}
      <a className="text-link" href={`#/rights/${rule.id}`}>
        {rule.title[language]}
      </a>
    </p>
  )
}
