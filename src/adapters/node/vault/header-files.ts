import type { FsPort } from '#services/ports'
import { encodeHeader, parseHeader, type Header, type HeaderDraft } from './header'
import { partOf, removeParts, writePart } from './write-durably'

const NAME = /^header\.(\d{1,9})\.json$/
const nameOf = (sequence: number): string => `header.${sequence}.json`

/** How many copies of the header lie in the vault, each whole in itself. */
const COPIES = 3

export interface FoundHeaders {
  /** Readable ones, the newest keys first, and of those the newest file. */
  readonly headers: readonly Header[]
  /** Names of files that cannot be read, or whose name is not theirs. */
  readonly damaged: readonly string[]
  /** The newest format met where no copy is of ours; else null. */
  readonly newer: { readonly format: number; readonly name: string } | null
}

/** `<vault>/header.<n>.json`: the public part of the vault, in three copies of rising numbers. */
export class HeaderFiles {
  readonly #fs: FsPort
  readonly #vault: string

  constructor(fs: FsPort, vault: string) {
    this.#fs = fs
    this.#vault = vault
  }

  async read(): Promise<FoundHeaders> {
    const headers: Header[] = []
    const damaged: string[] = []
    const newer: { format: number; name: string }[] = []
    for (const name of await this.#fs.list(this.#vault)) {
      const sequence = sequenceOf(name)
      if (sequence === null) continue
      const parsed = parseHeader(await this.#fs.read(`${this.#vault}/${name}`))
      if (parsed.kind === 'newer') newer.push({ format: parsed.format, name })
      else if (parsed.kind === 'header' && parsed.header.sequence === sequence) headers.push(parsed.header)
      else damaged.push(name)
    }
    headers.sort((left, right) => right.keysVersion - left.keysVersion || right.sequence - left.sequence)
    // A newer program leaves no copy of an earlier format: beside one, a single newer number is a damaged byte.
    if (headers.length > 0) return { headers, damaged: [...damaged, ...newer.map(({ name }) => name)], newer: null }
    newer.sort((left, right) => right.format - left.format)
    return { headers, damaged, newer: newer[0] ?? null }
  }

  /**
   * Writes the copies of a new header, then removes every earlier file: what an earlier one opened opens nothing any more.
   * All bytes are on disk before the first copy gets its name, which is the moment from which the new header counts: a
   * disk that fills up leaves the earlier one in force.
   */
  async write(draft: HeaderDraft, master: Uint8Array): Promise<Header> {
    await removeParts(this.#fs, this.#vault)
    const earlier = (await this.#fs.list(this.#vault)).flatMap((name) => sequenceOf(name) ?? [])
    const first = Math.max(0, ...earlier) + 1
    const copies = Array.from({ length: COPIES }, (_unused, index) => {
      const sequence = first + index
      return { name: nameOf(sequence), bytes: encodeHeader(draft, sequence, master) }
    })
    for (const { name, bytes } of copies)
      await writePart(this.#fs, this.#vault, name, bytes, (readBack) => Buffer.compare(readBack, bytes) === 0)
    for (const { name } of copies.reverse()) await this.#fs.rename(partOf(this.#vault, name), `${this.#vault}/${name}`)
    await this.#fs.syncDir(this.#vault)
    for (const sequence of earlier) await this.#fs.remove(`${this.#vault}/${nameOf(sequence)}`)
    await this.#fs.syncDir(this.#vault)
    const written = parseHeader(copies[0]?.bytes ?? new Uint8Array(0))
    if (written.kind !== 'header') throw new Error('a header was written that cannot be read')
    return written.header
  }

  /** Moves a file that is not what it should be out of the way; it is never deleted. */
  async quarantine(name: string, now: number): Promise<void> {
    await this.#fs.makeDir(`${this.#vault}/quarantine`)
    await this.#fs.rename(`${this.#vault}/${name}`, `${this.#vault}/quarantine/${now}-${name}`)
    await this.#fs.syncDir(`${this.#vault}/quarantine`)
    await this.#fs.syncDir(this.#vault)
  }
}

/** The number in a header file's name; null for other files. */
function sequenceOf(name: string): number | null {
  const digits = NAME.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

export const headerName = nameOf
