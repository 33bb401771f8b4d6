import { writeAll } from '../vault/write-durably'
import type { FileHandle, FsPort } from '#services/ports'

/** Largest file taken from the page, in bytes. */
export const MAX_PICKED_BYTES = 256 * 1024 * 1024

/** `<vault>/incoming/picked`: a backup sent by the page in pieces. It is ciphertext, and is gone with the next start. */
export class PickedFile {
  readonly #fs: FsPort
  readonly #folder: string
  #file: FileHandle | null = null
  #bytes = 0

  constructor(fs: FsPort, vault: string) {
    this.#fs = fs
    this.#folder = `${vault}/incoming`
  }

  get path(): string {
    return `${this.#folder}/picked`
  }

  async begin(): Promise<void> {
    await this.discard()
    this.#file = await this.#fs.create(this.path)
    this.#bytes = 0
  }

  async append(offset: number, bytes: Uint8Array): Promise<boolean> {
    const file = this.#file
    if (!file || offset !== this.#bytes || this.#bytes + bytes.length > MAX_PICKED_BYTES) return false
    await writeAll((rest) => file.write(rest), bytes)
    this.#bytes += bytes.length
    return true
  }

  async discard(): Promise<void> {
    await this.#file?.close().catch(() => undefined)
    this.#file = null
    await this.#fs.makeDir(this.#folder)
    await this.#fs.remove(this.path)
  }
}
