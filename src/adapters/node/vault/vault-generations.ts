import type { FsPort, GenerationsPort, OpenedContent } from '#services/ports'
import { HEAD_BYTES, type GenerationCodec } from './generation-codec'
import { generationsToKeep } from './generations-to-keep'
import { removeParts, writeDurably } from './write-durably'

const NAME = /^(\d{10})\.vault$/

const nameOf = (generation: number): string => `${String(generation).padStart(10, '0')}.vault`

/** Which generations stay, given when each was saved. */
export type Keeping = (savedAt: ReadonlyMap<number, number>, now: number) => ReadonlySet<number>

/**
 * `<vault>/<folder>/<generation>.vault`: a new file for each save, never overwritten, written as `writeDurably` says. The
 * caller stops writing after any error.
 */
export class VaultGenerations implements GenerationsPort {
  readonly #fs: FsPort
  readonly #vault: string
  readonly #folder: string
  readonly #now: () => number
  readonly #codec: GenerationCodec
  readonly #keeping: Keeping
  /** Known generations and when they were saved. */
  readonly #saved = new Map<number, number>()
  /** Generations this process has read back whole. */
  readonly #verified = new Set<number>()
  /** Generations of an earlier format, which a takeover leaves behind. */
  readonly #older: number[] = []
  #next = 1

  constructor(
    fs: FsPort,
    vault: string,
    now: () => number,
    codec: GenerationCodec,
    folder = 'case',
    keeping: Keeping = generationsToKeep,
  ) {
    this.#fs = fs
    this.#vault = vault
    this.#folder = `${vault}/${folder}`
    this.#now = now
    this.#codec = codec
    this.#keeping = keeping
  }

  async open(): Promise<OpenedContent> {
    await this.#fs.makeDir(this.#folder)
    await this.#fs.makeDir(`${this.#vault}/quarantine`)
    await this.#fs.syncDir(this.#vault)
    await removeParts(this.#fs, this.#folder)
    const names = await this.#fs.list(this.#folder)
    const generations = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number)
    generations.sort((left, right) => right - left)
    this.#next = Math.max(this.#next, (generations[0] ?? 0) + 1)
    await this.#readAges(generations)
    const damaged: number[] = []
    let later = 0
    for (const generation of generations) {
      const file = this.#codec.decode(await this.#fs.read(`${this.#folder}/${nameOf(generation)}`), generation)
      if (file.kind === 'older') {
        this.#older.push(generation)
        continue
      }
      if (file.kind === 'newer') return { state: 'newer', found: file.format, supported: this.#codec.format }
      if (file.kind === 'laterKeys' && file.isGenuine) return { state: 'keysRolledBack' }
      if (file.kind === 'whole') {
        this.#verified.add(generation)
        const damagedSavedAt = this.#saved.get(damaged[0] ?? -1) ?? 0
        for (const each of damaged) await this.quarantine(each)
        const opened = { generation, savedAt: file.savedAt, text: file.text }
        return damaged.length > 0
          ? { state: 'recovered', ...opened, damaged: damaged.length, damagedSavedAt }
          : { state: 'opened', ...opened }
      }
      damaged.push(generation)
      if (file.kind === 'laterKeys') later += 1
    }
    // Every file says it was saved under later keys, and none opens: it is the keys that are old, not the files damaged.
    if (later > 0 && later === damaged.length) return { state: 'keysRolledBack' }
    for (const each of damaged) await this.quarantine(each)
    // Nothing that can be read, but something was there once: never taken for a fresh start.
    const setAside = (await this.#fs.list(`${this.#vault}/quarantine`)).filter((name) => name.endsWith('.vault')).length
    return setAside > 0 ? { state: 'unreadable', damaged: setAside } : { state: 'fresh' }
  }

  async save(text: string): Promise<void> {
    const generation = this.#next
    const savedAt = this.#now()
    const bytes = this.#codec.encode(text, generation, savedAt)
    await writeDurably(
      this.#fs,
      this.#folder,
      nameOf(generation),
      bytes,
      (readBack) => this.#codec.decode(readBack, generation).kind === 'whole',
    )
    this.#next = generation + 1
    this.#saved.set(generation, savedAt)
    this.#verified.add(generation)
    await this.#prune()
  }

  async destroyEarlier(): Promise<void> {
    const newest = this.#next - 1
    for (const generation of [...this.#saved.keys()]) if (generation !== newest) await this.#remove(generation)
    await this.#fs.syncDir(this.#folder)
  }

  /** Removes what was taken over from an earlier format. */
  async destroyOlderFormats(): Promise<void> {
    for (const generation of this.#older.splice(0)) await this.#remove(generation)
    await this.#fs.syncDir(this.#folder)
  }

  async quarantine(generation: number): Promise<void> {
    const name = nameOf(generation)
    await this.#fs.rename(`${this.#folder}/${name}`, `${this.#vault}/quarantine/${this.#now()}-${name}`)
    await this.#fs.syncDir(`${this.#vault}/quarantine`)
    await this.#fs.syncDir(this.#folder)
    this.#saved.delete(generation)
    this.#verified.delete(generation)
  }

  async #readAges(generations: readonly number[]): Promise<void> {
    for (const generation of generations) {
      const head = await this.#fs.readPart(`${this.#folder}/${nameOf(generation)}`, 0, HEAD_BYTES)
      this.#saved.set(generation, this.#codec.savedAtOf(head) ?? 0)
    }
  }

  /** A generation goes only when three newer ones were read back whole. A failed removal costs space, not the save. */
  async #prune(): Promise<void> {
    const keep = this.#keeping(this.#saved, this.#now())
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
    await this.#fs.remove(`${this.#folder}/${nameOf(generation)}`)
    this.#saved.delete(generation)
    this.#verified.delete(generation)
  }
}
