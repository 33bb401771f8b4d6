import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { letterDocx } from '#adapters/node/letter-docx'
import { nodeFs } from '#adapters/node/node-fs'
import { passwordStrength } from '#adapters/node/password-strength'
import { systemClock } from '#adapters/node/system-clock'
import { cryptoIsSound } from '#adapters/node/vault/known-answers'
import { scrypt } from '#adapters/node/vault/scrypt'
import type { Dispatch } from '#services/dispatch'
import { composeHost, type Surroundings } from './compose-host'

export type HostParts = Pick<
  Surroundings,
  'dataDir' | 'version' | 'shell' | 'shutReason' | 'pdf' | 'imports' | 'preferences' | 'pickFolder' | 'onOpened'
>

/** Where the vault lies in a data folder. */
export const vaultDir = (dataDir: string): string => join(dataDir, 'vault')

/** Where letters lie while they are printed, and launcher pages while a window opens. */
export const temporaryDir = (dataDir: string): string => join(dataDir, 'tmp')

/** So long after a save or an opening the work begins that nobody waits for. */
const BACKGROUND_MS = 1500

/** Answers calls on the vault of a data folder, and once it is open, on the case. The caller holds the vault's lock. */
export async function createHost(parts: HostParts): Promise<Dispatch> {
  if (!(await cryptoIsSound())) throw new Error('the cryptography of this runtime gives wrong answers')
  return composeHost({
    ...parts,
    fs: nodeFs,
    folder: vaultDir(parts.dataDir),
    clock: systemClock,
    random: (length) => new Uint8Array(randomBytes(length)),
    scrypt,
    strength: passwordStrength,
    later: (work) => void setTimeout(work, BACKGROUND_MS).unref(),
    docx: { render: letterDocx },
    log: {
      incident: (id, procedure, error) => {
        const kind = error instanceof Error ? error.name : typeof error
        process.stderr.write(`incident ${id} in ${procedure}: ${kind}\n`)
      },
    },
    newIncident: () => randomBytes(4).toString('hex'),
  })
}
