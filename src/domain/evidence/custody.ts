/**
 * What happened to a file of the case. `found`: it was there before the chain began. `restored`: a removal was taken back.
 * `packed`: a pack for somebody else was made; the file is then the pack's list of hashes.
 */
export const CUSTODY_ACTS = ['taken', 'found', 'removed', 'restored', 'packed'] as const
export type CustodyAct = (typeof CUSTODY_ACTS)[number]

/**
 * One link of the chain of custody. It only ever grows: a file that is removed leaves its entries and gets another. Each
 * entry carries the hash of the one before, so none can be changed, left out or moved without breaking every later one.
 * The hashes prove nothing about when: that needs a time stamp by somebody else.
 */
export interface CustodyEntry {
  readonly id: string
  readonly act: CustodyAct
  /** By this computer's clock, in milliseconds since 1970. */
  readonly at: number
  /** The attachment, or the pack. */
  readonly subjectId: string
  readonly name: string
  readonly sizeBytes: number
  /** SHA-256 of the original bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string
  /** When the file says it was last changed, in milliseconds since 1970; null where it says nothing. */
  readonly fileTime: number | null
  /** The clock stood before an earlier entry, or the file claims to be from after it was taken. */
  readonly clock: 'fine' | 'setBack' | 'fileFromFuture'
  /** `hash` of the entry before; 64 zeros for the first. */
  readonly previous: string
  /** SHA-256 of `custodyText`. */
  readonly hash: string
}
