/**
 * A paper, picture or recording that belongs to the case. The case carries what is known of it; the bytes lie encrypted
 * beside it, so a case from elsewhere may name files that are not here.
 */
export interface Attachment {
  readonly id: string
  /** Null: of the case as a whole. */
  readonly loanId: string | null
  /** As the person's file was called. Text to show, never a path. */
  readonly name: string
  /** `image/png`; `application/octet-stream` when it is not known. */
  readonly mediaType: string
  readonly sizeBytes: number
  /** SHA-256 of the original bytes, 64 lower-case hex digits. */
  readonly sha256: string
  /** Milliseconds since 1970. */
  readonly addedAt: number
  /** When the file says it was last changed, in milliseconds since 1970; null where it says nothing. */
  readonly fileTime: number | null
  readonly note: string
}

/** Largest file that is taken: 4 GiB, a day of video. */
export const MAX_FILE_BYTES = 4 * 1024 ** 3
