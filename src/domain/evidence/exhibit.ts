import type { LocalDate } from '#domain/calendar/local-date'

/** Files of one exhibit. */
export const MAX_EXHIBIT_FILES = 200

/**
 * One item of the evidence index (证据规定 19): its number is its place in the list. Screenshots of one call are one exhibit
 * with several files.
 */
export interface Exhibit {
  readonly id: string
  readonly title: string
  readonly attachmentIds: readonly string[]
  /** The contacts it proves. */
  readonly contactIds: readonly string[]
  /** 来源: where it comes from. */
  readonly source: string
  /** 证明对象和内容: what it is to prove. */
  readonly proves: string
  /** 原始载体: the phone or paper the original is on, and where that is kept. */
  readonly originalKept: string
  /** When it was recorded, as the person says. */
  readonly madeOn: LocalDate | null
  /** Faces, voices, names or numbers of others are in it: left out of copies to share. */
  readonly showsOthers: boolean
}

/** An answer of a time-stamping authority (RFC 3161) about a pack's list of hashes. */
export interface TrustedTime {
  /** The answer itself, base64 of its DER. */
  readonly answer: string
  /** The time in it, in milliseconds since 1970. */
  readonly at: number
  /** Who signed it, as the certificate says. */
  readonly by: string
}

/** A pack that was made: what it held can be told from its list of hashes. */
export interface EvidencePack {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  /** `full` for police and court, `share` with other people's traces hidden. */
  readonly copy: 'full' | 'share'
  readonly exhibitIds: readonly string[]
  readonly fileCount: number
  readonly sizeBytes: number
  /** SHA-256 of `manifest-sha256.txt`. */
  readonly manifestSha256: string
  readonly trustedTime: TrustedTime | null
}
