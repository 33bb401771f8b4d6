import { CUSTODY_ACTS, type CustodyEntry } from './custody'
import { custodyText, NO_PREVIOUS } from './follow-custody'

/** What a pack's `custody.json` says of itself. */
export type ChainFile =
  | { readonly state: 'whole'; readonly entries: number }
  /** Names are left out of copies to share: only that each entry follows the one before can be told. */
  | { readonly state: 'linked'; readonly entries: number }
  | { readonly state: 'broken'; readonly at: number }
  | { readonly state: 'unreadable' }

/** Recomputes the chain in a pack: an entry that was changed, taken out or moved breaks it. */
export function verifyChainFile(text: string, sha256: (text: string) => string): ChainFile {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { state: 'unreadable' }
  }
  const { chain, copy, entries } = (file ?? {}) as { chain?: unknown; copy?: unknown; entries?: unknown }
  if (chain !== 'breathing-room-custody' || !Array.isArray(entries)) return { state: 'unreadable' }
  const isFull = copy === 'full'
  let previous = NO_PREVIOUS
  for (const [at, entry] of (entries as readonly unknown[]).entries()) {
    if (typeof entry !== 'object' || entry === null) return { state: 'unreadable' }
    const said = entry as CustodyEntry
    if (said.previous !== previous || !CUSTODY_ACTS.includes(said.act)) return { state: 'broken', at }
    if (isFull && sha256(custodyText(said)) !== said.hash) return { state: 'broken', at }
    previous = said.hash
  }
  return { state: isFull ? 'whole' : 'linked', entries: entries.length }
}
