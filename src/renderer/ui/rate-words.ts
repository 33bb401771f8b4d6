import { plainYuan } from '#domain/money/format-yuan'
import { percentText } from '#domain/rate/percent-text'
import { rateInWords } from '#domain/rate/rate-in-words'
import type { InterestRate } from '#domain/rate/interest-rate'
import { useTranslation } from 'react-i18next'

/** A rate in words with its period, its yearly equivalent and day basis, and what 10,000 yuan cost. */
export function useRateWords(): (rate: InterestRate) => string {
  const { t } = useTranslation()
  return (rate) => {
    const { per, stated, yearly, monthly, daily, dayBasis, costOfTenThousandFen } = rateInWords(rate)
    return t(`echo.rate.${per}`, {
      stated: percentText(stated),
      yearly: percentText(Number(yearly.toFixed(6))),
      monthly: percentText(Number(monthly.toFixed(6))),
      daily: percentText(Number(daily.toFixed(6))),
      dayBasis,
      cost: plainYuan(costOfTenThousandFen).replace(/\.00$/, ''),
    })
  }
}
