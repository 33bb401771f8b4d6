import type { Rectangle } from 'electron'
import Store from 'electron-store'
import type { Preferences } from '#contract/procedures'

interface StoredPreferences extends Preferences {
  readonly bounds?: Rectangle
}

let opened: Store<StoredPreferences> | null = null

// Opened late: the data folder is chosen first. The loopback shell reads the same file by `conf`.
const store = (): Store<StoredPreferences> =>
  (opened ??= new Store<StoredPreferences>({
    name: 'preferences',
    defaults: { language: 'zh-CN', theme: 'auto' },
    configFileMode: 0o600,
    clearInvalidConfig: true,
  }))

export function readPreferences(): Preferences {
  const { language, theme } = store().store
  return {
    language: language === 'en' ? 'en' : 'zh-CN',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  }
}

export const writePreferences = (preferences: Preferences): void => store().set(preferences)

export const readBounds = (): Rectangle | undefined => store().store.bounds

export const saveBounds = (bounds: Rectangle): void => store().set('bounds', bounds)
