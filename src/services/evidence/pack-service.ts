import type { ContractError } from '#contract/errors'
import type { CommandOutput, Input, Output } from '#contract/procedures'
import type { CaseDocument } from '#domain/case-document'
import type { LocalDate } from '#domain/calendar/local-date'
import { BAG_DECLARATION, bagInfoText, manifestText, type HashedPath } from '#domain/evidence/bag'
import { appended, type CustodyPorts } from '#domain/evidence/follow-custody'
import type { EvidencePack } from '#domain/evidence/exhibit'
import type { PackContents } from '#domain/evidence/pack-contents'
import type { LetterPaper } from '#domain/letter/blocks'
import { err, ok, type Result } from '#domain/result'
import { base64, bytesOf } from '../base64'
import type { CaseStore } from '../document/case-store'
import { put } from '../ledger-service'
import type { FilesPort, RunningHash, SheetPort, StoredFile, TimeStampPort, ZipEntry, ZipPort } from '../ports'

export interface PackServiceParts {
  readonly files: FilesPort
  readonly store: () => CaseStore
  readonly zip: ZipPort
  readonly sheets: SheetPort
  readonly newHash: () => RunningHash
  readonly timeStamps: TimeStampPort
  readonly random: (length: number) => Uint8Array
  readonly utf8: (text: string) => Uint8Array
  readonly custody: CustodyPorts
  readonly today: () => LocalDate
  /** The index as a PDF, or as Word where no PDF can be made, with its ending. */
  readonly paper: (paper: LetterPaper) => Promise<{ readonly bytes: Uint8Array; readonly ending: 'pdf' | 'docx' }>
  readonly contents: (input: {
    readonly document: CaseDocument
    readonly exhibitIds: readonly string[]
    readonly copy: EvidencePack['copy']
    readonly language: 'zh-CN' | 'en'
    readonly on: LocalDate
  }) => PackContents & { readonly indexName: string; readonly sheetName: string }
}

interface Making {
  readonly asked: Input<'evidence.packBegin'>
  readonly source: AsyncIterator<Uint8Array>
  /** Filled while the bytes go out. */
  readonly made: { manifestSha256: string; fileCount: number; doneBytes: number; damaged: string | null }
  readonly totalBytes: number
  held: Uint8Array | null
}

type Answer<N extends 'evidence.packBegin' | 'evidence.packNext' | 'evidence.packDrop'> = Promise<
  Result<Output<N>, ContractError>
>

/** Bytes handed out at a time. */
const PIECE_BYTES = 384 * 1024

/**
 * Packs on their way out: made piece by piece as the page asks for them, so that nothing of a pack ever lies on the disk in
 * plain, and a pack of gigabytes takes no more memory than a small one. One at a time: another one ends the one before.
 */
export class PackService {
  readonly #parts: PackServiceParts
  #making: { readonly id: string; readonly making: Making } | null = null
  #finished: { readonly id: string; readonly pack: Omit<EvidencePack, 'trustedTime' | 'madeAt' | 'id'> } | null = null

  constructor(parts: PackServiceParts) {
    this.#parts = parts
  }

  handlers() {
    return {
      'evidence.packBegin': (input: Input<'evidence.packBegin'>) => this.#begin(input),
      'evidence.packNext': (input: Input<'evidence.packNext'>) => this.#next(input),
      'evidence.packFinish': (input: Input<'evidence.packFinish'>) => this.#finish(input),
      'evidence.timeStampQuery': ({ packId }: Input<'evidence.timeStampQuery'>) => {
        const pack = this.#packs().find(({ id }) => id === packId)
        const { timeStamps, random } = this.#parts
        return Promise.resolve<Result<Output<'evidence.timeStampQuery'>, ContractError>>(
          pack
            ? ok({ base64: base64(timeStamps.query(pack.manifestSha256, random(8))) })
            : err({ code: 'not_found', id: packId }),
        )
      },
      'evidence.bringTimeStamp': (input: Input<'evidence.bringTimeStamp'>) => this.#bring(input),
      'evidence.packDrop': async (): Answer<'evidence.packDrop'> => {
        await this.#drop()
        return ok({})
      },
    }
  }

  async #begin(asked: Input<'evidence.packBegin'>): Answer<'evidence.packBegin'> {
    await this.#drop()
    const { document } = this.#parts.store().get()
    const { exhibitIds, copy, language } = asked
    const contents = this.#parts.contents({ document, exhibitIds, copy, language, on: this.#parts.today() })
    const missing: string[] = []
    for (const { attachment } of contents.originals) {
      const stored = this.#storedOf(attachment)
      if (!stored || !(await this.#parts.files.isHere(stored))) missing.push(attachment.id)
    }
    const [first] = missing
    if (first !== undefined) return err({ code: 'file_not_here', id: first })
    const made = { manifestSha256: '', fileCount: 0, doneBytes: 0, damaged: null }
    const totalBytes = contents.originals.reduce((sum, { attachment }) => sum + attachment.sizeBytes, 0)
    const id = this.#parts.custody.newId()
    const source = this.#parts.zip(this.#entries(contents, made))[Symbol.asyncIterator]()
    this.#making = { id, making: { asked, source, made, totalBytes, held: null } }
    return ok({ packId: id, totalBytes, left: contents.left.length })
  }

  async #next({ packId }: Input<'evidence.packNext'>): Answer<'evidence.packNext'> {
    const making = this.#making?.id === packId ? this.#making.making : null
    if (!making) return err({ code: 'not_found', id: packId })
    const pieces: Uint8Array[] = making.held ? [making.held] : []
    let size = making.held?.length ?? 0
    let isLast = false
    try {
      while (size < PIECE_BYTES && !isLast) {
        const next = await making.source.next()
        if (next.done === true) isLast = true
        else {
          pieces.push(next.value)
          size += next.value.length
        }
      }
    } catch (cause) {
      await this.#drop()
      if (making.made.damaged !== null) return err({ code: 'file_not_here', id: making.made.damaged })
      throw cause
    }
    const all = joined(pieces)
    making.held = all.length > PIECE_BYTES ? all.slice(PIECE_BYTES) : null
    const isEnd = isLast && making.held === null
    if (isEnd) this.#end(packId, making)
    return ok({ base64: base64(all.subarray(0, PIECE_BYTES)), doneBytes: making.made.doneBytes, isLast: isEnd })
  }

  #end(packId: string, { asked, made }: Making): void {
    const { manifestSha256, fileCount, doneBytes } = made
    this.#making = null
    this.#finished = {
      id: packId,
      pack: { copy: asked.copy, exhibitIds: asked.exhibitIds, fileCount, sizeBytes: doneBytes, manifestSha256 },
    }
  }

  /** The pack is in the person's hands: it is remembered, with an entry in the chain. */
  #finish({ packId, expectedRevision }: Input<'evidence.packFinish'>): Promise<Result<CommandOutput, ContractError>> {
    const finished = this.#finished
    if (finished?.id !== packId) return Promise.resolve(err({ code: 'not_found', id: packId }))
    const { custody } = this.#parts
    return this.#parts.store().change(
      expectedRevision,
      (document) => {
        const pack: EvidencePack = { ...finished.pack, id: packId, madeAt: custody.now(), trustedTime: null }
        const subject = {
          subjectId: packId,
          name: pack.copy,
          sizeBytes: pack.sizeBytes,
          sha256: pack.manifestSha256,
          fileTime: null,
        }
        return ok({
          ...document,
          evidencePacks: [...document.evidencePacks, pack],
          custody: appended(document.custody, 'packed', subject, custody),
        })
      },
      'final',
    )
  }

  #packs(): readonly EvidencePack[] {
    return this.#parts.store().get().document.evidencePacks
  }

  /** An answer is kept only when it is one about this very list. */
  #bring({
    packId,
    answer,
    expectedRevision,
  }: Input<'evidence.bringTimeStamp'>): Promise<Result<CommandOutput, ContractError>> {
    const pack = this.#packs().find(({ id }) => id === packId)
    if (!pack) return Promise.resolve(err({ code: 'not_found', id: packId }))
    const read = this.#parts.timeStamps.read(bytesOf(answer), pack.manifestSha256)
    if (!read.ok) return Promise.resolve(err({ code: 'time_stamp_refused', reason: read.reason }))
    const trustedTime = { answer, at: read.at, by: read.by }
    return this.#parts
      .store()
      .change(
        expectedRevision,
        (document) => ok({ ...document, evidencePacks: put(document.evidencePacks, { ...pack, trustedTime }) }),
        'undoable',
      )
  }

  async #drop(): Promise<void> {
    const making = this.#making
    this.#making = null
    await making?.making.source.return?.().catch(() => undefined)
  }

  async *#entries(
    contents: PackContents & { readonly indexName: string; readonly sheetName: string },
    made: Making['made'],
  ): AsyncGenerator<ZipEntry> {
    const listed: HashedPath[] = []
    let payloadBytes = 0
    const small = (path: string, bytes: Uint8Array): ZipEntry => ({ path, sizeBytes: bytes.length, content: [bytes] })
    const hashOf = (bytes: Uint8Array): string => {
      const hash = this.#parts.newHash()
      hash.update(bytes)
      return hash.hex()
    }
    const add = (path: string, bytes: Uint8Array): ZipEntry => {
      listed.push({ path, hash: hashOf(bytes) })
      payloadBytes += bytes.length
      return small(path, bytes)
    }
    for (const { attachment, path } of contents.originals) {
      const full = `data/${path}`
      yield { path: full, sizeBytes: attachment.sizeBytes, content: this.#bytesOf(attachment, made) }
      if (made.damaged !== null) throw new Error('an original is damaged')
      listed.push({ path: full, hash: attachment.sha256 })
      payloadBytes += attachment.sizeBytes
    }
    const paper = await this.#parts.paper(contents.paper)
    yield add(`data/${contents.indexName}.${paper.ending}`, paper.bytes)
    yield add(`data/${contents.sheetName}`, await this.#parts.sheets(contents.sheets))
    const { utf8 } = this.#parts
    for (const { path, text } of contents.texts) yield add(`data/${path}`, utf8(text))
    const manifest = utf8(manifestText(listed))
    const info = utf8(
      bagInfoText({
        baggedOn: this.#parts.today(),
        payloadBytes,
        payloadFiles: listed.length,
        description: contents.description,
      }),
    )
    const tags = [
      { path: 'bagit.txt', bytes: utf8(BAG_DECLARATION) },
      { path: 'bag-info.txt', bytes: info },
      { path: 'manifest-sha256.txt', bytes: manifest },
    ]
    for (const { path, bytes } of tags) yield small(path, bytes)
    const tagManifest = manifestText(tags.map(({ path, bytes }) => ({ path, hash: hashOf(bytes) })))
    yield small('tagmanifest-sha256.txt', utf8(tagManifest))
    made.manifestSha256 = hashOf(manifest)
    made.fileCount = listed.length
  }

  /** An original byte for byte, proven on the way: one that is not what was taken ends the pack. */
  async *#bytesOf(
    attachment: { readonly id: string; readonly sha256: string; readonly sizeBytes: number },
    made: Making['made'],
  ): AsyncGenerator<Uint8Array> {
    const stored = this.#storedOf(attachment)
    const hash = this.#parts.newHash()
    for (let at = 0; at < attachment.sizeBytes; at += PIECE_BYTES) {
      const bytes = stored && (await this.#parts.files.piece(stored, at, PIECE_BYTES))
      if (!bytes || bytes.length === 0) break
      hash.update(bytes)
      made.doneBytes += bytes.length
      yield bytes
    }
    if (hash.hex() === attachment.sha256) return
    made.damaged = attachment.id
    throw new Error('an original is damaged')
  }

  #storedOf({
    id,
    sha256,
    sizeBytes,
  }: {
    readonly id: string
    readonly sha256: string
    readonly sizeBytes: number
  }): StoredFile | null {
    const { files } = this.#parts.store().state()
    const stored = Object.hasOwn(files, id) ? files[id] : undefined
    return stored?.sha256 === sha256 && stored.sizeBytes === sizeBytes ? stored : null
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
