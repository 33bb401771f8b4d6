import type { Fen } from './fen'

/** `1234.56`: yuan with two decimals and no grouping, for files and spreadsheets. */
export function plainYuan(amount: Fen): string {
  const size = Math.abs(amount)
  const sign = amount < 0 ? '-' : ''
  return `${sign}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
}

/** `1,234.56`: yuan with two decimals, grouped by thousands, as bank statements print it. */
export function formatYuan(amount: Fen): string {
  return plainYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ',')
}
