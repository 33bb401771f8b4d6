/**
 * The page's only Trusted Types policy. No feature writes markup: the one legitimate use of `innerHTML` is Mantine's
 * own style text, which never holds a `<`. Anything else is refused before the browser parses it.
 */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
}

export function refuseMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('markup from text is refused')
  return text
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
factory?.createPolicy('default', { createHTML: refuseMarkup })
