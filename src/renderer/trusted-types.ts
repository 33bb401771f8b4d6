import { isWorkerScript } from '#contract/page-policy'

/**
 * The page's only Trusted Types policy. No feature writes markup: the one legitimate use of `innerHTML` is Mantine's
 * own style text, which never holds a `<`. Anything else is refused before the browser parses it. Scripts may be loaded
 * from one place: the built workers of this program.
 */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(address: string): string },
  ): unknown
}

export function refuseMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('markup from text is refused')
  return text
}

export function ownWorkerOnly(address: string, base: string): string {
  const page = new URL(base)
  const { protocol, host, pathname, href } = new URL(address, base)
  if (protocol === page.protocol && host === page.host && isWorkerScript(pathname)) return href
  throw new TypeError('not a worker of this program')
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
factory?.createPolicy('default', {
  createHTML: refuseMarkup,
  createScriptURL: (address) => ownWorkerOnly(address, location.href),
})
