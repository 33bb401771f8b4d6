import type { ContractError } from '#contract/errors'
import type { Input, Output } from '#contract/procedures'
import { MAX_FILE_BYTES, type Attachment } from '#domain/attachment/attachment'
import { keptName } from '#domain/attachment/file-name'
import { mediaTypeOf } from '#domain/attachment/media-type'
import { err, ok, type Result } from '#domain/result'
import { bytesOf } from '../base64'
import type { CaseStore, Change } from '../document/case-store'
import type { FileIntake, FilesPort, StoredFile } from '../ports'
import { storageError } from '../storage-error'

/** Uploads at a time; each holds a file open. */
const MAX_UPLOADS = 8

export interface UploadsParts {
  readonly files: FilesPort
  /** The case; asked only once the vault is open. */
  readonly store: () => CaseStore
  readonly now: () => number
  readonly newId: () => string
}

interface Upload {
  readonly asked: Input<'files.begin'>
  readonly intake: FileIntake
  /** Once every byte is on disk and verified. */
  stored: StoredFile | null
  isPlaced: boolean
  /** Calls for one upload are done one after another. */
  queue: Promise<unknown>
}

type Answer<N extends 'files.begin' | 'files.append' | 'files.finish' | 'files.abandon'> = Promise<
  Result<Output<N>, ContractError>
>

/** Files on their way in: pieces in order, and a file is named in the case only when all of it is safely on disk. */
export class Uploads {
  readonly #parts: UploadsParts
  readonly #uploads = new Map<string, Upload>()

  constructor(parts: UploadsParts) {
    this.#parts = parts
  }

  async begin(asked: Input<'files.begin'>): Answer<'files.begin'> {
    const { document, readOnly } = this.#parts.store().get()
    if (readOnly) return err({ code: 'read_only', reason: readOnly })
    if (asked.sizeBytes > MAX_FILE_BYTES) return err({ code: 'file_too_large', limitBytes: MAX_FILE_BYTES })
    if (asked.loanId !== null && !document.loans.some(({ id }) => id === asked.loanId))
      return err({ code: 'not_found', id: asked.loanId })
    if (this.#uploads.size >= MAX_UPLOADS) return err({ code: 'upload_refused', reason: 'tooMany' })
    const uploadId = this.#parts.newId()
    try {
      const intake = await this.#parts.files.take()
      this.#uploads.set(uploadId, { asked, intake, stored: null, isPlaced: false, queue: Promise.resolve() })
    } catch (cause) {
      return err(storageError(cause))
    }
    return ok({ uploadId })
  }

  append({ uploadId, offset, base64 }: Input<'files.append'>): Answer<'files.append'> {
    return this.#inTurn(uploadId, async (upload) => {
      const { intake, asked } = upload
      if (upload.stored || offset !== intake.received) return err({ code: 'upload_refused', reason: 'order' })
      const bytes = bytesOf(base64)
      if (offset + bytes.length > asked.sizeBytes) return this.#give(uploadId, upload, 'size')
      return this.#writing(uploadId, upload, async () => {
        await intake.append(bytes)
        return ok({ received: intake.received })
      })
    })
  }

  /** A conflict leaves the upload as it is: the same call with the present revision ends it. */
  finish({ uploadId, sha256, expectedRevision }: Input<'files.finish'>): Answer<'files.finish'> {
    return this.#inTurn(uploadId, async (upload) => {
      const { asked, intake } = upload
      if (intake.received !== asked.sizeBytes) return this.#give(uploadId, upload, 'size')
      return this.#writing(uploadId, upload, async () => {
        const stored = (upload.stored ??= await intake.seal())
        if (sha256 !== undefined && sha256 !== stored.sha256) return this.#give(uploadId, upload, 'hash')
        const same = this.#sameFile(asked.loanId, stored)
        if (same) {
          await this.#end(uploadId, upload)
          return err<ContractError>({ code: 'duplicate_file', id: same.id })
        }
        if (!upload.isPlaced) await intake.place()
        upload.isPlaced = true
        const attachment = this.#attachmentOf(uploadId, asked, stored)
        const files = { [attachment.id]: stored }
        const saved = await this.#parts.store().change(expectedRevision, adding(attachment), 'undoable', files)
        if (saved.ok || saved.error.code !== 'conflict') this.#uploads.delete(uploadId)
        return saved
      })
    })
  }

  abandon({ uploadId }: Input<'files.abandon'>): Answer<'files.abandon'> {
    const upload = this.#uploads.get(uploadId)
    if (!upload) return Promise.resolve(ok({}))
    return this.#inTurn(uploadId, async () => {
      await this.#end(uploadId, upload)
      return ok({})
    })
  }

  /** The case was wiped. */
  async abandonAll(): Promise<void> {
    for (const uploadId of [...this.#uploads.keys()]) await this.abandon({ uploadId })
  }

  /** The upload's id becomes the attachment's. */
  #attachmentOf(id: string, asked: Input<'files.begin'>, { sha256, sizeBytes }: StoredFile): Attachment {
    const name = keptName(asked.name)
    const mediaType = mediaTypeOf(asked.mediaType, asked.name)
    const { loanId, fileTime } = asked
    return { id, loanId, name, mediaType, sizeBytes, sha256, addedAt: this.#parts.now(), fileTime, note: '' }
  }

  #sameFile(loanId: string | null, { sha256 }: StoredFile): Attachment | undefined {
    const { attachments } = this.#parts.store().get().document
    return attachments.find((other) => other.loanId === loanId && other.sha256 === sha256)
  }

  #inTurn<T>(
    uploadId: string,
    work: (upload: Upload) => Promise<Result<T, ContractError>>,
  ): Promise<Result<T, ContractError>> {
    const upload = this.#uploads.get(uploadId)
    if (!upload) return Promise.resolve(err({ code: 'upload_refused', reason: 'gone' }))
    const turn = upload.queue.then(() =>
      this.#uploads.has(uploadId) ? work(upload) : err<ContractError>({ code: 'upload_refused', reason: 'gone' }),
    )
    upload.queue = turn.catch(() => undefined)
    return turn
  }

  /** What fails on disk ends the upload: nothing is written again where a write or an fsync failed. */
  async #writing<T>(
    uploadId: string,
    upload: Upload,
    work: () => Promise<Result<T, ContractError>>,
  ): Promise<Result<T, ContractError>> {
    try {
      return await work()
    } catch (cause) {
      await this.#end(uploadId, upload)
      return err(storageError(cause))
    }
  }

  async #give(uploadId: string, upload: Upload, reason: 'size' | 'hash'): Promise<Result<never, ContractError>> {
    await this.#end(uploadId, upload)
    return err({ code: 'upload_refused', reason })
  }

  /** A part that cannot be removed now goes at the next start. */
  async #end(uploadId: string, { intake }: Upload): Promise<void> {
    this.#uploads.delete(uploadId)
    await intake.abandon().catch(() => undefined)
  }
}

const adding =
  (attachment: Attachment): Change =>
  (document) =>
    attachment.loanId === null || document.loans.some(({ id }) => id === attachment.loanId)
      ? ok({ ...document, attachments: [...document.attachments, attachment] })
      : err({ code: 'not_found', id: attachment.loanId })
