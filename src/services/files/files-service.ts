import type { ContractError } from '#contract/errors'
import type { CommandOutput, Input, Output } from '#contract/procedures'
import type { Attachment } from '#domain/attachment/attachment'
import { err, ok, type Result } from '#domain/result'
import { base64 } from '../base64'
import { without } from '../ledger-service'
import type { RunningHash, StoredFile } from '../ports'
import { MediaGrants } from './media-grants'
import { Uploads, type UploadsParts } from './uploads'

export interface FilesServiceParts extends Omit<UploadsParts, 'newId'> {
  readonly random: (length: number) => Uint8Array
  readonly newHash: () => RunningHash
}

/** Bytes read at a time while a file is verified. */
const VERIFY_BYTES = 1_048_576

type Answer<N extends keyof FilesHandlers> = Promise<Result<Output<N>, ContractError>>
type FilesHandlers = ReturnType<FilesService['handlers']>

/** Attachments: taken in piece by piece, handed out by addresses that end when the vault is shut. */
export class FilesService {
  readonly #parts: FilesServiceParts
  readonly #uploads: Uploads
  readonly #grants: MediaGrants

  constructor(parts: FilesServiceParts) {
    this.#parts = parts
    this.#uploads = new Uploads({ ...parts, newId: () => hex(parts.random(16)) })
    this.#grants = new MediaGrants(parts.random)
  }

  handlers() {
    return {
      'files.begin': (input: Input<'files.begin'>) => this.#uploads.begin(input),
      'files.append': (input: Input<'files.append'>) => this.#uploads.append(input),
      'files.finish': (input: Input<'files.finish'>) => this.#uploads.finish(input),
      'files.abandon': (input: Input<'files.abandon'>) => this.#uploads.abandon(input),
      'files.remove': (input: Input<'files.remove'>) => this.#remove(input),
      'files.here': () => this.#here(),
      'files.grant': (input: Input<'files.grant'>) => this.#grant(input),
      'evidence.verifyFile': (input: Input<'evidence.verifyFile'>) => this.#verify(input),
      'media.look': (input: Input<'media.look'>) => this.#look(input),
      'media.piece': (input: Input<'media.piece'>) => this.#piece(input),
    }
  }

  /** After the case was wiped: no bytes, no half-taken files, no addresses. */
  async wipe(): Promise<void> {
    this.#grants.revokeAll()
    await this.#uploads.abandonAll()
    await this.#parts.files.destroyAll()
  }

  #remove({ attachmentId, expectedRevision }: Input<'files.remove'>): Promise<Result<CommandOutput, ContractError>> {
    return this.#parts
      .store()
      .change(
        expectedRevision,
        (document) =>
          document.attachments.some(({ id }) => id === attachmentId)
            ? ok({ ...document, attachments: without(document.attachments, attachmentId) })
            : err({ code: 'not_found', id: attachmentId }),
        'undoable',
      )
  }

  async #here(): Answer<'files.here'> {
    const ids: string[] = []
    for (const attachment of this.#attachments()) {
      const stored = this.#storedOf(attachment)
      if (stored && (await this.#parts.files.isHere(stored))) ids.push(attachment.id)
    }
    return ok({ ids })
  }

  /** Reads every byte of a file and compares its hash with that of the intake. */
  async #verify({ attachmentId }: Input<'evidence.verifyFile'>): Answer<'evidence.verifyFile'> {
    const attachment = this.#attachments().find(({ id }) => id === attachmentId)
    if (!attachment) return err({ code: 'not_found', id: attachmentId })
    const stored = this.#storedOf(attachment)
    const found = stored ? await this.#parts.files.find(stored) : 'gone'
    if (!stored || found === 'gone') return ok({ state: 'notHere' })
    if (found === 'other') return ok({ state: 'damaged' })
    const hash = this.#parts.newHash()
    for (let at = 0; at < stored.sizeBytes; at += VERIFY_BYTES) {
      const bytes = await this.#parts.files.piece(stored, at, VERIFY_BYTES)
      if (!bytes || bytes.length === 0) return ok({ state: 'damaged' })
      hash.update(bytes)
    }
    return ok({ state: hash.hex() === attachment.sha256 ? 'intact' : 'damaged' })
  }

  async #grant({ attachmentId }: Input<'files.grant'>): Answer<'files.grant'> {
    const attachment = this.#attachments().find(({ id }) => id === attachmentId)
    if (!attachment) return err({ code: 'not_found', id: attachmentId })
    const stored = this.#storedOf(attachment)
    if (!stored || !(await this.#parts.files.isHere(stored))) return err({ code: 'file_not_here', id: attachmentId })
    return ok({ token: this.#grants.grant({ stored, mediaType: attachment.mediaType }) })
  }

  async #look({ token }: Input<'media.look'>): Answer<'media.look'> {
    const granted = this.#grants.find(token)
    if (!granted || !(await this.#parts.files.isHere(granted.stored))) return ok({ found: null })
    return ok({ found: { sizeBytes: granted.stored.sizeBytes, mediaType: granted.mediaType } })
  }

  async #piece({ token, start, length }: Input<'media.piece'>): Answer<'media.piece'> {
    const granted = this.#grants.find(token)
    const bytes = granted && (await this.#parts.files.piece(granted.stored, start, length))
    return ok({ base64: bytes && base64(bytes) })
  }

  #attachments(): readonly Attachment[] {
    return this.#parts.store().get().document.attachments
  }

  /** An imported case may name files that are not here, or other ones by the same id. */
  #storedOf({ id, sha256, sizeBytes }: Attachment): StoredFile | null {
    const { files } = this.#parts.store().state()
    const stored = Object.hasOwn(files, id) ? files[id] : undefined
    return stored?.sha256 === sha256 && stored.sizeBytes === sizeBytes ? stored : null
  }
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
