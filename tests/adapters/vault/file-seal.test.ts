import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { CHUNK_BYTES, chunkNonce, FILE_HEAD, SEALED_CHUNK_BYTES, sealedSize } from '#adapters/node/vault/file-seal'
import { VaultFiles } from '#adapters/node/vault/vault-files'
import type { StoredFile } from '#services/ports'
import { random } from '../../vault-around'

const filesOn = (fs: MemoryFs) => new VaultFiles({ fs, folder: '/vault', random })

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function stored(fs: MemoryFs, bytes: Uint8Array, pieces = 100_000): Promise<StoredFile> {
  const intake = await filesOn(fs).take()
  for (let at = 0; at < bytes.length; at += pieces) await intake.append(bytes.subarray(at, at + pieces))
  const file = await intake.seal()
  await intake.place()
  return file
}

const pathOf = ({ file }: StoredFile): string => `/vault/attachments/${file.slice(0, 2)}/${file}.bin`

async function whole(files: VaultFiles, file: StoredFile): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  for (let at = 0; at < file.sizeBytes; at += 1_048_576) {
    const part = await files.piece(file, at, 1_048_576)
    if (!part) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

describe('a file in the vault', () => {
  it('comes back byte for byte, however it was cut on its way in', async () => {
    const sizes = fc.oneof(
      fc.integer({ min: 0, max: 3 * CHUNK_BYTES }),
      fc.constantFrom(0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 17 * CHUNK_BYTES),
    )
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1000, max: 200_000 }), async (size, pieces) => {
        const fs = new MemoryFs()
        const bytes = random(size)
        const file = await stored(fs, bytes, pieces)
        expect(file).toMatchObject({ sizeBytes: size, sha256: sha256(bytes) })
        expect(await fs.sizeOf(pathOf(file))).toBe(sealedSize(size))
        expect(Buffer.compare((await whole(filesOn(fs), file)) ?? Buffer.from('none'), bytes)).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('gives 500 ranges that are the same slices of the original', async () => {
    const fs = new MemoryFs()
    const bytes = random(20 * CHUNK_BYTES + 777)
    const file = await stored(fs, bytes)
    for (let run = 0; run < 500; run += 1) {
      const start = Math.floor(Math.random() * (bytes.length + 10))
      const length = 1 + Math.floor(Math.random() * 3 * CHUNK_BYTES)
      const piece = await filesOn(fs).piece(file, start, length)
      expect(Buffer.compare(piece ?? Buffer.from('none'), bytes.subarray(start, start + length))).toBe(0)
    }
  })

  it('lies encrypted under a random name, readable by nobody without its key', async () => {
    const fs = new MemoryFs()
    const file = await stored(fs, Buffer.from('canary-51f0 '.repeat(20_000)))
    expect(Buffer.from(await fs.read(pathOf(file))).includes('canary-51f0')).toBe(false)
    expect(await filesOn(fs).piece(file, 0, 10)).not.toBeNull()
    const otherKey = Buffer.from(random(32)).toString('base64url')
    expect(await filesOn(fs).piece({ ...file, key: otherKey }, 0, 10)).toBeNull()
  })
})

const CHUNKS = 5
const chunkAt = (index: number): number => FILE_HEAD.length + index * SEALED_CHUNK_BYTES
const chunk = (bytes: Uint8Array, index: number): Uint8Array => bytes.subarray(chunkAt(index), chunkAt(index + 1))

/** The file's bytes with its chunks in another order. */
const inOrder = (bytes: Uint8Array, order: readonly number[]): Uint8Array =>
  Buffer.concat([bytes.subarray(0, FILE_HEAD.length), ...order.map((index) => chunk(bytes, index))])

describe('whatever is done to the bytes on disk', () => {
  const tamper = async (change: (bytes: Uint8Array) => Uint8Array): Promise<Uint8Array | null> => {
    const fs = new MemoryFs()
    const file = await stored(fs, random(CHUNKS * CHUNK_BYTES))
    const altered = MemoryFs.holding(new Map([[pathOf(file), change(await fs.read(pathOf(file)))]]))
    return whole(filesOn(altered), file)
  }

  it('every swap of two chunks is detected', async () => {
    for (let left = 0; left < CHUNKS; left += 1)
      for (let right = left + 1; right < CHUNKS; right += 1) {
        const order = [0, 1, 2, 3, 4]
        order[left] = right
        order[right] = left
        expect(await tamper((bytes) => inOrder(bytes, order))).toBeNull()
      }
  })

  it('dropped, doubled and cut chunks, cut bytes and added bytes are detected', async () => {
    for (const order of [
      [0, 1, 2, 3],
      [1, 2, 3, 4],
      [0, 1, 3, 4],
      [0, 0, 1, 2, 3],
      [0, 1, 2, 3, 3],
      [0, 1, 2, 3, 4, 4],
    ])
      expect(await tamper((bytes) => inOrder(bytes, order))).toBeNull()
    for (const cut of [1, 15, 16, 17, 1000, SEALED_CHUNK_BYTES])
      expect(await tamper((bytes) => bytes.subarray(0, bytes.length - cut))).toBeNull()
    for (const added of [1, 16, SEALED_CHUNK_BYTES])
      expect(await tamper((bytes) => Buffer.concat([bytes, random(added)]))).toBeNull()
  })

  it('a single flipped bit anywhere in a chunk is detected', async () => {
    for (let run = 0; run < 60; run += 1)
      expect(
        await tamper((bytes) => {
          const altered = Uint8Array.from(bytes)
          const at = FILE_HEAD.length + Math.floor(Math.random() * (bytes.length - FILE_HEAD.length))
          altered[at] = (altered[at] ?? 0) ^ (1 << (run % 8))
          return altered
        }),
      ).toBeNull()
  })

  it('a chunk of another file in the same place is detected', async () => {
    const fs = new MemoryFs()
    const [one, two] = [await stored(fs, random(CHUNKS * CHUNK_BYTES)), await stored(fs, random(CHUNKS * CHUNK_BYTES))]
    const mixed = Uint8Array.from(await fs.read(pathOf(one)))
    mixed.set(chunk(await fs.read(pathOf(two)), 2), chunkAt(2))
    expect(await whole(filesOn(MemoryFs.holding(new Map([[pathOf(one), mixed]]))), one)).toBeNull()
  })

  it('the same swap goes through where a chunk carries a nonce of its own and no place (control)', () => {
    const key = randomBytes(32)
    const careless = (plain: Uint8Array): Buffer => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    }
    const opened = (sealed: Buffer): Buffer => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(sealed.length - 16))
      return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()])
    }
    const sealed = ['first', 'second'].map((text) => careless(Buffer.from(text)))
    expect(sealed.reverse().map((each) => opened(each).toString())).toEqual(['second', 'first'])
  })
})

it('gives 65,536 chunks and the last of each length a nonce of its own; files have keys of their own', async () => {
  const nonces = new Set<string>()
  for (let index = 0; index < 65_536; index += 1)
    for (const isLast of [false, true]) nonces.add(Buffer.from(chunkNonce(index, isLast)).toString('hex'))
  expect(nonces.size).toBe(2 * 65_536)
  const fs = new MemoryFs()
  const keys = new Set<string>()
  for (let run = 0; run < 200; run += 1) keys.add((await stored(fs, Buffer.from('the same'))).key)
  expect(keys.size).toBe(200)
})
