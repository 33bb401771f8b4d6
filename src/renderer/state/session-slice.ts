import type { Client } from '#contract/client'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState, AppStoreOptions, SessionSlice } from './app-state'

export function createSessionSlice(
  client: Client,
  options: AppStoreOptions,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
): SessionSlice {
  return {
    client,
    info: null,
    preferences: { language: 'zh-CN', theme: 'auto' },
    numbersHidden: false,
    start: async () => {
      const [info, preferences] = await Promise.all([client.call('app.info', {}), client.call('app.preferences', {})])
      if (preferences.ok) set({ preferences: preferences.value })
      if (!info.ok) {
        set({ isInside: true, caseCache: { status: 'failed', error: info.error } })
        return
      }
      set({ info: info.value })
      await get().knock()
    },
    savePreferences: async (preferences) => {
      set({ preferences })
      const reply = await client.call('app.savePreferences', preferences)
      if (!reply.ok) options.report(reply.error)
    },
    toggleNumbers: () => set((state) => ({ numbersHidden: !state.numbersHidden })),
  }
}
