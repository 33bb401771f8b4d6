import type { Fen } from './fen'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']
const ZERO = '零'
const YUAN = '元'
const JIAO = '角'
const FEN_MARK = '分'
const WHOLE = '整'
const MINUS = '负'

const digit = (value: number): string => DIGITS.charAt(value)

/** One group of four digits, without leading zeros: 1009 is 壹仟零玖. */
function groupText(group: number): string {
  let text = ''
  let isZeroPending = false
  for (let place = 3; place >= 0; place--) {
    const value = Math.floor(group / 10 ** place) % 10
    if (value === 0) {
      isZeroPending = text !== ''
      continue
    }
    text += (isZeroPending ? ZERO : '') + digit(value) + (PLACES[place] ?? '')
    isZeroPending = false
  }
  return text
}

function wholeYuanText(yuan: number): string {
  let text = ''
  let isZeroPending = false
  for (let index = GROUPS.length - 1; index >= 0; index--) {
    const group = Math.floor(yuan / 10_000 ** index) % 10_000
    if (group === 0) {
      isZeroPending = text !== ''
      continue
    }
    if (text !== '' && (isZeroPending || group < 1000)) text += ZERO
    text += groupText(group) + (GROUPS[index] ?? '')
    isZeroPending = false
  }
  return text
}

/**
 * An amount in the capital characters used on cheques and letters (人民币大写), without the words 人民币:
 * 1234.56 is 壹仟贰佰叁拾肆元伍角陆分, 120.00 is 壹佰贰拾元整, 0 is 零元整.
 *
 * Source  中国人民银行《支付结算办法》附一《正确填写票据和结算凭证的基本规定》 (整 after 元 and after 角, none after 分).
 */
export function chineseCapital(amount: Fen): string {
  const size = Math.abs(amount)
  const yuan = Math.floor(size / 100)
  const jiao = Math.floor(size / 10) % 10
  const cents = size % 10
  const sign = amount < 0 ? MINUS : ''
  if (size === 0) return ZERO + YUAN + WHOLE
  const whole = yuan > 0 ? wholeYuanText(yuan) + YUAN : ''
  if (jiao === 0 && cents === 0) return sign + whole + WHOLE
  const jiaoText = jiao > 0 ? digit(jiao) + JIAO : whole === '' ? '' : ZERO
  return sign + whole + jiaoText + (cents > 0 ? digit(cents) + FEN_MARK : WHOLE)
}
