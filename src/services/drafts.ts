import { z } from 'zod'
import { draftSchema, type Draft } from '#contract/dto/drafts'
import type { GenerationsPort } from './ports'

/** Most drafts at a time, and the longest of one as JSON: what a person types fits many times over. */
const MAX_DRAFTS = 50
const MAX_CHARACTERS = 256 * 1024

const savedSchema = z.array(draftSchema).max(MAX_DRAFTS)

/**
 * What stands half-typed in forms, sealed on disk beside the case so that locking loses nothing. A draft is a help and never
 * in the way: drafts that cannot be read or written cost themselves only.
 */
export class Drafts {
  readonly #disk: GenerationsPort
  readonly #now: () => number
  #drafts: readonly Draft[] = []
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(disk: GenerationsPort, now: () => number) {
    this.#disk = disk
    this.#now = now
  }

  static async open(disk: GenerationsPort, now: () => number): Promise<Drafts> {
    const drafts = new Drafts(disk, now)
    drafts.#drafts = await read(disk)
    return drafts
  }

  list(): readonly Draft[] {
    return this.#drafts
  }

  /** False when it is too large, or the disk refused: the draft is then in memory only. */
  keep(form: string, value: Draft['value']): Promise<boolean> {
    if (JSON.stringify(value).length > MAX_CHARACTERS) return Promise.resolve(false)
    const kept: Draft = { form, savedAt: this.#now(), value }
    const others = this.#drafts.filter((draft) => draft.form !== form)
    return this.#put([...others, kept].slice(-MAX_DRAFTS))
  }

  drop(form: string): Promise<boolean> {
    const rest = this.#drafts.filter((draft) => draft.form !== form)
    return rest.length === this.#drafts.length ? Promise.resolve(true) : this.#put(rest)
  }

  /** Forgets every draft, on disk as well. */
  async wipe(): Promise<void> {
    if (await this.#put([])) await this.destroyEarlier()
  }

  /** Saves what is there once more, under the present keys. */
  saveAgain(): Promise<boolean> {
    return this.#put(this.#drafts)
  }

  async destroyEarlier(): Promise<boolean> {
    return this.#inTurn(() => this.#disk.destroyEarlier())
  }

  #put(drafts: readonly Draft[]): Promise<boolean> {
    this.#drafts = drafts
    return this.#inTurn(() => this.#disk.save(JSON.stringify(drafts)))
  }

  #inTurn(work: () => Promise<void>): Promise<boolean> {
    const turn = this.#queue.then(work).then(
      () => true,
      () => false,
    )
    this.#queue = turn
    return turn
  }
}

async function read(disk: GenerationsPort): Promise<readonly Draft[]> {
  try {
    const opened = await disk.open()
    if (opened.state !== 'opened' && opened.state !== 'recovered') return []
    const parsed = savedSchema.safeParse(JSON.parse(opened.text))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
