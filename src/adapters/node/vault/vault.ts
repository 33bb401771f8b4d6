import type { FsPort, VaultFound, VaultPort, VaultSecret } from '#services/ports'
import type { Protection, Way } from '#contract/dto/vault'
import { headerName, HeaderFiles } from './header-files'
import { isGenuine, VAULT_FORMAT, type Header, type HeaderDraft, type Slot } from './header'
import type { Scrypt } from './scrypt'
import { KEY_BYTES } from './seal'
import { makeSlot, openSlot, unwrapKey, wrapKey, type Secret } from './slots'
import type { VaultKeys } from './vault-keys'
import { writeDurably } from './write-durably'

const DEVICE_KEY = 'device.key'

export interface VaultParts {
  readonly fs: FsPort
  /** The vault's folder. */
  readonly folder: string
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  readonly scrypt: Scrypt
}

interface Opened {
  header: Header
  readonly keys: { vaultId: string; current: { version: number; key: Uint8Array }; earlier: Uint8Array | null }
  readonly by: Way
}

/** The keys of the vault: its header files, its slots, and the master key once a slot was opened. */
export class Vault implements VaultPort {
  readonly #parts: VaultParts
  readonly #files: HeaderFiles
  #opened: Opened | null = null

  constructor(parts: VaultParts) {
    this.#parts = parts
    this.#files = new HeaderFiles(parts.fs, parts.folder)
  }

  /** The keys, for whoever encrypts. Throws before the vault is open. */
  get keys(): VaultKeys {
    return this.#mustBeOpen().keys
  }

  /** Header and master key, for backups; null before the vault is open. */
  get opened(): { readonly header: Header; readonly master: Uint8Array } | null {
    return this.#opened && { header: this.#opened.header, master: this.#opened.keys.current.key }
  }

  async look(): Promise<VaultFound> {
    const { fs, folder } = this.#parts
    await fs.makeDir(folder)
    await fs.makeDir(`${folder}/case`)
    const { headers, damaged, newer } = await this.#files.read()
    const newest = headers[0]
    const generations = (await fs.list(`${folder}/case`)).filter((name) => name.endsWith('.vault')).sort()
    if (newer) {
      const newestCase = generations.slice(-1).map((name) => `${folder}/case/${name}`)
      const files = [`${folder}/${newer.name}`, ...newestCase]
      return { state: 'newer', found: newer.format, supported: VAULT_FORMAT, files }
    }
    if (newest) return { state: 'shut', ways: newest.slots.map((slot) => slot.kind) }
    for (const name of generations) if (await this.#isPlain(`${folder}/case/${name}`)) return { state: 'plain' }
    const isEmpty = generations.length === 0 && damaged.length === 0 && !(await this.#hasOtherFiles())
    return isEmpty ? { state: 'fresh' } : { state: 'headerLost' }
  }

  async create(protection: Protection): Promise<void> {
    const { fs, folder } = this.#parts
    const { state } = await this.look()
    // The folder itself must survive a power cut as well.
    if (folder.includes('/')) await fs.syncDir(folder.slice(0, folder.lastIndexOf('/')))
    if (state !== 'fresh' && state !== 'plain') throw new Error('keys are never made where a vault is')
    const { random, now } = this.#parts
    const vaultId = Buffer.from(random(16)).toString('base64url')
    const master = random(KEY_BYTES)
    const secret = protection.kind === 'password' ? protectionSecret(protection.password) : await this.#newDeviceKey()
    const slots = [await makeSlot(secret, vaultId, master, now(), this.#parts)]
    const stage = state === 'plain' ? ('plain' as const) : ('new' as const)
    const draft = { vaultId, keysVersion: 1, createdAt: now(), slots, stage, earlier: null }
    const header = await this.#files.write(draft, master)
    this.#opened = {
      header,
      keys: { vaultId, current: { version: 1, key: master }, earlier: null },
      by: secret.kind,
    }
  }

  /**
   * Opens the vault with a secret. Header files that turn out not to be genuine are set aside and the copies written anew;
   * what an interrupted change left behind is put in order.
   */
  async open(given: VaultSecret): Promise<boolean> {
    const secret = await this.#secretOf(given)
    if (!secret) return false
    const { headers, damaged } = await this.#files.read()
    const keyOf = this.#remembering(secret)
    for (const header of headers) {
      const master = await keyOf(header)
      if (!master || !isGenuine(header, master)) continue
      // A change of the password keeps the master key: a genuine header of later keys says this secret is out of date.
      if (headers.some((other) => other.keysVersion > header.keysVersion && isGenuine(other, master))) return false
      const version = header.keysVersion
      const earlier = header.earlier && unwrapKey(master, earlierPurpose(header.vaultId), header.earlier)
      const forged = headers.filter((other) => !isGenuine(other, master)).map((other) => headerName(other.sequence))
      const outdated = headers.filter((other) => isGenuine(other, master) && other.keysVersion < version)
      for (const name of [...forged, ...damaged]) await this.#files.quarantine(name, this.#parts.now())
      this.#opened = {
        header,
        keys: { vaultId: header.vaultId, current: { version, key: master }, earlier },
        by: secret.kind,
      }
      if (headers.length - forged.length < 3 || outdated.length > 0)
        this.#opened.header = await this.#files.write(header, master)
      if (header.slots.every((slot) => slot.kind !== 'device')) await this.#removeDeviceKey()
      return true
    }
    return false
  }

  async proves(given: VaultSecret): Promise<boolean> {
    const { header } = this.#mustBeOpen()
    const secret = await this.#secretOf(given)
    if (!secret) return false
    return (await this.#openedBy(header, secret)) !== null
  }

  security() {
    const { header, by } = this.#mustBeOpen()
    const slotOf = (kind: Slot['kind']) => header.slots.find((slot) => slot.kind === kind)
    const password = slotOf('password')
    return {
      ways: header.slots.map((slot) => slot.kind),
      openedBy: by,
      passwordSince: password?.since ?? null,
      recoverySince: slotOf('recovery')?.since ?? null,
      scryptN: password?.kind === 'password' ? password.kdf.n : null,
    }
  }

  async setPassword(password: string): Promise<void> {
    await this.#changeSlot(protectionSecret(password), ['password', 'device'])
    await this.#removeDeviceKey()
  }

  async dropPassword(): Promise<void> {
    await this.#changeSlot(await this.#newDeviceKey(), ['password', 'device'])
  }

  async setRecoveryCode(code: Uint8Array): Promise<void> {
    await this.#changeSlot({ kind: 'recovery', code }, ['recovery'])
  }

  /**
   * A new master key under a new password; no other slot survives. Until `endRenewal` the header carries the earlier key
   * as well, so that a crash in between leaves every generation readable.
   */
  async beginRenewal(password: string): Promise<void> {
    const opened = this.#mustBeOpen()
    const { random, now } = this.#parts
    const { vaultId, createdAt, keysVersion, stage } = opened.header
    const master = random(KEY_BYTES)
    const slots = [await makeSlot(protectionSecret(password), vaultId, master, now(), this.#parts)]
    const earlier = wrapKey(master, earlierPurpose(vaultId), opened.keys.current.key, random)
    const draft = { vaultId, createdAt, keysVersion: keysVersion + 1, slots, stage, earlier }
    opened.header = await this.#files.write(draft, master)
    opened.keys.earlier = opened.keys.current.key
    opened.keys.current = { version: keysVersion + 1, key: master }
    await this.#removeDeviceKey()
  }

  get stage(): Header['stage'] {
    return this.#mustBeOpen().header.stage
  }

  /** The first generation is saved, the unprotected ones are taken over. */
  async settle(): Promise<void> {
    const opened = this.#mustBeOpen()
    opened.header = await this.#files.write({ ...opened.header, stage: 'settled' }, opened.keys.current.key)
  }

  get isRenewing(): boolean {
    return this.#mustBeOpen().keys.earlier !== null
  }

  /** The earlier key is forgotten: the caller has saved under the new one and destroyed what was under the earlier. */
  async endRenewal(): Promise<void> {
    const opened = this.#mustBeOpen()
    opened.header = await this.#files.write({ ...opened.header, earlier: null }, opened.keys.current.key)
    opened.keys.earlier = null
  }

  /** The master key behind a header that lies elsewhere (in a backup), when the secret opens it. */
  async openElsewhere(header: Header, given: VaultSecret): Promise<Uint8Array | null> {
    const secret = await this.#secretOf(given)
    return secret && this.#openedBy(header, secret)
  }

  /** A header from a backup becomes the vault's, where it has none of its own; from then on what opened it opens the vault. */
  async adopt(header: Header, master: Uint8Array, by: Way): Promise<void> {
    const { headers, damaged, newer } = await this.#files.read()
    if (headers.length > 0 || newer) throw new Error('keys are never replaced by others')
    for (const name of damaged) await this.#files.quarantine(name, this.#parts.now())
    const written = await this.#files.write({ ...header, stage: 'settled', earlier: null }, master)
    const { vaultId, keysVersion } = written
    this.#opened = {
      header: written,
      keys: { vaultId, current: { version: keysVersion, key: master }, earlier: null },
      by,
    }
  }

  async #changeSlot(secret: Secret, replaces: readonly Slot['kind'][]): Promise<void> {
    const opened = this.#mustBeOpen()
    const { vaultId, createdAt, keysVersion, earlier, slots, stage } = opened.header
    const { key } = opened.keys.current
    const made = await makeSlot(secret, vaultId, key, this.#parts.now(), this.#parts)
    const kept = slots.filter((slot) => !replaces.includes(slot.kind))
    const draft: HeaderDraft = {
      vaultId,
      createdAt,
      keysVersion: keysVersion + 1,
      slots: secret.kind === 'recovery' ? [...kept, made] : [made, ...kept],
      stage,
      earlier,
    }
    opened.header = await this.#files.write(draft, key)
    opened.keys.current = { version: keysVersion + 1, key }
  }

  async #openedBy(header: Header, secret: Secret): Promise<Uint8Array | null> {
    const slot = header.slots.find(({ kind }) => kind === secret.kind)
    return slot ? openSlot(slot, secret, header.vaultId, this.#parts.scrypt) : null
  }

  /** The copies of a header share their slots: a password is derived once for all of them. */
  #remembering(secret: Secret): (header: Header) => Promise<Uint8Array | null> {
    const known = new Map<string, Promise<Uint8Array | null>>()
    return (header) => {
      const slot = JSON.stringify(header.slots.find(({ kind }) => kind === secret.kind) ?? null)
      const name = `${header.vaultId} ${slot}`
      const key = known.get(name) ?? this.#openedBy(header, secret)
      known.set(name, key)
      return key
    }
  }

  async #secretOf(given: VaultSecret): Promise<Secret | null> {
    if (given.way !== 'device')
      return given.way === 'password' ? protectionSecret(given.password) : { kind: 'recovery', code: given.code }
    try {
      return { kind: 'device', key: await this.#parts.fs.read(`${this.#parts.folder}/${DEVICE_KEY}`) }
    } catch {
      return null
    }
  }

  /** Writes a new key file before the header that needs it. */
  async #newDeviceKey(): Promise<Secret> {
    const { fs, folder, random } = this.#parts
    const key = random(KEY_BYTES)
    await writeDurably(fs, folder, DEVICE_KEY, key, (readBack) => Buffer.compare(readBack, key) === 0)
    return { kind: 'device', key }
  }

  async #removeDeviceKey(): Promise<void> {
    const { fs, folder } = this.#parts
    if (!(await fs.list(folder)).includes(DEVICE_KEY)) return
    await fs.remove(`${folder}/${DEVICE_KEY}`)
    await fs.syncDir(folder)
  }

  async #isPlain(path: string): Promise<boolean> {
    const head = await this.#parts.fs.readPart(path, 0, 'BREATHING-ROOM 1 '.length)
    return Buffer.from(head).toString('latin1') === 'BREATHING-ROOM 1 '
  }

  /** Whatever lies in the vault's other folders says that there was a case once. */
  async #hasOtherFiles(): Promise<boolean> {
    const { fs, folder } = this.#parts
    for (const name of ['quarantine', 'backups', 'attachments', 'drafts']) {
      await fs.makeDir(`${folder}/${name}`)
      if ((await fs.list(`${folder}/${name}`)).length > 0) return true
    }
    return false
  }

  /** Forgets the keys: what they opened is not to be used. */
  forget(): void {
    this.#opened = null
  }

  #mustBeOpen(): Opened {
    if (!this.#opened) throw new Error('the vault is shut')
    return this.#opened
  }
}

const protectionSecret = (password: string): Secret => ({ kind: 'password', password })
const earlierPurpose = (vaultId: string): string => `earlier ${vaultId}`
