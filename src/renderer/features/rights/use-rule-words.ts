import { RATE_SCALE } from '#domain/rate/interest-rate'
import type { RuleText, RuleValue } from '#domain/rules/rule'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import { moneyText } from '../../ui/money-text'
import { percentText } from '../../ui/rate-text'

export interface RuleWords {
  /** A rule's own words in the language of the page. */
  readonly say: (text: RuleText) => string
  /** The figure of a value in a few words; null for a statement. */
  readonly valueText: (value: RuleValue) => string | null
}

/** Rules bring their own words in both languages; the figures are worded here. */
export function useRuleWords(): RuleWords {
  const { t } = useTranslation()
  const language = useApp((state) => state.preferences.language)
  const valueText = (value: RuleValue): string | null => {
    switch (value.kind) {
      case 'statement':
        return null
      case 'rate':
        return t(`rights.value.rate.${value.per}`, { percent: percentText(value.partsPerTenMillion / RATE_SCALE) })
      case 'rateBand':
        return t('rights.value.rateBand', {
          lower: percentText(value.lowerPartsPerTenMillion / RATE_SCALE),
          upper: percentText(value.upperPartsPerTenMillion / RATE_SCALE),
        })
      case 'lprMultiple':
        return t('rights.value.lprMultiple', { times: value.multiplePer10000 / 10_000 })
      case 'surcharge':
        return t('rights.value.surcharge', {
          min: percentText(value.minPer10000 / 10_000),
          max: percentText(value.maxPer10000 / 10_000),
        })
      case 'overLoss':
        return t('rights.value.overLoss', { percent: percentText(value.sharePer10000 / 10_000) })
      case 'duration':
        return t(`rights.value.duration.${value.unit}`, { count: value.count })
      case 'count':
        return t(`rights.value.${value.bound}`, { what: t(`rights.value.unit.${value.unit}`, { count: value.count }) })
      case 'hours':
        return t('rights.value.hours', { from: value.from, to: value.to })
      case 'amount':
        return moneyText(value.amountFen, 'auto', true)
    }
  }
  return { say: (text) => text[language], valueText }
}
