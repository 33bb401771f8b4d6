import { plainYuan } from '#domain/money/format-yuan'
import type { InterestRate } from '#domain/rate/interest-rate'
import { percentText } from '#domain/rate/percent-text'
import { rateInWords } from '#domain/rate/rate-in-words'
import enEcho from '#i18n/en/echo.json'
import zhEcho from '#i18n/zh-CN/echo.json'

const ECHO = { 'zh-CN': zhEcho, en: enEcho } as const

/** A rate as the app says it back, in the words of the interface. */
export function rateWords(rate: InterestRate, language: keyof typeof ECHO): string {
  const { per, stated, yearly, monthly, daily, dayBasis, costOfTenThousandFen } = rateInWords(rate)
  const percent = (fraction: number) => percentText(Number(fraction.toFixed(6)))
  const slots: Readonly<Record<string, string>> = {
    stated: percentText(stated),
    yearly: percent(yearly),
    monthly: percent(monthly),
    daily: percent(daily),
    dayBasis: String(dayBasis),
    cost: plainYuan(costOfTenThousandFen).replace(/\.00$/, ''),
  }
  return ECHO[language].rate[per].replace(/\{\{(\w+)\}\}/g, (_, slot: string) => slots[slot] ?? '')
}
