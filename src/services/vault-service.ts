import type { ContractError } from '#contract/errors'
import type { Input, Output } from '#contract/procedures'
import type { Key, ShutReason, VaultStatus } from '#contract/dto/vault'
import { err, ok, type Result } from '#domain/result'
import { passphrase, PHRASE_BYTES } from '#domain/vault/phrase'
import { isSameGroup, parseRecoveryCode, RECOVERY_BYTES, recoveryCode } from '#domain/vault/recovery-code'
import { tryDelay } from '#domain/vault/try-delay'
import { base64 } from './base64'
import { storageError } from './storage-error'
import type { ClockPort, StrengthPort, TriesPort, VaultFound, VaultPort, VaultSecret } from './ports'

/** Shortest password that is taken, in characters; zxcvbn must think well of it too. */
const MIN_PASSWORD = 10
const MIN_SCORE = 3

/** The case behind the keys: what has to be done on disk when keys were made, opened or changed. */
export interface KeyedCase {
  /** Reads the case with the keys just opened; an error leaves the vault shut. */
  open(): Promise<Result<null, ContractError>>
  /** Saves the present state once more, under the present keys. */
  saveAgain(): Promise<Result<unknown, ContractError>>
  /** Destroys every generation but the newest. */
  destroyEarlier(): Promise<void>
}

export interface VaultServiceParts {
  readonly vault: VaultPort
  readonly tries: TriesPort
  readonly clock: ClockPort
  readonly strength: StrengthPort
  readonly random: (length: number) => Uint8Array
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly keyedCase: KeyedCase
  readonly shutReason: ShutReason
  /** Called once, when keys are in memory and the case is read. */
  readonly onOpened: () => void
}

/** Whether a key fits: not at all, what was asked about, or the vault itself. */
export type Fit = 'no' | 'there' | 'vault'

type Answer<N extends keyof VaultHandlers> = Promise<Result<Output<N>, ContractError>>
type VaultHandlers = ReturnType<VaultService['handlers']>

/**
 * Who gets in: wrong tries slow down and are counted on disk before they are heard; passwords are judged; keys are made,
 * changed and renewed, each followed by a save under the new keys.
 */
export class VaultService {
  readonly #parts: VaultServiceParts
  #isOpen = false
  #queue: Promise<unknown> = Promise.resolve()
  /** Elapsed instant before which no try is heard. */
  #heardFrom = 0
  #proposed: Uint8Array | null = null

  private constructor(parts: VaultServiceParts) {
    this.#parts = parts
  }

  /** A restart does not shorten the wait after wrong tries: it begins anew, on a clock nobody can set. */
  static async start(parts: VaultServiceParts): Promise<VaultService> {
    const service = new VaultService(parts)
    service.#waitAfter(await parts.tries.read())
    return service
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Nothing is there yet, or nothing says how it is locked: keys may come from a backup. */
  async isWithoutKeys(): Promise<boolean> {
    const { state } = await this.#parts.vault.look()
    return !this.#isOpen && (state === 'fresh' || state === 'headerLost')
  }

  /** Whether a key opens a backup, counted like any try. Only one that is the vault's own as well ends the count. */
  prove(key: Key, opens: (secret: VaultSecret) => Promise<Fit>): Promise<ContractError | null> {
    return this.#inTurn(() => this.#isWrong(key, opens))
  }

  /** A vault without keys takes over those of a backup, with the case in it, and is open. All or nothing. */
  takeOver(
    key: Key,
    opens: (secret: VaultSecret) => Promise<Fit>,
    take: () => Promise<Result<unknown, ContractError>>,
  ): Promise<Result<VaultStatus, ContractError>> {
    return this.#inTurn(async () => {
      if (!(await this.isWithoutKeys())) return err({ code: 'vault_exists' })
      const wrong = await this.#isWrong(key, opens)
      if (wrong) return err(wrong)
      try {
        const taken = await take()
        if (!taken.ok) return taken
        await this.#parts.tries.write(0)
      } catch (cause) {
        this.#parts.vault.forget()
        return err(storageError(cause))
      }
      return this.#enter()
    })
  }

  handlers() {
    const { vault, keyedCase } = this.#parts
    const inTurn =
      <I, O>(work: (input: I) => Promise<Result<O, ContractError>>) =>
      (input: I): Promise<Result<O, ContractError>> =>
        this.#inTurn(() => work(input))
    return {
      'vault.status': inTurn(async () => ok(await this.#status())),
      'vault.create': inTurn((input: Input<'vault.create'>) => this.#create(input)),
      'vault.open': inTurn(({ key }: Input<'vault.open'>) => this.#open(key)),
      'vault.strength': ({ password }: Input<'vault.strength'>) => Promise.resolve(ok(this.#judge(password))),
      'vault.phrase': () => Promise.resolve(ok({ phrase: passphrase(this.#parts.random(PHRASE_BYTES)) })),
      'vault.untouched': inTurn(() => this.#untouched()),
      'vault.security': inTurn(() => Promise.resolve(ok(this.#parts.vault.security()))),
      'vault.setPassword': inTurn((input: Input<'vault.setPassword'>) =>
        this.#changing(input.key, input.password, async () => {
          await vault.setPassword(input.password)
          return keyedCase.saveAgain()
        }),
      ),
      'vault.dropPassword': inTurn((input: Input<'vault.dropPassword'>) =>
        this.#changing(input.key, null, async () => {
          await vault.dropPassword()
          return keyedCase.saveAgain()
        }),
      ),
      'vault.renewKeys': inTurn((input: Input<'vault.renewKeys'>) =>
        this.#changing(input.key, input.password, async () => {
          await vault.beginRenewal(input.password)
          return this.#finishRenewal()
        }),
      ),
      'vault.proposeRecoveryCode': inTurn((input: Input<'vault.proposeRecoveryCode'>) => this.#propose(input.key)),
      'vault.confirmRecoveryCode': inTurn((input: Input<'vault.confirmRecoveryCode'>) => this.#confirm(input.groups)),
    }
  }

  async #status(): Promise<VaultStatus> {
    const { shutReason, vault } = this.#parts
    const found: VaultFound = await vault.look()
    return {
      state: this.#isOpen ? 'open' : found.state,
      ways: this.#isOpen ? vault.security().ways : found.state === 'shut' ? [...found.ways] : [],
      waitMs: this.#waitMs(),
      shutReason: this.#isOpen ? null : shutReason,
      newer: found.state === 'newer' ? { found: found.found, supported: found.supported } : null,
    }
  }

  async #create({ protection }: Input<'vault.create'>): Answer<'vault.create'> {
    const found = await this.#parts.vault.look()
    if (this.#isOpen || (found.state !== 'fresh' && found.state !== 'plain')) return err({ code: 'vault_exists' })
    const weak = protection.kind === 'password' ? this.#weakness(protection.password) : null
    if (weak) return err(weak)
    try {
      await this.#parts.vault.create(protection)
    } catch (cause) {
      return err(storageError(cause))
    }
    return this.#enter()
  }

  async #open(key: Key): Answer<'vault.open'> {
    const { vault } = this.#parts
    // A second window of an open vault has to prove its key like the first.
    const opens = (secret: VaultSecret) => (this.#isOpen ? vault.proves(secret) : vault.open(secret)).then(fits)
    const wrong = await this.#isWrong(key, opens)
    if (wrong) return err(wrong)
    return this.#isOpen ? ok(await this.#status()) : this.#enter()
  }

  async #enter(): Promise<Result<VaultStatus, ContractError>> {
    const { keyedCase, vault, onOpened } = this.#parts
    const opened = await keyedCase.open()
    if (!opened.ok) {
      vault.forget()
      return opened
    }
    this.#isOpen = true
    // What a crash left half done; where the disk refuses, the next start tries again.
    if (vault.isRenewing) await this.#finishRenewal().catch(() => undefined)
    onOpened()
    return ok(await this.#status())
  }

  /** Counted before it is heard: ending the program in the middle of a try gains nothing. */
  async #isWrong(key: Key, opens: (secret: VaultSecret) => Promise<Fit>): Promise<ContractError | null> {
    const waitMs = this.#waitMs()
    if (waitMs > 0) return { code: 'too_soon', waitMs }
    const secret = secretOf(key)
    if (!secret.ok) return secret.error
    const { tries } = this.#parts
    const earlier = await tries.read()
    const count = earlier + 1
    await tries.write(count)
    const fit = await opens(secret.value)
    if (fit !== 'no') {
      // A key that only opens a file somebody brought along does not make up for wrong tries on this vault.
      await tries.write(fit === 'vault' ? 0 : earlier)
      return null
    }
    this.#waitAfter(count)
    return { code: 'wrong_key', waitMs: this.#waitMs() }
  }

  /** A change of keys by their owner; the change itself ends with a save that records it. */
  async #changing(
    key: Key,
    password: string | null,
    change: () => Promise<Result<unknown, ContractError>>,
  ): Promise<Result<Output<'vault.security'>, ContractError>> {
    const weak = password === null ? null : this.#weakness(password)
    if (weak) return err(weak)
    const wrong = await this.#isWrong(key, (secret) => this.#parts.vault.proves(secret).then(fits))
    if (wrong) return err(wrong)
    try {
      const saved = await change()
      return saved.ok ? ok(this.#parts.vault.security()) : saved
    } catch (cause) {
      return err(storageError(cause))
    }
  }

  /** Everything is saved under the new key before the earlier one and what it opens are destroyed. */
  async #finishRenewal(): Promise<Result<unknown, ContractError>> {
    const { keyedCase, vault } = this.#parts
    const saved = await keyedCase.saveAgain()
    if (!saved.ok) return saved
    await keyedCase.destroyEarlier()
    await vault.endRenewal()
    return saved
  }

  async #propose(key: Key): Answer<'vault.proposeRecoveryCode'> {
    const wrong = await this.#isWrong(key, (secret) => this.#parts.vault.proves(secret).then(fits))
    if (wrong) return err(wrong)
    this.#proposed = this.#parts.random(RECOVERY_BYTES)
    return ok({ code: recoveryCode(this.#proposed) })
  }

  async #confirm(groups: Input<'vault.confirmRecoveryCode'>['groups']): Answer<'vault.confirmRecoveryCode'> {
    const proposed = this.#proposed
    if (!proposed) return err({ code: 'groups_differ' })
    const shown = recoveryCode(proposed).split('-')
    const isCopied =
      new Set(groups.map(({ index }) => index)).size === 2 &&
      groups.every(({ index, text }) => isSameGroup(text, shown[index] ?? ''))
    if (!isCopied) return err({ code: 'groups_differ' })
    try {
      await this.#parts.vault.setRecoveryCode(proposed)
    } catch (cause) {
      return err(storageError(cause))
    }
    this.#proposed = null
    const saved = await this.#parts.keyedCase.saveAgain()
    return saved.ok ? ok(this.#parts.vault.security()) : saved
  }

  async #untouched(): Answer<'vault.untouched'> {
    const found = await this.#parts.vault.look()
    if (found.state !== 'newer') return err({ code: 'not_found', id: 'newer' })
    const files = found.files.map(async (path) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      base64: base64(await this.#parts.readFile(path)),
    }))
    return ok({ files: await Promise.all(files) })
  }

  #judge(password: string) {
    const isLongEnough = Array.from(password).length >= MIN_PASSWORD
    const score = this.#parts.strength.score(password)
    return { score, isLongEnough, isAccepted: isLongEnough && score >= MIN_SCORE }
  }

  #weakness(password: string): ContractError | null {
    const { isAccepted, isLongEnough } = this.#judge(password)
    return isAccepted ? null : { code: 'weak_password', isLongEnough }
  }

  #waitMs(): number {
    return Math.max(0, Math.ceil(this.#heardFrom - this.#parts.clock.elapsed()))
  }

  #waitAfter(wrongTries: number): void {
    this.#heardFrom = this.#parts.clock.elapsed() + tryDelay(wrongTries)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}

const fits = (isRight: boolean): Fit => (isRight ? 'vault' : 'no')

function secretOf(key: Key): Result<VaultSecret, ContractError> {
  if (key.way !== 'recovery') return ok(key)
  const code = parseRecoveryCode(key.code)
  return code.ok ? ok({ way: 'recovery', code: code.value }) : err({ code: 'code_mistyped', group: code.error.group })
}
