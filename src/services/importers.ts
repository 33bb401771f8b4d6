import { readDocument } from './document/read-document'

/** What can be read from outside, by kind. Runs in a thread of its own: see `ImportPort`. */
export const IMPORTERS = { case: readDocument } as const

export type ImportKind = keyof typeof IMPORTERS

export type Imported<K extends ImportKind> = ReturnType<(typeof IMPORTERS)[K]>
