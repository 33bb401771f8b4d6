import type { Preferences } from '#contract/procedures'
import { useSyncExternalStore } from 'react'

const darkQuery = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

const subscribe = (listener: () => void): (() => void) => {
  const query = darkQuery()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** The scheme to show; `auto` follows the system while the app is open. */
export function useColorScheme(wanted: Preferences['theme']): 'light' | 'dark' {
  const systemIsDark = useSyncExternalStore(subscribe, () => darkQuery().matches)
  return wanted === 'auto' ? (systemIsDark ? 'dark' : 'light') : wanted
}
