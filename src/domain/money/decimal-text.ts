/** Full-width digits, signs and units people type on a Chinese keyboard, as their ASCII twins, spaces removed. */
export function narrowText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\uFFE5/g, '¥')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/[\u3002\u00B7]/g, '.')
    .replace(/\s+/g, '')
}

export type ScaledNumber = { readonly kind: 'exact'; readonly value: bigint } | { readonly kind: 'tooPrecise' }

/**
 * A plain decimal text × 10^power as an exact integer: (`0.05`, 4) is 500. `tooPrecise` when digits would be lost,
 * null when the text is not a plain decimal.
 */
export function scaleDecimal(text: string, power: number): ScaledNumber | null {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(text)
  const whole = match?.[1] ?? ''
  const fraction = (match?.[2] ?? '').replace(/0+$/, '')
  if (!match || (whole === '' && (match[2] ?? '') === '')) return null
  if (whole.length > 30 || fraction.length > 30) return { kind: 'tooPrecise' }
  if (fraction.length > power) return { kind: 'tooPrecise' }
  return { kind: 'exact', value: BigInt(whole + fraction.padEnd(power, '0') || '0') }
}
