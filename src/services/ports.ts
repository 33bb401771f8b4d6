import type { LocalDate } from '#domain/calendar/local-date'
import type { LetterPaper } from '#domain/letter/blocks'
import type { BackupFolderProblem, BackupPlace, BackupRefusal } from '#contract/dto/backups'
import type { Protection, VaultSecurity, Way } from '#contract/dto/vault'
import type { Preferences } from '#contract/procedures'
import type { Imported, ImportKind } from './importers'

/** Today's date in Beijing and the instant of saving: the only clock the services know. */
export interface ClockPort {
  today(): LocalDate
  /** Milliseconds since 1970, for pruning generations by age. */
  instant(): number
  /** Milliseconds since any fixed moment, untouched by changes of the clock: for waiting. */
  elapsed(): number
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
  /** At most `length` bytes from `offset`: fewer at the end of the file. */
  readPart(path: string, offset: number, length: number): Promise<Uint8Array>
  sizeOf(path: string): Promise<number>
  /** Creates a file that must not exist yet, readable by its owner only. */
  create(path: string): Promise<FileHandle>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** The path with every link followed. */
  realPath(path: string): Promise<string>
  syncDir(path: string): Promise<void>
}

/** What lies on disk at start: the newest generation that can be read, and what could not. */
export type OpenedContent =
  | { readonly state: 'fresh' }
  | { readonly state: 'opened'; readonly generation: number; readonly savedAt: number; readonly text: string }
  | {
      readonly state: 'recovered'
      readonly generation: number
      readonly savedAt: number
      readonly text: string
      readonly damaged: number
      /** When the newest damaged one says it was saved; 0 when even that is lost. */
      readonly damagedSavedAt: number
    }
  | { readonly state: 'unreadable'; readonly damaged: number }
  | { readonly state: 'newer'; readonly found: number; readonly supported: number }
  /** The case was saved under later keys than those that were opened. */
  | { readonly state: 'keysRolledBack' }

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

/** Where an attachment's bytes lie and what opens them. It is saved with the case and never reaches the page. */
export interface StoredFile {
  /** Random, 32 hexadecimal digits. */
  readonly file: string
  /** Key of this file alone, base64url. */
  readonly key: string
  /** Of the plain bytes. */
  readonly sha256: string
  readonly sizeBytes: number
}

/** One file on its way into the vault: bytes in order, then `seal`, then `place`. After an error it can only be abandoned. */
export interface FileIntake {
  /** Bytes taken so far. */
  readonly received: number
  append(bytes: Uint8Array): Promise<void>
  /** Resolves when every byte is on disk under a provisional name, read back and verified. */
  seal(): Promise<StoredFile>
  /** Gives a sealed file its name, safely. */
  place(): Promise<void>
  abandon(): Promise<void>
}

/** The bytes of attachments, encrypted. */
export interface FilesPort {
  /** Removes what interrupted intakes left behind. */
  clearParts(): Promise<void>
  take(): Promise<FileIntake>
  /** What lies where a file was put: one of the right size, something else (cut short, or not to be looked at), or nothing. */
  find(stored: StoredFile): Promise<'whole' | 'other' | 'gone'>
  /** Whether a file of the right size is there. Its bytes are proven as they are read. */
  isHere(stored: StoredFile): Promise<boolean>
  /** Bytes from `start`, fewer at the end; null when they are not there or not what was stored. */
  piece(stored: StoredFile, start: number, length: number): Promise<Uint8Array | null>
  /** Destroys every file. */
  destroyAll(): Promise<void>
}

/** A SHA-256 in the making. */
export interface RunningHash {
  update(bytes: Uint8Array): void
  /** 64 lower-case hexadecimal digits. */
  hex(): string
}

/** What an answer of a time-stamping authority proved to be. */
export type TimeStampAnswer =
  | { readonly ok: true; readonly at: number; readonly by: string }
  | {
      readonly ok: false
      readonly reason: 'unreadable' | 'notGranted' | 'otherFile' | 'noCertificate' | 'badSignature'
    }

/** Time stamps of RFC 3161, question and answer as bytes of DER. */
export interface TimeStampPort {
  query(sha256: string, nonce: Uint8Array): Uint8Array
  read(answer: Uint8Array, sha256: string): TimeStampAnswer
}

/** A file on its way into a zip. */
export interface ZipEntry {
  readonly path: string
  readonly sizeBytes: number
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Writes a zip as its files come, without keeping them. Ending early ends the files. */
export type ZipPort = (entries: AsyncIterable<ZipEntry>) => AsyncIterable<Uint8Array>

/** A workbook (.xlsx) whose cells are all text: numbers keep their digits, and nothing in them is a formula. */
export type SheetPort = (
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[],
) => Promise<Uint8Array>

/** What opens a slot; a recovery code is already checked and decoded. */
export type VaultSecret =
  | { readonly way: 'password'; readonly password: string }
  | { readonly way: 'recovery'; readonly code: Uint8Array }
  | { readonly way: 'device' }

/** What lies in the vault's folder before anything is opened. */
export type VaultFound =
  | { readonly state: 'fresh' | 'plain' | 'headerLost' }
  | { readonly state: 'shut'; readonly ways: readonly Way[] }
  /** `files` are the paths of the header that is too new and of the newest generation. */
  | { readonly state: 'newer'; readonly found: number; readonly supported: number; readonly files: readonly string[] }

/** The keys of the vault. Secrets are checked by opening a slot: no hash of a password lies anywhere. */
export interface VaultPort {
  look(): Promise<VaultFound>
  create(protection: Protection): Promise<void>
  /** False when the secret opens nothing. */
  open(secret: VaultSecret): Promise<boolean>
  /** Whether a secret is one of the open vault's. */
  proves(secret: VaultSecret): Promise<boolean>
  security(): VaultSecurity
  setPassword(password: string): Promise<void>
  dropPassword(): Promise<void>
  setRecoveryCode(code: Uint8Array): Promise<void>
  beginRenewal(password: string): Promise<void>
  endRenewal(): Promise<void>
  readonly isRenewing: boolean
  forget(): void
}

/** A key that opened a backup. */
export interface BackupKey {
  readonly place: BackupPlace
  readonly way: Way | 'presentKeys'
  readonly isThisVault: boolean
  /** Whether what opened it is still a way into the open vault. */
  readonly isVaultsOwn: boolean
  readonly master: Uint8Array
}

export type UnlockedBackup =
  | { readonly state: 'unlocked'; readonly key: BackupKey }
  | { readonly state: 'wrong'; readonly ways: readonly Way[] }
  | { readonly state: 'refused'; readonly reason: BackupRefusal }

/** A case as it was saved: the text of a generation. */
export interface SavedText {
  readonly savedAt: number
  readonly text: string
}

/** A saved case whose every byte was found right, with its files counted. */
export interface OpenedText extends SavedText {
  readonly files: number
  /** Files it refers to that are damaged or missing: here, or when the backup was made. */
  readonly missing: number
}

/** A backup lying in the vault's own folder, as far as it can be judged without opening its case. */
export interface FoundBackup {
  readonly name: string
  /** The instant in its name, which proves nothing. */
  readonly nameSavedAt: number
  readonly bytes: number
  /** Its slots, and whether each is still one of the vault's own. */
  readonly slots: readonly { readonly way: Way; readonly isPresent: boolean }[]
  /** Whether the keys of the open vault open it. */
  readonly opensNow: boolean
  /** Whether exactly the password and code of today open it: no key was changed since. */
  readonly isOfPresentKeys: boolean
}

/** Backups as files: written whole and verified or not at all, read as the hostile files they may be. */
export interface BackupsPort {
  list(): Promise<readonly FoundBackup[]>
  /**
   * Written under the open vault's keys, or under those of another backup, with the files the case refers to; those that are
   * damaged or missing in the vault do not get into it and are counted.
   */
  write(
    saved: SavedText,
    isRight: (text: string) => boolean,
    under?: BackupKey,
  ): Promise<{ readonly name: string; readonly missing: number }>
  /** A verified copy in another folder. */
  copy(name: string, folder: string, isRight: (text: string) => boolean): Promise<void>
  remove(name: string): Promise<void>
  removeCopy(name: string, folder: string): Promise<void>
  readPart(
    name: string,
    offset: number,
    length: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly total: number }>
  unlock(place: BackupPlace, by: VaultSecret | 'presentKeys'): Promise<UnlockedBackup>
  /** The case in a backup, verified to the last byte; null when anything is not right. */
  open(key: BackupKey): Promise<OpenedText | null>
  /** Puts the files of a backup beside those of the vault, verified and on disk. Rejects with a coded error. */
  bringFiles(key: BackupKey): Promise<void>
  folderProblem(path: string): Promise<BackupFolderProblem | null>
  /** Where a vault lost its header: its newest generation that these keys open. */
  caseOnDisk(key: BackupKey): Promise<OpenedText | null>
  /** Where there is no vault, or its header is lost: the backup's keys and this case become the vault. */
  takeOver(key: BackupKey, text: string): Promise<void>
  /** How often the keys of the open vault were changed. */
  readonly keysVersion: number
  begin(): Promise<void>
  /** False when the piece does not follow the ones before. */
  append(offset: number, bytes: Uint8Array): Promise<boolean>
  discard(): Promise<void>
}

/** A small text kept beside the case under the same keys; null when there is none that can be read. */
export interface SealedTextPort {
  read(): Promise<string | null>
  write(text: string): Promise<void>
  destroyEarlier(): Promise<void>
}

/** Wrong keys tried in a row, kept on disk so that a restart does not forget them. */
export interface TriesPort {
  read(): Promise<number>
  write(count: number): Promise<void>
}

export interface StrengthPort {
  /** zxcvbn's score, 0 to 4. */
  score(password: string): number
}

/** Reads files from outside under limits of time and memory. What cannot be read is an error that says what kind of thing it is. */
export interface ImportPort {
  read<K extends ImportKind>(kind: K, text: string): Promise<Imported<K>>
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
