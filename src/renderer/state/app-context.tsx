import type { CaseDocument } from '#domain/case-document'
import type { LocalDate } from '#domain/calendar/local-date'
import { createContext, use, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { AppInfo, AppState, CaseSlice } from './app-state'
import type { AppStore } from './app-store'

const AppStoreContext = createContext<AppStore | null>(null)

export function AppStoreProvider({ store, children }: { readonly store: AppStore; readonly children: ReactNode }) {
  return <AppStoreContext value={store}>{children}</AppStoreContext>
}

/** The store itself, for actions that read the state when they run. */
export function useAppStore(): AppStore {
  const store = use(AppStoreContext)
  if (!store) throw new Error('AppStoreProvider is missing')
  return store
}

export const useApp = <T,>(select: (state: AppState) => T): T => useStore(useAppStore(), select)

/** The case document. Only below the frame, which renders rooms when the case is ready. */
export const useDocument = (): CaseDocument =>
  useApp((state) => {
    if (state.caseCache.status !== 'ready') throw new Error('the case is not ready')
    return state.caseCache.document
  })

export const useInfo = (): AppInfo =>
  useApp((state) => {
    if (!state.info) throw new Error('the host has not answered')
    return state.info
  })

/** Today as the host says; components never ask the clock. */
export const useToday = (): LocalDate => useInfo().today

export const useRun = (): CaseSlice['run'] => useApp((state) => state.run)
