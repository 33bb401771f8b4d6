import type { Attachment } from '#domain/attachment/attachment'
import type { CaseDocument } from '#domain/case-document'
import type { CustodyAct, CustodyEntry } from './custody'

export const NO_PREVIOUS = '0'.repeat(64)

/** Chance and time, and the hash, as a host has them. */
export interface CustodyPorts {
  readonly now: () => number
  readonly newId: () => string
  /** SHA-256 of UTF-8 text, 64 lower-case hexadecimal digits. */
  readonly sha256: (text: string) => string
}

/** What an entry's hash is taken of: one fact a line, in this order. The name comes last, as it may be anything. */
export const custodyText = (entry: Omit<CustodyEntry, 'hash'>): string =>
  [
    entry.previous,
    entry.id,
    entry.act,
    entry.at,
    entry.subjectId,
    entry.sizeBytes,
    entry.sha256,
    entry.fileTime ?? '-',
    entry.clock,
    entry.name,
  ].join('\n')

/** A file's clock may run ahead of ours by so much before it is said. */
const CLOCK_SLACK_MS = 5 * 60_000

/** A further entry at the end of a chain. */
export function appended(
  chain: readonly CustodyEntry[],
  act: CustodyAct,
  subject: Pick<CustodyEntry, 'subjectId' | 'name' | 'sizeBytes' | 'sha256' | 'fileTime'>,
  { now, newId, sha256 }: CustodyPorts,
): readonly CustodyEntry[] {
  const last = chain.at(-1)
  const at = now()
  const clock =
    last && last.at > at
      ? 'setBack'
      : act === 'taken' && subject.fileTime !== null && subject.fileTime > at + CLOCK_SLACK_MS
        ? 'fileFromFuture'
        : 'fine'
  const entry = { id: newId(), act, at, ...subject, clock, previous: last?.hash ?? NO_PREVIOUS } as const
  return [...chain, { ...entry, hash: sha256(custodyText(entry)) }]
}

/**
 * The chain of custody after any change of the case, whoever made it: files that came, went or came back get an entry.
 * Undo takes files away and brings them back, never entries. A case that was brought in whole brings its own chain.
 */
export function followCustody(before: CaseDocument, next: CaseDocument, ports: CustodyPorts): CaseDocument {
  if (before.attachments === next.attachments && before.custody === next.custody) return next
  const isOwn = before.custody === next.custody
  const had = new Map((isOwn ? before.attachments : []).map((file) => [file.id, file]))
  let chain = isOwn ? next.custody : linked(next.custody)
  const last = new Map(chain.map((entry) => [entry.subjectId, entry]))
  const has = new Set(next.attachments.map(({ id }) => id))
  for (const file of had.values()) if (!has.has(file.id)) chain = appended(chain, 'removed', subjectOf(file), ports)
  for (const file of next.attachments) {
    const entry = last.get(file.id)
    const isKnown = entry !== undefined && entry.act !== 'removed' && entry.sha256 === file.sha256
    if (isKnown) continue
    const act = entry?.act === 'removed' ? 'restored' : isOwn && !had.has(file.id) ? 'taken' : 'found'
    chain = appended(chain, act, subjectOf(file), ports)
  }
  return chain === next.custody ? next : { ...next, custody: chain }
}

/** The beginning in which each entry follows the one before: what an undone import leaves behind it belongs to no chain. */
function linked(chain: readonly CustodyEntry[]): readonly CustodyEntry[] {
  const broken = chain.findIndex(({ previous }, at) => previous !== (chain[at - 1]?.hash ?? NO_PREVIOUS))
  return broken < 0 ? chain : chain.slice(0, broken)
}

const subjectOf = ({ id, name, sizeBytes, sha256, fileTime }: Attachment) => ({
  subjectId: id,
  name,
  sizeBytes,
  sha256,
  fileTime,
})
