import type { Client } from '#contract/client'
import type { Reply } from '#contract/errors'
import type { CommandName, CommandOutput, Input } from '#contract/procedures'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState, AppStoreOptions, CaseSlice, CommandInput } from './app-state'
import { applyChanges } from './apply-changes'

type SetState = StoreApi<AppState>['setState']
type GetState = StoreApi<AppState>['getState']

/** Commands that replace so much that reading the case again is simpler than describing the change. */
const REPLACING: ReadonlySet<CommandName> = new Set<CommandName>([
  'backups.restore',
  'case.import',
  'case.loadSample',
  'case.wipe',
])

export function createCaseSlice(client: Client, options: AppStoreOptions, set: SetState, get: GetState): CaseSlice {
  // Commands go one after another, so each carries the revision the one before it produced.
  let last: Promise<unknown> = Promise.resolve()

  async function reload(): Promise<void> {
    const reply = await client.call('case.get', {})
    set({
      caseCache: reply.ok ? { status: 'ready', ...reply.value } : { status: 'failed', error: reply.error },
    })
  }

  async function accept(name: CommandName, output: CommandOutput): Promise<void> {
    const cache = get().caseCache
    if (cache.status !== 'ready' || REPLACING.has(name)) return reload()
    const document = applyChanges(cache.document, output.changes, output.revision)
    if (!document) return reload()
    set({ caseCache: { ...cache, document, canUndo: output.canUndo, canRedo: output.canRedo } })
  }

  async function send<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    quiet: boolean,
  ): Promise<Reply<CommandOutput>> {
    const cache = get().caseCache
    const expectedRevision = cache.status === 'ready' ? cache.document.revision : 0
    const reply = (await client.call(name, { ...input, expectedRevision } as Input<N>)) as Reply<CommandOutput>
    if (reply.ok) await accept(name, reply.value)
    else {
      const { code } = reply.error
      if (code === 'conflict' || code === 'read_only' || code === 'storage_failed' || code === 'storage_full') {
        await reload()
      }
      if (!quiet) options.report(reply.error)
    }
    return reply
  }

  function run<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    runOptions?: { readonly quiet?: boolean },
  ): Promise<Reply<CommandOutput>> {
    const turn = last.then(() => send(name, input, runOptions?.quiet ?? false))
    last = turn.catch(() => undefined)
    return turn
  }

  async function step(name: 'case.undo' | 'case.redo', isPossible: boolean): Promise<void> {
    if (isPossible) await run(name, {})
  }
  const ready = () => {
    const cache = get().caseCache
    return cache.status === 'ready' ? cache : null
  }

  return {
    caseCache: { status: 'loading' },
    reload,
    run,
    undo: () => step('case.undo', ready()?.canUndo ?? false),
    redo: () => step('case.redo', ready()?.canRedo ?? false),
  }
}
