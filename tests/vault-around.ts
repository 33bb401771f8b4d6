import { randomBytes } from 'node:crypto'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { passwordStrength } from '#adapters/node/password-strength'
import { SealedCodec } from '#adapters/node/vault/sealed-codec'
import { isAllowedCost, type Scrypt } from '#adapters/node/vault/scrypt'
import { Vault } from '#adapters/node/vault/vault'
import { VaultGenerations } from '#adapters/node/vault/vault-generations'
import type { VaultKeys } from '#adapters/node/vault/vault-keys'
import { localDate } from '#domain/calendar/local-date'
import type { Surroundings } from '#host/compose-host'
import { IMPORTERS } from '#services/importers'
import type { FsPort } from '#services/ports'
import { scrypt } from './durability/quick-scrypt'

export const TODAY = localDate('2026-11-24')

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

/** A stand-in for scrypt with its floor and ceiling; the real one has tests of its own. */
export const quickScrypt: Scrypt = (password, salt, n) => {
  if (!isAllowedCost(n)) throw new RangeError('scrypt cost outside the allowed range')
  return scrypt(password, salt, n)
}

/** Keys as an open vault has them, without a vault. */
export const someKeys = (version = 1): VaultKeys => ({
  vaultId: 'AAAAAAAAAAAAAAAAAAAAAA',
  current: { version, key: new Uint8Array(32).fill(7) },
  earlier: null,
})

/** Sealed generations over keys of their own. */
export const sealedGenerations = (fs: FsPort, now: () => number = () => 0, keys: VaultKeys = someKeys()) =>
  new VaultGenerations(fs, '/vault', now, new SealedCodec(keys, 'case', random))

export const vaultOn = (fs: FsPort, now: () => number = () => 0): Vault =>
  new Vault({ fs, folder: '/vault', now, random, scrypt: quickScrypt })

/** Surroundings in memory for a whole host; a test gives what it is about. */
export function surroundings(given: Partial<Surroundings> = {}): Surroundings {
  let preferences: Awaited<ReturnType<Surroundings['preferences']['read']>> = { language: 'zh-CN', theme: 'auto' }
  return {
    fs: new MemoryFs(),
    folder: '/vault',
    clock: { today: () => TODAY, instant: () => 0, elapsed: () => 0 },
    random,
    scrypt: quickScrypt,
    strength: passwordStrength,
    pdf: { isAvailable: () => true, render: (html) => Promise.resolve(Buffer.from(html, 'utf8')) },
    pickFolder: null,
    imports: { read: (kind, text) => Promise.resolve(IMPORTERS[kind](text)) as never },
    docx: { render: () => Promise.resolve(new Uint8Array(0)) },
    preferences: {
      read: () => Promise.resolve(preferences),
      write: (next) => {
        preferences = next
        return Promise.resolve()
      },
    },
    log: { incident: () => undefined },
    newIncident: () => 'incident',
    version: '0',
    dataDir: '/data',
    shell: 'test',
    shutReason: 'start',
    onOpened: () => undefined,
    later: () => undefined,
    ...given,
  }
}
