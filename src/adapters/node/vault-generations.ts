import type { FsPort, GenerationsPort, OpenedContent } from '#services/ports'
import { generationsToKeep } from './generations-to-keep'
import { decodeVaultFile, encodeVaultFile, HEAD_BYTES, savedAtOf, VAULT_FORMAT } from './vault-file'

const NAME = /^(\d{10})\.vault$/

const nameOf = (generation: number): string => `${String(generation).padStart(10, '0')}.vault`

/**
 * `<vault>/case/<generation>.vault`: a new file for each save, never overwritten.
 *
 * Save: encode → write every byte → fsync → read back and verify → rename → fsync the folder → only then acknowledge.
 * Nothing is ever written again on a descriptor whose fsync failed; the caller stops writing after any error.
 */
export class VaultGenerations implements GenerationsPort {
  readonly #fs: FsPort
  readonly #vault: string
  readonly #now: () => number
  /** Known generations and when they were saved. */
  readonly #saved = new Map<number, number>()
  /** Generations this process has read back whole. */
  readonly #verified = new Set<number>()
  #next = 1

  constructor(fs: FsPort, vault: string, now: () => number) {
    this.#fs = fs
    this.#vault = vault
    this.#now = now
  }

  get #case(): string {
    return `${this.#vault}/case`
  }

  async open(): Promise<OpenedContent> {
    await this.#fs.makeDir(this.#case)
    await this.#fs.makeDir(`${this.#vault}/quarantine`)
    const names = await this.#fs.list(this.#case)
    for (const name of names) if (name.endsWith('.part')) await this.#fs.remove(`${this.#case}/${name}`)
    const generations = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number)
    generations.sort((left, right) => right - left)
    this.#next = Math.max(this.#next, (generations[0] ?? 0) + 1)
    await this.#readAges(generations)
    let damaged = 0
    for (const generation of generations) {
      const file = decodeVaultFile(await this.#fs.read(`${this.#case}/${nameOf(generation)}`))
      if (file.kind === 'newer') return { state: 'newer', found: file.format, supported: VAULT_FORMAT }
      if (file.kind === 'whole') {
        this.#verified.add(generation)
        return damaged > 0
          ? { state: 'recovered', generation, damaged, text: file.text }
          : { state: 'opened', generation, text: file.text }
      }
      await this.quarantine(generation)
      damaged += 1
    }
    // Nothing that can be read, but something was there once: never taken for a fresh start.
    const setAside = (await this.#fs.list(`${this.#vault}/quarantine`)).length
    return setAside > 0 ? { state: 'unreadable', damaged: setAside } : { state: 'fresh' }
  }

  async save(text: string): Promise<void> {
    const generation = this.#next
    const savedAt = this.#now()
    const bytes = encodeVaultFile(text, savedAt)
    const part = `${this.#case}/${nameOf(generation)}.part`
    const file = await this.#fs.create(part)
    try {
      for (let written = 0; written < bytes.length;) {
        const taken = await file.write(bytes.subarray(written))
        if (taken <= 0) throw Object.assign(new Error('the disk took no bytes'), { code: 'EIO' })
        written += taken
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (decodeVaultFile(await this.#fs.read(part)).kind !== 'whole')
      throw Object.assign(new Error('what was read back is not what was written'), { code: 'EIO' })
    await this.#fs.rename(part, `${this.#case}/${nameOf(generation)}`)
    await this.#fs.syncDir(this.#case)
    this.#next = generation + 1
    this.#saved.set(generation, savedAt)
    this.#verified.add(generation)
    await this.#prune()
  }

  async destroyEarlier(): Promise<void> {
    const newest = this.#next - 1
    for (const generation of [...this.#saved.keys()]) if (generation !== newest) await this.#remove(generation)
    await this.#fs.syncDir(this.#case)
  }

  async quarantine(generation: number): Promise<void> {
    const name = nameOf(generation)
    await this.#fs.rename(`${this.#case}/${name}`, `${this.#vault}/quarantine/${this.#now()}-${name}`)
    await this.#fs.syncDir(`${this.#vault}/quarantine`)
    await this.#fs.syncDir(this.#case)
    this.#saved.delete(generation)
    this.#verified.delete(generation)
  }

  async #readAges(generations: readonly number[]): Promise<void> {
    for (const generation of generations) {
      const head = await this.#fs.readHead(`${this.#case}/${nameOf(generation)}`, HEAD_BYTES)
      this.#saved.set(generation, savedAtOf(head) ?? 0)
    }
  }

  /** A generation goes only when three newer ones were read back whole. A failed removal costs space, not the save. */
  async #prune(): Promise<void> {
    const keep = generationsToKeep(this.#saved, this.#now())
    for (const generation of [...this.#saved.keys()]) {
      if (keep.has(generation)) continue
      const newerWhole = [...this.#verified].filter((other) => other > generation).length
      if (newerWhole < 3) continue
      try {
        await this.#remove(generation)
      } catch {
        return
      }
    }
  }

  async #remove(generation: number): Promise<void> {
    await this.#fs.remove(`${this.#case}/${nameOf(generation)}`)
    this.#saved.delete(generation)
    this.#verified.delete(generation)
  }
}
