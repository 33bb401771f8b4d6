import { Vault } from '#adapters/node/vault/vault'
import { VaultFiles } from '#adapters/node/vault/vault-files'
import type { Scrypt } from '#adapters/node/vault/scrypt'
import { vaultTries } from '#adapters/node/vault/vault-tries'
import { newSha256, sha256Text } from '#adapters/node/sha256-text'
import { sheetFile } from '#adapters/node/sheet-file'
import { timeStamps } from '#adapters/node/time-stamp'
import { zipStream } from '#adapters/node/zip-stream'
import type { ShutReason } from '#contract/dto/vault'
import { followCustody } from '#domain/evidence/follow-custody'
import { paperHtml } from '#domain/letter/markup'
import { createDispatch, type Dispatch } from '#services/dispatch'
import { PackService } from '#services/evidence/pack-service'
import { FilesService } from '#services/files/files-service'
import { createHandlers } from '#services/handlers'
import type {
  ClockPort,
  DocxPort,
  FsPort,
  ImportPort,
  LogPort,
  PdfPort,
  PreferencesPort,
  StrengthPort,
} from '#services/ports'
import { sampleIn } from '#services/sample'
import { VaultService } from '#services/vault-service'
import { composeBackups } from './compose-backups'
import { VaultCase } from './keyed-case'
import { packContentsIn } from './pack-contents'

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
  /** Null where the shell has no dialog for it. */
  readonly pickFolder: (() => Promise<string | null>) | null
  readonly preferences: PreferencesPort
  readonly imports: ImportPort
  readonly log: LogPort
  readonly newIncident: () => string
  readonly version: string
  readonly dataDir: string
  readonly shell: 'electron' | 'web' | 'test'
  readonly shutReason: ShutReason
  /** The vault was opened: from now on keys are in this process's memory. */
  readonly onOpened: () => void
  /** Runs work in a while, when nobody waits for an answer. */
  readonly later: (work: () => void) => void
}

/** The host over any surroundings: the real ones in `createHost`, a disk in memory in tests. */
export async function composeHost(around: Surroundings): Promise<Dispatch> {
  const { fs, folder, clock, random, scrypt, strength, log, newIncident, shutReason, onOpened, later, ...rest } = around
  const now = () => clock.instant()
  const keys = new Vault({ fs, folder, now, random, scrypt })
  const disk = { fs, folder, now, random, vault: keys }
  const newId = (): string => Buffer.from(random(16)).toString('hex')
  const custody = { now, newId, sha256: sha256Text }
  const vaultCase = new VaultCase({
    ...disk,
    onSaved: () => backups.service.caseIsThere(),
    following: (before, next) => followCustody(before, next, custody),
  })
  const vaultFiles = new VaultFiles({ fs, folder, random })
  const onBackups = composeBackups({ ...disk, clock, later, store: vaultCase.store })
  await onBackups.begin()
  const vault = await VaultService.start({
    vault: keys,
    tries: vaultTries(fs, folder),
    clock,
    strength,
    random,
    readFile: (path) => fs.read(path),
    keyedCase: {
      async open() {
        const opened = await vaultCase.open()
        // What stays costs space only.
        if (opened.ok) await vaultFiles.clearParts().catch(() => undefined)
        return opened
      },
      async saveAgain() {
        await backups.service.saveAgain()
        return vaultCase.saveAgain()
      },
      async destroyEarlier() {
        await vaultCase.destroyEarlier()
        await backups.service.destroyEarlier()
      },
    },
    shutReason,
    onOpened: () => {
      backups.service.caseIsThere()
      onOpened()
    },
  })
  const backups = onBackups.services(vault)
  const handlers = createHandlers({
    ...rest,
    files: new FilesService({ files: vaultFiles, store: vaultCase.store, now, random, newHash: newSha256 }),
    packs: new PackService({
      files: vaultFiles,
      store: vaultCase.store,
      zip: zipStream,
      sheets: sheetFile,
      newHash: newSha256,
      timeStamps,
      random,
      utf8: (text) => new Uint8Array(Buffer.from(text, 'utf8')),
      custody,
      today: () => clock.today(),
      paper: async (paper) => {
        const pdf = await rest.pdf.render(paperHtml(paper))
        return pdf ? { bytes: pdf, ending: 'pdf' } : { bytes: await rest.docx.render(paper), ending: 'docx' }
      },
      contents: packContentsIn,
    }),
    store: vaultCase.store,
    drafts: vaultCase.drafts,
    vault,
    backups,
    clock,
    paperHtml,
    sample: sampleIn,
    sha256: sha256Text,
  })
  return createDispatch(handlers, log, newIncident, () => vault.isOpen)
}
