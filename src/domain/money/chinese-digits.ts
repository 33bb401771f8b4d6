const DIGITS = '零一二三四五六七八九'
const CAPITALS = '零壹贰叁肆伍陆柒捌玖'

/** Other ways to write a sign of a number, and the plain one. */
const TWINS: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  俩: '二',
  貳: '贰',
  參: '叁',
  陸: '陆',
  弌: '一',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  圆: '元',
  圓: '元',
  點: '点',
}

/**
 * Chinese numerals as Arabic ones, units kept: 三万五千 is `3万5千`, 壹万元整 `1万元整`, 十五 `15`, 三点五 `3.5`.
 *
 * 零 between units stays a mark (`1千零5`), because it is what makes 一千零五 unambiguous.
 */
export function withArabicDigits(text: string): string {
  return Array.from(text)
    .map((sign) => TWINS[sign] ?? sign)
    .map((sign) => {
      const value = Math.max(DIGITS.indexOf(sign), CAPITALS.indexOf(sign))
      return value > 0 ? String(value) : sign
    })
    .join('')
    .replace(/(\d)点(?=[\d零])/g, '$1.')
    .replace(/零点(?=[\d零])/g, '0.')
    .replace(/\.([\d零]+)/g, (fraction) => fraction.replaceAll('零', '0'))
    .replace(/(?<![\d.])([1-9]?)十([1-9]?)/g, (_, tens: string, ones: string) => `${tens || '1'}${ones || '0'}`)
    .replace(/^零(?![\d.])/, '0')
}
