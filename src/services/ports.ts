import type { LocalDate } from '#domain/calendar/local-date'
import type { LetterPaper } from '#domain/letter/blocks'
import type { Preferences } from '#contract/procedures'

/** Today's date in Beijing and the instant of saving: the only clock the services know. */
export interface ClockPort {
  today(): LocalDate
  /** Milliseconds since 1970, for pruning generations by age. */
  instant(): number
}

/** An open new file. `write` may take fewer bytes than given: the caller loops. */
export interface FileHandle {
  write(bytes: Uint8Array): Promise<number>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * The few file operations the vault is built from, so that a crash, a torn write or an error can be simulated at each of
 * them. Paths use `/`. Failures carry Node's codes (`ENOSPC`, `EIO`, …).
 */
export interface FsPort {
  makeDir(path: string): Promise<void>
  list(path: string): Promise<readonly string[]>
  read(path: string): Promise<Uint8Array>
  /** At most the first `length` bytes. */
  readHead(path: string, length: number): Promise<Uint8Array>
  /** Creates a file that must not exist yet, readable by its owner only. */
  create(path: string): Promise<FileHandle>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  syncDir(path: string): Promise<void>
}

/** What lies on disk at start: the newest generation that can be read, and what could not. */
export type OpenedContent =
  | { readonly state: 'fresh' }
  | { readonly state: 'opened'; readonly generation: number; readonly text: string }
  | { readonly state: 'recovered'; readonly generation: number; readonly text: string; readonly damaged: number }
  | { readonly state: 'unreadable'; readonly damaged: number }
  | { readonly state: 'newer'; readonly found: number; readonly supported: number }

/** Whole-document generations: a new file for each save, never overwritten. */
export interface GenerationsPort {
  open(): Promise<OpenedContent>
  /** Resolves only when the text is safely on disk; rejects with a coded error otherwise. */
  save(text: string): Promise<void>
  /** Destroys every generation but the newest (after a wipe was saved). */
  destroyEarlier(): Promise<void>
  /** Moves a generation whose bytes were whole but whose content cannot be used out of the way. */
  quarantine(generation: number): Promise<void>
}

/** Makes a PDF file of a letter; null where no way exists on this machine. */
export interface PdfPort {
  isAvailable(): boolean
  render(html: string): Promise<Uint8Array | null>
}

export interface DocxPort {
  render(paper: LetterPaper): Promise<Uint8Array>
}

/** Theme and language only; never anything personal. */
export interface PreferencesPort {
  read(): Promise<Preferences>
  write(preferences: Preferences): Promise<void>
}

/** Incident reports without personal data: where and what kind, never what the user typed. */
export interface LogPort {
  incident(id: string, procedure: string, error: unknown): void
}
