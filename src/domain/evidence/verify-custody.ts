import type { Attachment } from '#domain/attachment/attachment'
import type { CustodyEntry } from './custody'
import { custodyText, NO_PREVIOUS } from './follow-custody'

/** What is wrong with a chain of custody, and at which entry (counted from 0). */
export type CustodyFault =
  /**
   * `order`: it does not carry the hash of the entry before: one was left out, added or moved. `changed`: its own hash is
   * another.
   */
  | { readonly fault: 'order' | 'changed'; readonly at: number }
  /** `unknownFile`: a file is in the case and not in the chain, or with another hash. `lostFile`: the chain says it is there. */
  | { readonly fault: 'unknownFile' | 'lostFile'; readonly attachmentId: string }

/** Recomputes every link and compares the chain with the files of the case. Empty: all is as the chain says. */
export function verifyCustody(
  chain: readonly CustodyEntry[],
  attachments: readonly Attachment[],
  sha256: (text: string) => string,
): readonly CustodyFault[] {
  const faults: CustodyFault[] = []
  const last = new Map<string, CustodyEntry>()
  let previous = NO_PREVIOUS
  for (const [at, entry] of chain.entries()) {
    if (entry.previous !== previous) faults.push({ fault: 'order', at })
    if (sha256(custodyText(entry)) !== entry.hash) faults.push({ fault: 'changed', at })
    previous = entry.hash
    if (entry.act !== 'packed') last.set(entry.subjectId, entry)
  }
  const here = new Map(attachments.map((file) => [file.id, file]))
  for (const { id, sha256: hash } of attachments) {
    const entry = last.get(id)
    if (!entry || entry.act === 'removed' || entry.sha256 !== hash)
      faults.push({ fault: 'unknownFile', attachmentId: id })
  }
  for (const [id, { act }] of last)
    if (act !== 'removed' && !here.has(id)) faults.push({ fault: 'lostFile', attachmentId: id })
  return faults
}
