import { emptyDocument } from '#services/document/empty-document'
import { CaseStore, type Following } from '#services/document/case-store'
import { EMPTY_HISTORY } from '#services/document/history'
import { Drafts } from '#services/drafts'
import { plainCodec } from '#adapters/node/vault/plain-codec'
import { SealedCodec } from '#adapters/node/vault/sealed-codec'
import type { Vault } from '#adapters/node/vault/vault'
import { VaultGenerations, type Keeping } from '#adapters/node/vault/vault-generations'
import type { ContractError } from '#contract/errors'
import { err, ok, type Result } from '#domain/result'
import type { FsPort } from '#services/ports'
import type { KeyedCase } from '#services/vault-service'

export interface KeyedCaseParts {
  readonly fs: FsPort
  readonly folder: string
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  readonly vault: Vault
  /** The case was saved. */
  readonly onSaved: () => void
  readonly following: Following
}

/** The case in an open vault: read once the keys are there, taken over from the unprotected format where that is due. */
export class VaultCase implements KeyedCase {
  readonly #parts: KeyedCaseParts
  #store: CaseStore | null = null
  #drafts: Drafts | null = null

  constructor(parts: KeyedCaseParts) {
    this.#parts = parts
  }

  /** Throws before the vault is open. */
  readonly store = (): CaseStore => {
    if (!this.#store) throw new Error('the vault is shut')
    return this.#store
  }

  /** Throws before the vault is open. */
  readonly drafts = (): Drafts => {
    if (!this.#drafts) throw new Error('the vault is shut')
    return this.#drafts
  }

  async open(): Promise<Result<null, ContractError>> {
    const { fs, folder, now, random, vault, onSaved, following } = this.#parts
    const generations = new VaultGenerations(fs, folder, now, new SealedCodec(vault.keys, 'case', random))
    if (vault.stage !== 'settled') await this.#settle(generations)
    const store = await CaseStore.open(generations, true, onSaved, following)
    if (store.isRolledBack) return err({ code: 'keys_rolled_back' })
    this.#store = store
    const draftCodec = new SealedCodec(vault.keys, 'drafts', random)
    this.#drafts = await Drafts.open(new VaultGenerations(fs, folder, now, draftCodec, 'drafts', theLastThree), now)
    return ok(null)
  }

  async saveAgain(): Promise<Result<null, ContractError>> {
    await this.drafts().saveAgain()
    return this.store().saveAgain()
  }

  async destroyEarlier(): Promise<void> {
    await this.drafts().destroyEarlier()
    await this.store().destroyEarlier()
  }

  /** Saves the first generation of this vault, unless an earlier start got that far, and only then removes older formats. */
  async #settle(generations: VaultGenerations): Promise<void> {
    const { fs, folder, now, vault } = this.#parts
    const found = await generations.open()
    if (found.state === 'fresh' || found.state === 'unreadable') {
      const plain = vault.stage === 'plain' ? await new VaultGenerations(fs, folder, now, plainCodec).open() : null
      const text = plain?.state === 'opened' || plain?.state === 'recovered' ? plain.text : EMPTY_CASE
      await generations.save(text)
    }
    await vault.settle()
    await generations.destroyOlderFormats()
  }
}

const theLastThree: Keeping = (savedAt) => new Set([...savedAt.keys()].sort((left, right) => right - left).slice(0, 3))

const EMPTY_CASE = JSON.stringify({ document: emptyDocument(0), history: EMPTY_HISTORY })
