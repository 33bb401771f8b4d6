import type { Client } from '#contract/client'
import type { Key, Protection } from '#contract/dto/vault'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState, AppStoreOptions, VaultSlice } from './app-state'

/** Where the page stands before the vault: outside its door, or inside. */
export function createVaultSlice(
  client: Client,
  options: AppStoreOptions,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
): VaultSlice {
  /** Reads the case. A page without the right to read (a second window) finds itself outside still. */
  async function enter(): Promise<void> {
    await Promise.all([get().reload(), get().loadDrafts()])
    const { caseCache } = get()
    if (caseCache.status === 'failed' && caseCache.error.code === 'locked') set({ caseCache: { status: 'loading' } })
    else set({ isInside: true })
  }

  async function through(asked: ReturnType<VaultSlice['openVault']>): ReturnType<VaultSlice['openVault']> {
    const reply = await asked
    if (!reply.ok) return reply
    set({ vault: reply.value })
    await enter()
    return reply
  }

  const openVault = (key: Key) => through(client.call('vault.open', { key }))

  return {
    vault: null,
    isInside: false,
    knock: async () => {
      const reply = await client.call('vault.status', {})
      if (!reply.ok) {
        set({ isInside: true, caseCache: { status: 'failed', error: reply.error } })
        return
      }
      set({ vault: reply.value })
      const { state, ways, shutReason } = reply.value
      if (state === 'open') await enter()
      // Without a password the program opens as it starts; after a lock the person says so.
      const opensByItself = ways.includes('device') && (state === 'open' || shutReason === 'start')
      if (opensByItself && !get().isInside) await openVault({ way: 'device' })
    },
    createVault: (protection: Protection) => through(client.call('vault.create', { protection })),
    openVault,
    takeOverBackup: (input) => through(client.call('backups.takeOver', input)),
    shutVault: () => {
      options.blank()
      void get()
        .flushDrafts()
        .finally(() => void client.call('vault.shut', {}))
    },
  }
}
