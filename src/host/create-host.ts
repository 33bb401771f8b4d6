import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { letterDocx } from '#adapters/node/letter-docx'
import { nodeFs } from '#adapters/node/node-fs'
import { systemClock } from '#adapters/node/system-clock'
import { VaultGenerations } from '#adapters/node/vault-generations'
import { paperHtml } from '#domain/letter/markup'
import { createDispatch, type Dispatch } from '#services/dispatch'
import { CaseStore } from '#services/document/case-store'
import { createHandlers } from '#services/handlers'
import type { PdfPort, PreferencesPort } from '#services/ports'
import { sampleIn } from '#services/sample'

export interface HostParts {
  readonly dataDir: string
  readonly version: string
  readonly shell: 'electron' | 'web' | 'test'
  readonly pdf: PdfPort
  readonly preferences: PreferencesPort
}

/** Where the vault lies in a data folder. */
export const vaultDir = (dataDir: string): string => join(dataDir, 'vault')

/** Where letters lie while they are printed, and launcher pages while a window opens. */
export const temporaryDir = (dataDir: string): string => join(dataDir, 'tmp')

/** Opens the case of a data folder and answers calls on it. The caller holds the vault's lock. */
export async function createHost({ dataDir, version, shell, pdf, preferences }: HostParts): Promise<Dispatch> {
  const disk = new VaultGenerations(nodeFs, vaultDir(dataDir), () => systemClock.instant())
  const handlers = createHandlers({
    store: await CaseStore.open(disk),
    clock: systemClock,
    preferences,
    pdf,
    docx: { render: letterDocx },
    paperHtml,
    sample: sampleIn,
    version,
    dataDir,
    shell,
  })
  return createDispatch(
    handlers,
    {
      incident: (id, procedure, error) => {
        const kind = error instanceof Error ? error.name : typeof error
        process.stderr.write(`incident ${id} in ${procedure}: ${kind}\n`)
      },
    },
    () => randomBytes(4).toString('hex'),
  )
}
