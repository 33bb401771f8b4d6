import { useSyncExternalStore } from 'react'

/** Where the person is: the parts of the hash. Only opaque ids ever stand there. */
export type Route = readonly string[]

export const parseHash = (hash: string): Route =>
  hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '' && /^[A-Za-z0-9_-]{1,64}$/.test(part))

export const hrefOf = (...parts: readonly string[]): string => `#/${parts.join('/')}`

export function goTo(...parts: readonly string[]): void {
  window.location.hash = hrefOf(...parts)
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The current route; the string snapshot keeps React from rendering when nothing changed. */
export const useRoute = (): Route => parseHash(useSyncExternalStore(subscribe, () => window.location.hash))
