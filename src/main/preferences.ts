import { ipcMain, type Rectangle } from 'electron'
import Store from 'electron-store'
import type { Preferences } from '#contract/procedures'

interface StoredPreferences extends Preferences {
  readonly bounds?: Rectangle
}

let opened: Store<StoredPreferences> | null = null

// Opened late: the data folder is chosen first. The loopback shell reads the same file by `conf`.
function store(): Store<StoredPreferences> {
  if (opened) return opened
  opened = new Store<StoredPreferences>({
    name: 'preferences',
    defaults: { language: 'zh-CN', theme: 'auto' },
    configFileMode: 0o600,
    clearInvalidConfig: true,
  })
  // The library opens a channel of its own, which tells any page where the data lies. `rpc` is our only one.
  ipcMain.removeAllListeners('electron-store-get-data')
  return opened
}

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
