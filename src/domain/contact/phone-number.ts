import parsePhoneNumber from 'libphonenumber-js/min'

/**
 * What kind of number called. `service`: 95xxx, 96xxx, 400, 800, 10xxx, 12xxx. `textPort`: 106…, from which texts are sent.
 * `hidden`: none was shown.
 */
export type NumberKind = 'mobile' | 'landline' | 'service' | 'textPort' | 'masked' | 'foreign' | 'hidden' | 'other'

export interface PhoneNumber {
  /** The same for every way of writing one number; empty when hidden. */
  readonly key: string
  /** As people read it. */
  readonly shown: string
  readonly kind: NumberKind
}

/** What phones, carriers and apps write where they have no number. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '-1',
  '-2',
  '-3',
  'null',
  'unknown',
  'private',
  'anonymous',
  '未知',
  '未知号码',
  '私人号码',
])

/**
 * Reads a number as phones, carrier bills and people write it: `+86`, `0086`, `86`, spaces, dashes, area codes, service
 * numbers, parts hidden by stars. Numbering plan: libphonenumber; service and text numbers are ours, as it does not know them.
 */
export function phoneNumber(text: string): PhoneNumber {
  // Spreadsheets write a number as 13800000001.0.
  const written = text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d+)\.0+$/, '$1')
  if (NOTHING.has(written.toLowerCase())) return { key: '', shown: '', kind: 'hidden' }
  const compact = written.replace(/[\s().-]/g, '').replace(/[xX＊•]/g, '*')
  if (/^\+?[\d*]*\*[\d*]*$/.test(compact)) return maskedNumber(compact)
  if (!/^\+?\d+$/.test(compact)) return { key: compact, shown: written, kind: 'other' }
  const national = compact.replace(/^(?:\+|00)86/, '')
  if (/^106\d{5,}$/.test(national)) return { key: national, shown: national, kind: 'textPort' }
  if (/^(?:9[56]\d{3,6}|1[012]\d{3}|11[0249]|12[02])$/.test(national))
    return { key: national, shown: national, kind: 'service' }
  const parsed = parsePhoneNumber(compact, 'CN')
  if (!parsed?.isPossible()) return { key: national, shown: national, kind: 'other' }
  if (parsed.country !== 'CN') return { key: parsed.number, shown: parsed.formatInternational(), kind: 'foreign' }
  return { key: parsed.nationalNumber, shown: parsed.formatNational(), kind: kindOf(parsed.nationalNumber) }
}

const kindOf = (national: string): NumberKind =>
  /^[48]00\d{7}$/.test(national) ? 'service' : /^1[3-9]\d{9}$/.test(national) ? 'mobile' : 'landline'

function maskedNumber(compact: string): PhoneNumber {
  const key = compact.replace(/^(?:\+|00)86/, '').replace(/^0(?=\d)/, '')
  return { key, shown: key, kind: 'masked' }
}

/**
 * Whether a number with hidden digits may be another: of the same length, alike in every digit that is shown. A likeness is a
 * reason to ask, never to merge.
 */
export function mayBe(masked: string, key: string): boolean {
  if (masked.length !== key.length) return false
  return Array.from(masked).every((digit, at) => digit === '*' || key[at] === '*' || digit === key[at])
}
