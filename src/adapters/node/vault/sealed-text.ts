import type { FsPort, SealedTextPort } from '#services/ports'
import { SealedCodec } from './sealed-codec'
import type { Vault } from './vault'
import { VaultGenerations, type Keeping } from './vault-generations'

export interface SealedTextParts {
  readonly fs: FsPort
  /** The vault's folder. */
  readonly folder: string
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  readonly vault: Vault
}

const newestThree: Keeping = (savedAt) => new Set([...savedAt.keys()].sort((left, right) => right - left).slice(0, 3))

/** A text in generations of its own under `<vault>/<name>`, sealed for that purpose. Used once the vault is open. */
export function sealedText({ fs, folder, now, random, vault }: SealedTextParts, name: string): SealedTextPort {
  let generations: VaultGenerations | null = null
  const opened = async (): Promise<{ generations: VaultGenerations; text: string | null }> => {
    const found = new VaultGenerations(fs, folder, now, new SealedCodec(vault.keys, name, random), name, newestThree)
    const content = await found.open()
    generations = found
    return {
      generations: found,
      text: content.state === 'opened' || content.state === 'recovered' ? content.text : null,
    }
  }
  return {
    read: async () => (await opened()).text,
    async write(text) {
      const present = generations ?? (await opened()).generations
      // After an error the next write begins with what is really on disk.
      generations = null
      await present.save(text)
      generations = present
    },
    destroyEarlier: async () => (generations ?? (await opened()).generations).destroyEarlier(),
  }
}
