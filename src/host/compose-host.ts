import { Vault } from '#adapters/node/vault/vault'
import type { Scrypt } from '#adapters/node/vault/scrypt'
import { vaultTries } from '#adapters/node/vault/vault-tries'
import type { ShutReason } from '#contract/dto/vault'
import { paperHtml } from '#domain/letter/markup'
import { createDispatch, type Dispatch } from '#services/dispatch'
import { createHandlers } from '#services/handlers'
import type { ClockPort, DocxPort, FsPort, LogPort, PdfPort, PreferencesPort, StrengthPort } from '#services/ports'
import { sampleIn } from '#services/sample'
import { VaultService } from '#services/vault-service'
import { VaultCase } from './keyed-case'

/** Everything outside the host that it works with: the disk, the clock, chance, the shell. */
export interface Surroundings {
  readonly fs: FsPort
  /** The vault's folder on it. */
  readonly folder: string
  readonly clock: ClockPort
  readonly random: (length: number) => Uint8Array
  readonly scrypt: Scrypt
  readonly strength: StrengthPort
  readonly pdf: PdfPort
  readonly docx: DocxPort
  readonly preferences: PreferencesPort
  readonly log: LogPort
  readonly newIncident: () => string
  readonly version: string
  readonly dataDir: string
  readonly shell: 'electron' | 'web' | 'test'
  readonly shutReason: ShutReason
  /** The vault was opened: from now on keys are in this process's memory. */
  readonly onOpened: () => void
}

/** The host over any surroundings: the real ones in `createHost`, a disk in memory in tests. */
export async function composeHost(around: Surroundings): Promise<Dispatch> {
  const { fs, folder, clock, random, scrypt, strength, log, newIncident, shutReason, onOpened, ...rest } = around
  const now = () => clock.instant()
  const keys = new Vault({ fs, folder, now, random, scrypt })
  const vaultCase = new VaultCase({ fs, folder, now, random, vault: keys })
  const vault = await VaultService.start({
    vault: keys,
    tries: vaultTries(fs, folder),
    clock,
    strength,
    random,
    readFile: (path) => fs.read(path),
    keyedCase: vaultCase,
    shutReason,
    onOpened,
  })
  const handlers = createHandlers({
    ...rest,
    store: vaultCase.store,
    drafts: vaultCase.drafts,
    vault,
    clock,
    paperHtml,
    sample: sampleIn,
  })
  return createDispatch(handlers, log, newIncident, () => vault.isOpen)
}
