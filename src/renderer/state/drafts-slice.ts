import type { Client } from '#contract/client'
import type { Draft } from '#contract/dto/drafts'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState, DraftsSlice } from './app-state'

/** Saved this long after typing stopped, and at least so often while it goes on. */
const QUIET_MS = 700
const LONGEST_MS = 3_000

/** What stands half-typed in forms, kept by the host so that locking or a restart loses none of it. */
export function createDraftsSlice(
  client: Client,
  set: StoreApi<AppState>['setState'],
  get: StoreApi<AppState>['getState'],
): DraftsSlice {
  const unsaved = new Map<string, Draft['value']>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | null = null

  async function flushDrafts(): Promise<void> {
    clearTimeout(timer)
    waitingSince = null
    const due = [...unsaved]
    unsaved.clear()
    // A form that is left and opened again goes on from here too.
    const savedAt = Date.now()
    const saved = due.map(([form, value]): Draft => ({ form, savedAt, value }))
    set({ drafts: [...get().drafts.filter(({ form }) => !due.some(([each]) => each === form)), ...saved] })
    await Promise.all(due.map(([form, value]) => client.call('drafts.keep', { form, value })))
  }

  const without = (form: string) => get().drafts.filter((draft) => draft.form !== form)

  return {
    drafts: [],
    loadDrafts: async () => {
      const reply = await client.call('drafts.list', {})
      if (reply.ok) set({ drafts: reply.value.drafts })
    },
    keepDraft: (form, value, now) => {
      unsaved.set(form, value)
      waitingSince ??= now
      clearTimeout(timer)
      timer = setTimeout(() => void flushDrafts(), Math.max(0, Math.min(QUIET_MS, waitingSince + LONGEST_MS - now)))
    },
    dropDraft: (form) => {
      unsaved.delete(form)
      set({ drafts: without(form) })
      void client.call('drafts.drop', { form })
    },
    flushDrafts,
  }
}
