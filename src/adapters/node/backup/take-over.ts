import type { Way } from '#contract/dto/vault'
import type { FsPort, SavedText } from '#services/ports'
import { SealedCodec } from '../vault/sealed-codec'
import type { Vault } from '../vault/vault'
import { partOf, writeDurably } from '../vault/write-durably'
import type { BackupKeys } from './write-backup'

const GENERATION = /^(\d{10})\.vault$/
const nameOf = (generation: number): string => `${String(generation).padStart(10, '0')}.vault`
/** Later than any count of key changes a generation can carry. */
const ANY_VERSION = 999_999_999
const KEYS = /^BREATHING-ROOM 2 generation=\d+ saved=\d+ keys=(\d{1,9})\n/

export interface TakeOverParts {
  readonly fs: FsPort
  readonly folder: string
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  readonly vault: Vault
}

interface CaseOnDisk {
  readonly newest: SavedText | null
  /** Count of key changes of the newest keys under which a generation was saved. */
  readonly keysVersion: number
  readonly last: number
  /** Names of generations these keys do not open. */
  readonly others: readonly string[]
}

/** Which generations in a vault without a header the keys of a backup open: its own, when the backup is of this vault. */
export async function caseOnDisk({ fs, folder, random }: TakeOverParts, keys: BackupKeys): Promise<CaseOnDisk> {
  await fs.makeDir(`${folder}/case`)
  const current = { version: ANY_VERSION, key: keys.master }
  const codec = new SealedCodec({ vaultId: keys.header.vaultId, current, earlier: null }, 'case', random)
  const generations = (await fs.list(`${folder}/case`)).flatMap((name) => GENERATION.exec(name)?.[1] ?? []).map(Number)
  generations.sort((left, right) => right - left)
  let newest: SavedText | null = null
  let { keysVersion } = keys.header
  const others: string[] = []
  for (const generation of generations) {
    const bytes = await fs.read(`${folder}/case/${nameOf(generation)}`)
    const decoded = codec.decode(bytes, generation)
    if (decoded.kind !== 'whole') {
      others.push(nameOf(generation))
      continue
    }
    newest ??= { savedAt: decoded.savedAt, text: decoded.text }
    const version = KEYS.exec(Buffer.from(bytes.subarray(0, 160)).toString('latin1'))?.[1]
    keysVersion = Math.max(keysVersion, Number(version ?? 0))
  }
  return { newest, keysVersion, last: generations[0] ?? 0, others }
}

/**
 * The keys of a backup become those of a vault that has none, with this case in it. The case is on disk before the header,
 * and the header is the moment from which all of it counts; what these keys do not open is set aside, never deleted.
 */
export async function takeOverCase(parts: TakeOverParts, keys: BackupKeys, by: Way, text: string): Promise<void> {
  const { fs, folder, now, random, vault } = parts
  const { last, keysVersion, others } = await caseOnDisk(parts, keys)
  const header = { ...keys.header, keysVersion }
  const current = { version: keysVersion, key: keys.master }
  const codec = new SealedCodec({ vaultId: header.vaultId, current, earlier: null }, 'case', random)
  const generation = last + 1
  const name = nameOf(generation)
  const isWhole = (readBack: Uint8Array): boolean => codec.decode(readBack, generation).kind === 'whole'
  await fs.remove(partOf(`${folder}/case`, name))
  await fs.syncDir(folder)
  await writeDurably(fs, `${folder}/case`, name, codec.encode(text, generation, now()), isWhole)
  await vault.adopt(header, keys.master, by)
  // Where the disk refuses this, they stay where they are: the vault is whole without it.
  await setAside(parts, others).catch(() => undefined)
}

async function setAside({ fs, folder, now }: TakeOverParts, names: readonly string[]): Promise<void> {
  await fs.makeDir(`${folder}/quarantine`)
  for (const name of names) await fs.rename(`${folder}/case/${name}`, `${folder}/quarantine/${now()}-${name}`)
  await fs.syncDir(`${folder}/quarantine`)
  await fs.syncDir(`${folder}/case`)
}
