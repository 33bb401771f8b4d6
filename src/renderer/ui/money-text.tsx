import type { Fen } from '#domain/money/fen'
import { formatYuan } from '#domain/money/format-yuan'
import { useTranslation } from 'react-i18next'
import { useApp } from '../state/app-context'

interface MoneyTextProps {
  readonly fen: Fen
  /** `always` puts a plus before gains, for differences. */
  readonly sign?: 'auto' | 'always'
  /** Whole yuan, for headlines where fen would be false precision. */
  readonly isRounded?: boolean
}

/** Text of an amount: `¥1,234.56`, a minus before the sign of the currency. */
export function moneyText(fen: Fen, sign: 'auto' | 'always' = 'auto', isRounded = false): string {
  const size = Math.abs(fen) as Fen
  const text = formatYuan(isRounded ? ((Math.round(size / 100) * 100) as Fen) : size)
  const prefix = fen < 0 ? '−' : sign === 'always' && fen > 0 ? '+' : ''
  return `${prefix}¥${isRounded ? text.replace(/\.\d\d$/, '') : text}`
}

export const HIDDEN_MONEY = '¥••••'

/** Amounts inside a sentence: `moneyText`, or the hidden form of it while numbers are hidden. */
export function useMoneyText(): typeof moneyText {
  const hidden = useApp((state) => state.numbersHidden)
  return hidden ? () => HIDDEN_MONEY : moneyText
}

/** The only way money reaches the screen by itself: tabular digits, hidden with the rest when numbers are hidden. */
export function MoneyText({ fen, sign = 'auto', isRounded = false }: MoneyTextProps) {
  const hidden = useApp((state) => state.numbersHidden)
  const { t } = useTranslation()
  if (!hidden) return <span className="num">{moneyText(fen, sign, isRounded)}</span>
  return (
    <span className="num">
      <span aria-hidden="true">{HIDDEN_MONEY}</span>
      <span className="visually-hidden">{t('common.numberHidden')}</span>
    </span>
  )
}
