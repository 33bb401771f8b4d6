import { parentPort } from 'node:worker_threads'
import { IMPORTERS, type ImportKind } from '#services/importers'

// The thread in which a file from outside is read. It has its own memory and is ended from outside when it takes too long.
parentPort?.once('message', ({ kind, text }: { readonly kind: ImportKind; readonly text: string }) => {
  parentPort?.postMessage(IMPORTERS[kind](text))
})
