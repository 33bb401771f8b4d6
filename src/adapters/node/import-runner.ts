import { Worker } from 'node:worker_threads'
import { err } from '#domain/result'
import type { Imported, ImportKind } from '#services/importers'
import type { ImportPort } from '#services/ports'

export interface ImportLimits {
  /** Longest time a file may take, in milliseconds. */
  readonly timeMs: number
  /** Most memory its reading may take, in MiB. */
  readonly memoryMiB: number
}

/** A case of many years takes a small part of either. */
export const IMPORT_LIMITS: ImportLimits = { timeMs: 20_000, memoryMiB: 512 }

/**
 * Reads each file in a thread of its own that has limits and is thrown away afterwards: a file that was made to hang or to
 * fill the memory costs itself. `script` is the built `import-worker`.
 */
export const importRunner = (script: string, limits: ImportLimits = IMPORT_LIMITS): ImportPort => ({
  read<K extends ImportKind>(kind: K, text: string): Promise<Imported<K>> {
    return new Promise((resolve) => {
      const refuse = (reason: 'took_too_long' | 'too_large' | 'foreign'): void => {
        resolve(err({ code: 'not_a_case_file', reason }) as Imported<K>)
      }
      const worker = new Worker(script, {
        resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
        stdin: false,
        env: {},
        execArgv: [],
      })
      const end = (): void => {
        clearTimeout(timer)
        void worker.terminate()
      }
      const timer = setTimeout(() => {
        refuse('took_too_long')
        end()
      }, limits.timeMs)
      worker.once('message', (read: Imported<K>) => {
        resolve(read)
        end()
      })
      worker.once('error', (error: NodeJS.ErrnoException) => {
        refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'foreign')
        end()
      })
      worker.postMessage({ kind, text })
    })
  },
})
