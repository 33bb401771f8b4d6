import { isAbsolute, relative } from 'node:path'
import type { BackupFolderProblem, BackupPlace } from '#contract/dto/backups'
import type {
  BackupKey,
  BackupsPort,
  FoundBackup,
  FsPort,
  SavedText,
  UnlockedBackup,
  VaultSecret,
} from '#services/ports'
import { isGenuine, type Header, type Slot } from '../vault/header'
import type { Vault } from '../vault/vault'
import { partOf, removeParts } from '../vault/write-durably'
import { layoutOf } from './backup-layout'
import { PickedFile } from './picked-file'
import { readBackup } from './read-backup'
import { caseOnDisk, takeOverCase } from './take-over'
import { encodeBackup, writeBackup, type BackupKeys } from './write-backup'

const NAME = /^\d{8}T\d{9}Z\.brbackup$/

export interface BackupFilesParts {
  readonly fs: FsPort
  /** The vault's folder. */
  readonly folder: string
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  readonly vault: Vault
}

/** `<vault>/backups/<instant>.brbackup`, copies of them in a folder the person chose, and the file picked in the page. */
export class BackupFiles implements BackupsPort {
  readonly #parts: BackupFilesParts
  readonly #folder: string
  readonly #picked: PickedFile

  constructor(parts: BackupFilesParts) {
    this.#parts = parts
    this.#folder = `${parts.folder}/backups`
    this.#picked = new PickedFile(parts.fs, parts.folder)
  }

  async list(): Promise<readonly FoundBackup[]> {
    const { fs } = this.#parts
    await fs.makeDir(this.#folder)
    const names = (await fs.list(this.#folder)).filter((name) => NAME.test(name)).sort()
    return Promise.all(names.reverse().map((name) => this.#found(name)))
  }

  async #found(name: string): Promise<FoundBackup> {
    const path = `${this.#folder}/${name}`
    const bytes = await this.#parts.fs.sizeOf(path)
    const found = await layoutOf(this.#parts.fs, path)
    const file = { name, nameSavedAt: instantIn(name), bytes }
    if (found.kind !== 'backup') return { ...file, slots: [], opensNow: false }
    const { header } = found.layout
    const slots = header.slots.map((slot) => ({ way: slot.kind, isPresent: this.#isOwn(slot) }))
    return { ...file, slots, opensNow: this.#presentKeyOf(header) !== null }
  }

  async write(saved: SavedText, isRight: (text: string) => boolean, under?: BackupKey): Promise<string> {
    const { fs, random } = this.#parts
    const keys = under ? await this.#keysOf(under) : this.#mustBeOpen()
    await fs.makeDir(this.#folder)
    await fs.syncDir(this.#parts.folder)
    await removeParts(fs, this.#folder)
    const taken = new Set(await fs.list(this.#folder))
    let at = saved.savedAt
    while (taken.has(nameOf(at))) at += 1
    const bytes = encodeBackup(keys, saved.text, saved.savedAt, random)
    await writeBackup(fs, this.#folder, nameOf(at), bytes, keys.master, isRight)
    return nameOf(at)
  }

  async copy(name: string, folder: string, isRight: (text: string) => boolean): Promise<void> {
    const { fs } = this.#parts
    const bytes = await fs.read(`${this.#folder}/${name}`)
    await writeBackup(fs, folder, name, bytes, this.#mustBeOpen().master, isRight)
  }

  async remove(name: string): Promise<void> {
    await this.#parts.fs.remove(`${this.#folder}/${name}`)
    await this.#parts.fs.syncDir(this.#folder)
  }

  async removeCopy(name: string, folder: string): Promise<void> {
    if (!(await this.#parts.fs.list(folder)).includes(name)) return
    await this.#parts.fs.remove(`${folder}/${name}`)
    await this.#parts.fs.syncDir(folder)
  }

  async readPart(name: string, offset: number, length: number) {
    const { fs } = this.#parts
    const path = `${this.#folder}/${name}`
    return { bytes: await fs.readPart(path, offset, length), total: await fs.sizeOf(path) }
  }

  async unlock(place: BackupPlace, by: VaultSecret | 'presentKeys'): Promise<UnlockedBackup> {
    const { fs, vault } = this.#parts
    const found = await layoutOf(fs, this.#pathOf(place))
    if (found.kind === 'foreign') return { state: 'refused', reason: 'notABackup' }
    if (found.kind !== 'backup') return { state: 'refused', reason: found.kind }
    const { header } = found.layout
    const master = by === 'presentKeys' ? this.#presentKeyOf(header) : await vault.openElsewhere(header, by)
    if (!master) return { state: 'wrong', ways: header.slots.map(({ kind }) => kind) }
    const way = by === 'presentKeys' ? by : by.way
    const isThisVault = vault.opened?.header.vaultId === header.vaultId
    const isVaultsOwn = header.slots.some((slot) => slot.kind === way && this.#isOwn(slot))
    return { state: 'unlocked', key: { place, way, isThisVault, isVaultsOwn, master } }
  }

  async open(key: BackupKey): Promise<SavedText | null> {
    const read = await readBackup(this.#parts.fs, this.#pathOf(key.place), key.master)
    return read && { savedAt: read.savedAt, text: read.text }
  }

  async folderProblem(path: string): Promise<BackupFolderProblem | null> {
    const { fs, folder, random } = this.#parts
    if (!isAbsolute(path)) return 'notAbsolute'
    try {
      await fs.list(path)
    } catch {
      return 'missing'
    }
    const within = relative(await fs.realPath(folder), await fs.realPath(path))
    if (within === '' || !(within.startsWith('..') || isAbsolute(within))) return 'insideVault'
    const probe = partOf(path, Buffer.from(random(8)).toString('hex'))
    try {
      await (await fs.create(probe)).close()
      await fs.remove(probe)
      return null
    } catch {
      return 'notWritable'
    }
  }

  async caseOnDisk(key: BackupKey): Promise<SavedText | null> {
    return (await caseOnDisk(this.#parts, await this.#keysOf(key))).newest
  }

  async takeOver(key: BackupKey, text: string): Promise<void> {
    const keys = await this.#keysOf(key)
    if (key.way === 'presentKeys') throw new Error('a vault with keys takes over no others')
    await takeOverCase(this.#parts, keys, key.way, text)
  }

  begin(): Promise<void> {
    return this.#picked.begin()
  }

  append(offset: number, bytes: Uint8Array): Promise<boolean> {
    return this.#picked.append(offset, bytes)
  }

  discard(): Promise<void> {
    return this.#picked.discard()
  }

  #isOwn(slot: Slot): boolean {
    const own = this.#parts.vault.opened?.header.slots ?? []
    return own.some((present) => JSON.stringify(present) === JSON.stringify(slot))
  }

  #pathOf(place: BackupPlace): string {
    return place.in === 'picked' ? this.#picked.path : `${this.#folder}/${place.name}`
  }

  #presentKeyOf(header: Header): Uint8Array | null {
    const { opened } = this.#parts.vault
    if (opened?.header.vaultId !== header.vaultId) return null
    return isGenuine(header, opened.master) ? opened.master : null
  }

  async #keysOf({ place, master }: BackupKey): Promise<BackupKeys> {
    const found = await layoutOf(this.#parts.fs, this.#pathOf(place))
    if (found.kind !== 'backup') throw new Error('the backup is gone')
    return { header: found.layout.header, master }
  }

  #mustBeOpen(): BackupKeys {
    const { opened } = this.#parts.vault
    if (!opened) throw new Error('the vault is shut')
    return opened
  }
}

const nameOf = (instant: number): string => `${new Date(instant).toISOString().replace(/[-:.]/g, '')}.brbackup`

const instantIn = (name: string): number => {
  const [, date, time, ms] = /^(\d{8})T(\d{6})(\d{3})Z/.exec(name) ?? []
  const [year, month, day] = [date?.slice(0, 4), date?.slice(4, 6), date?.slice(6)]
  const [hour, minute, second] = [time?.slice(0, 2), time?.slice(2, 4), time?.slice(4)]
  return Math.max(0, Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`) || 0)
}
