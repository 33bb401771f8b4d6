import { describe, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { Vault } from '#adapters/node/vault/vault'
import type { VaultSecret } from '#services/ports'
import { quickScrypt, random, vaultOn } from '../../vault-around'

const PASSWORD: VaultSecret = { way: 'password', password: 'first password' }
const NEXT: VaultSecret = { way: 'password', password: 'second password' }
const DEVICE: VaultSecret = { way: 'device' }
const CODE = new Uint8Array(20).fill(9)
const RECOVERY: VaultSecret = { way: 'recovery', code: CODE }

async function created(fs: MemoryFs, password = 'first password'): Promise<Vault> {
  const vault = vaultOn(fs)
  await vault.create({ kind: 'password', password })
  await vault.settle()
  return vault
}

const opens = (fs: MemoryFs, secret: VaultSecret): Promise<boolean> => vaultOn(fs).open(secret)

const headersIn = async (fs: MemoryFs): Promise<string[]> =>
  (await fs.list('/vault')).filter((name) => name.startsWith('header.')).sort()

/** Exchanges the bytes of a file, as damage or an attacker would. */
async function rewrite(fs: MemoryFs, path: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const bytes = await fs.read(path)
  await fs.remove(path)
  const file = await fs.create(path)
  await file.write(change(bytes))
  await file.sync()
}

const copyOf = async (from: MemoryFs, names: readonly string[]): Promise<Map<string, Uint8Array>> =>
  new Map(await Promise.all(names.map(async (name) => [name, await from.read(`/vault/${name}`)] as const)))

describe('keys in slots', () => {
  test('a password opens the vault, in whatever form it is composed, and nothing else does', async () => {
    const fs = new MemoryFs()
    await created(fs, 'Ünïcode 密码 ﬁ')
    expect(await opens(fs, { way: 'password', password: 'Ünïcode 密码 fi'.normalize('NFD') })).toBe(true)
    for (const password of ['', 'unïcode 密码 fi', 'Ünïcode 密码 fi '])
      expect(await opens(fs, { way: 'password', password })).toBe(false)
    expect(await opens(fs, DEVICE)).toBe(false)
    expect(await opens(fs, RECOVERY)).toBe(false)
  })

  test('without a password the key file opens it; setting one removes the key file; dropping it makes a new one', async () => {
    const fs = new MemoryFs()
    const vault = vaultOn(fs)
    await vault.create({ kind: 'none' })
    const firstKey = await fs.read('/vault/device.key')
    expect(await vault.look()).toEqual({ state: 'shut', ways: ['device'] })
    expect(await opens(fs, DEVICE)).toBe(true)
    await vault.setPassword('first password')
    expect(await fs.list('/vault')).not.toContain('device.key')
    expect(await opens(fs, DEVICE)).toBe(false)
    expect(await opens(fs, PASSWORD)).toBe(true)
    await vault.dropPassword()
    expect(await fs.read('/vault/device.key')).not.toEqual(firstKey)
    expect(await opens(fs, DEVICE)).toBe(true)
    expect(await opens(fs, PASSWORD)).toBe(false)
  })

  test('a changed password opens, the earlier one and its header files do not', async () => {
    const fs = new MemoryFs()
    const vault = await created(fs)
    const before = await copyOf(fs, await headersIn(fs))
    await vault.setPassword('second password')
    expect(await headersIn(fs)).toHaveLength(3)
    expect([...before.keys()].some((name) => name.startsWith('header.1.'))).toBe(false)
    expect(await opens(fs, PASSWORD)).toBe(false)
    expect(await opens(fs, NEXT)).toBe(true)
    // An earlier header laid beside the present ones is of no use either.
    for (const [name, bytes] of before) {
      const file = await fs.create(`/vault/${name}`)
      await file.write(bytes)
    }
    expect(await opens(fs, PASSWORD)).toBe(false)
    expect(await opens(fs, NEXT)).toBe(true)
  })

  test('a recovery code opens beside the password; a new one replaces it', async () => {
    const fs = new MemoryFs()
    const vault = await created(fs)
    await vault.setRecoveryCode(CODE)
    expect(await opens(fs, RECOVERY)).toBe(true)
    expect(await opens(fs, PASSWORD)).toBe(true)
    await vault.setPassword('second password')
    expect(await opens(fs, RECOVERY)).toBe(true)
    await vault.setRecoveryCode(new Uint8Array(20).fill(1))
    expect(await opens(fs, RECOVERY)).toBe(false)
  })

  test('renewed keys: another master key, no other slot, and the earlier key until the renewal ends', async () => {
    const fs = new MemoryFs()
    const vault = await created(fs)
    await vault.setRecoveryCode(CODE)
    const earlier = vault.keys.current.key
    await vault.beginRenewal('second password')
    expect(vault.keys.current.key).not.toEqual(earlier)
    const inBetween = vaultOn(fs)
    expect(await inBetween.open(NEXT)).toBe(true)
    expect(inBetween.isRenewing).toBe(true)
    expect(Buffer.compare(inBetween.keys.earlier ?? new Uint8Array(0), earlier)).toBe(0)
    await vault.endRenewal()
    const after = vaultOn(fs)
    expect(await after.open(NEXT)).toBe(true)
    expect(after.keys.earlier).toBeNull()
    for (const secret of [PASSWORD, RECOVERY]) expect(await opens(fs, secret)).toBe(false)
  })

  test('what proves an owner of the open vault', async () => {
    const fs = new MemoryFs()
    const vault = await created(fs)
    await vault.setRecoveryCode(CODE)
    expect(await vault.proves(PASSWORD)).toBe(true)
    expect(await vault.proves(RECOVERY)).toBe(true)
    expect(await vault.proves(NEXT)).toBe(false)
    expect(await vault.proves(DEVICE)).toBe(false)
    expect(vault.security()).toMatchObject({ ways: ['password', 'recovery'], openedBy: 'password' })
  })
})

describe('the header', () => {
  test('any bit of any copy turned is found: the vault opens by the others, the damaged one is set aside', async () => {
    const model = new MemoryFs()
    await created(model)
    const names = await headersIn(model)
    const size = (await model.read(`/vault/${names[0] ?? ''}`)).length
    for (let at = 0; at < size; at += 1) {
      const fs = new MemoryFs()
      await created(fs)
      const own = await headersIn(fs)
      const name = own[at % 3] ?? ''
      const damaged = await fs.read(`/vault/${name}`)
      await rewrite(fs, `/vault/${name}`, (bytes) => bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8))))
      const vault = vaultOn(fs, () => 5)
      expect(await vault.open(PASSWORD), `byte ${at}`).toBe(true)
      const aside = await fs.list('/vault/quarantine')
      expect(aside, `byte ${at}`).toEqual([`5-${name}`])
      expect(await fs.read(`/vault/quarantine/5-${name}`)).not.toEqual(damaged)
      expect(await headersIn(fs)).toHaveLength(3)
    }
  })

  test('with every copy damaged the vault is never taken for a fresh one', async () => {
    const fs = new MemoryFs()
    await created(fs)
    for (const name of await headersIn(fs)) await rewrite(fs, `/vault/${name}`, () => new Uint8Array(3))
    expect(await vaultOn(fs).look()).toEqual({ state: 'headerLost' })
    await expect(vaultOn(fs).create({ kind: 'none' })).rejects.toThrow('never made where a vault is')
    for (const name of await headersIn(fs)) await fs.remove(`/vault/${name}`)
    const file = await fs.create('/vault/case/0000000001.vault')
    await file.write(new Uint8Array(50))
    expect(await vaultOn(fs).look()).toEqual({ state: 'headerLost' })
  })

  test('of a newer format is refused for opening and creating, and said with its number', async () => {
    const fs = new MemoryFs()
    await created(fs)
    for (const name of await headersIn(fs))
      await rewrite(fs, `/vault/${name}`, () => Buffer.from('{"format":3,"whatever":true}\n'))
    expect(await vaultOn(fs).look()).toMatchObject({ state: 'newer', found: 3, supported: 2 })
    await expect(vaultOn(fs).create({ kind: 'none' })).rejects.toThrow()
  })

  test('with a cost of scrypt outside floor and ceiling is refused before anything is derived', async () => {
    for (const n of [2 ** 10, 2 ** 16, 2 ** 21, 100_000, 2 ** 17 + 1, -1]) {
      const fs = new MemoryFs()
      await created(fs)
      for (const name of await headersIn(fs))
        await rewrite(fs, `/vault/${name}`, (bytes) =>
          Buffer.from(
            Buffer.from(bytes)
              .toString('utf8')
              .replace(/"n":\d+/, `"n":${n}`),
          ),
        )
      let derived = 0
      const counting: typeof quickScrypt = (...args) => {
        derived += 1
        return quickScrypt(...args)
      }
      const vault = new Vault({ fs, folder: '/vault', now: () => 0, random, scrypt: counting })
      expect(await vault.open(PASSWORD), `N = ${n}`).toBe(false)
      expect(derived, `N = ${n}`).toBe(0)
      expect(() => quickScrypt('x', new Uint8Array(32), n)).toThrow(RangeError)
    }
  })

  test('of another vault does not open with this one’s password', async () => {
    const ours = new MemoryFs()
    await created(ours)
    const theirs = new MemoryFs()
    await created(theirs, 'second password')
    const foreign = await copyOf(theirs, await headersIn(theirs))
    for (const name of await headersIn(ours)) await ours.remove(`/vault/${name}`)
    for (const [name, bytes] of foreign) {
      const file = await ours.create(`/vault/${name}`)
      await file.write(bytes)
    }
    expect(await opens(ours, PASSWORD)).toBe(false)
  })

  test('a password is derived once for all copies', async () => {
    const fs = new MemoryFs()
    await created(fs)
    let derived = 0
    const vault = new Vault({
      fs,
      folder: '/vault',
      now: () => 0,
      random,
      scrypt: (...args) => {
        derived += 1
        return quickScrypt(...args)
      },
    })
    expect(await vault.open(NEXT)).toBe(false)
    expect(derived).toBe(1)
  })
})
