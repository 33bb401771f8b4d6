import type { Client } from '#contract/client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppState, AppStoreOptions } from './app-state'
import { createCaseSlice } from './case-slice'
import { createDraftsSlice } from './drafts-slice'
import { createSessionSlice } from './session-slice'
import { createVaultSlice } from './vault-slice'

export type AppStore = StoreApi<AppState>

/** One store for one page. The host's answer is the truth; what stands here is a cache with a revision. */
export const createAppStore = (client: Client, options: AppStoreOptions): AppStore =>
  createStore<AppState>()((set, get) => ({
    ...createSessionSlice(client, options, set, get),
    ...createCaseSlice(client, options, set, get),
    ...createDraftsSlice(client, set, get),
    ...createVaultSlice(client, options, set, get),
  }))
