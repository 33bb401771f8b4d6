import { describe, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { layoutOf, MAGIC } from '#adapters/node/backup/backup-layout'
import { backupCodec, ONLY_GENERATION, readBackup } from '#adapters/node/backup/read-backup'
import type { SavedFiles } from '#adapters/node/backup/saved-files'
import { backupPieces, writeStreamed } from '#adapters/node/backup/write-backup'
import { encodeHeader, parseHeader, type Header } from '#adapters/node/vault/header'
import { wrapKey } from '#adapters/node/vault/slots'
import { random } from '../../vault-around'

/** These cases refer to no files. */
const NO_FILES: SavedFiles = { in: () => [], isWhole: () => Promise.resolve(false) }

const MASTER = new Uint8Array(32).fill(9)
const PATH = '/disk/a.brbackup'
const TEXT = JSON.stringify({ note: 'everything a person owes', fen: 123_456 })

function aHeader(): Header {
  const vaultId = 'AAAAAAAAAAAAAAAAAAAAAA'
  const slots = [{ kind: 'device' as const, since: 5, wrapped: wrapKey(random(32), 'device', MASTER, random) }]
  const draft = { vaultId, keysVersion: 3, createdAt: 1, slots, stage: 'settled' as const, earlier: null }
  const parsed = parseHeader(encodeHeader(draft, 4, MASTER))
  if (parsed.kind !== 'header') throw new Error('no header')
  return parsed.header
}

async function sealedBackup(text = TEXT): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const content = { text, savedAt: 77, files: [] }
  for await (const piece of backupPieces({ header: aHeader(), master: MASTER }, content, random)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const WHOLE = await sealedBackup()
const whole = (): Uint8Array => new Uint8Array(WHOLE)

async function onDisk(bytes: Uint8Array): Promise<MemoryFs> {
  const fs = new MemoryFs()
  await (await fs.create(PATH)).write(bytes)
  return fs
}

const read = async (bytes: Uint8Array) => readBackup(await onDisk(bytes), PATH, MASTER, NO_FILES)

/** The careless reader: it opens the case and looks at nothing else. */
async function readWithoutTrailer(bytes: Uint8Array): Promise<string | null> {
  const found = await layoutOf(await onDisk(bytes), PATH)
  if (found.kind !== 'backup') return null
  const { header, caseAt, caseBytes } = found.layout
  const opened = backupCodec(header, MASTER).decode(bytes.subarray(caseAt, caseAt + caseBytes), ONLY_GENERATION)
  return opened.kind === 'whole' ? opened.text : null
}

describe('a backup', () => {
  test('reads back what was sealed, with its instant', async () => {
    expect(await read(whole())).toMatchObject({ savedAt: 77, text: TEXT })
    expect(await readBackup(await onDisk(whole()), PATH, new Uint8Array(32).fill(8), NO_FILES)).toBeNull()
  })

  test('with any byte flipped is refused; a reader without the trailer lets some through', async () => {
    const bytes = whole()
    let careless = 0
    for (let at = 0; at < bytes.length; at += 1)
      for (const mask of [0x01, 0x20, 0x80]) {
        const flipped = new Uint8Array(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ mask
        expect(await read(flipped), `byte ${at}`).toBeNull()
        if (await readWithoutTrailer(flipped)) careless += 1
      }
    // Control: the trailer itself at the least is nothing to it.
    expect(careless).toBeGreaterThanOrEqual(32 * 3)
  }, 60_000)

  test('cut at any length, or with anything behind it, is refused', async () => {
    const bytes = whole()
    for (let length = 0; length < bytes.length; length += 1)
      expect(await read(bytes.subarray(0, length)), `cut at ${length}`).toBeNull()
    expect(await read(Buffer.concat([bytes, Buffer.alloc(1)]))).toBeNull()
    expect(await read(Buffer.concat([bytes, bytes]))).toBeNull()
  }, 60_000)

  test('parts of two backups of one vault do not go together', async () => {
    const one = whole()
    const other = await sealedBackup(TEXT.replace('everything', 'whatsoever'))
    expect(other.length).toBe(one.length)
    for (let cut = 1; cut < one.length; cut += 7) {
      const joined = Buffer.concat([one.subarray(0, cut), other.subarray(cut)])
      if (!joined.equals(other)) expect(await read(joined), `joined at ${cut}`).toBeNull()
    }
  })

  test('that claims lengths beyond its size is refused before anything of that size is read', async () => {
    const bytes = Buffer.from(whole())
    const headerBytes = bytes.readUInt32BE(MAGIC.length)
    const caseLengthAt = MAGIC.length + 4 + headerBytes
    const countAt = caseLengthAt + 8 + Number(bytes.readBigUInt64BE(caseLengthAt))
    const lies: Buffer[] = []
    const lie = (change: (copy: Buffer) => void): void => {
      const copy = Buffer.from(bytes)
      change(copy)
      lies.push(copy)
    }
    for (const size of [0, 1, headerBytes - 1, headerBytes + 1, 8193, 2 ** 31, 2 ** 32 - 1])
      lie((copy) => copy.writeUInt32BE(size, MAGIC.length))
    for (const size of [0n, 1n, 2n ** 31n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n])
      lie((copy) => copy.writeBigUInt64BE(size, caseLengthAt))
    for (const count of [1, 2, 1000, 2 ** 32 - 1]) lie((copy) => copy.writeUInt32BE(count, countAt))
    let largest = 0
    for (const bytesOfLie of lies) {
      const fs = await onDisk(bytesOfLie)
      const readPart = fs.readPart.bind(fs)
      fs.readPart = (path, offset, length) => {
        largest = Math.max(largest, length)
        return readPart(path, offset, length)
      }
      expect(await readBackup(fs, PATH, MASTER, NO_FILES)).toBeNull()
    }
    expect(largest).toBeLessThanOrEqual(bytes.length)
    // Control: whoever believes the lie asks for as much as it says.
    expect(Math.max(...lies.map((each) => each.readUInt32BE(MAGIC.length)))).toBe(2 ** 32 - 1)
  })

  test('of a later format says so, and other files are no backup', async () => {
    const later = Buffer.from(whole())
    later.write('2', MAGIC.indexOf('1'))
    expect(await layoutOf(await onDisk(later), PATH)).toEqual({ kind: 'newer' })
    for (const other of [Buffer.from('%PDF-1.7 and so on'), Buffer.alloc(4096), Buffer.from('BREATHING-ROOM 2 ')])
      expect(await layoutOf(await onDisk(other), PATH)).toEqual({ kind: 'foreign' })
  })
})

describe('writing', () => {
  const writeOn = (fs: MemoryFs, isRight: (text: string) => boolean = () => true) =>
    writeStreamed(fs, '/disk', 'a.brbackup', [whole()], async (part) => {
      const read = await readBackup(fs, part, MASTER, NO_FILES)
      return read !== null && isRight(read.text)
    })

  test('a disk that keeps something else than it was given leaves no backup behind', async () => {
    const fs = new MemoryFs()
    const create = fs.create.bind(fs)
    fs.create = async (path) => {
      const file = await create(path)
      let written = 0
      return {
        ...file,
        write: (bytes) => {
          const kept = new Uint8Array(bytes)
          written += bytes.length
          kept[Math.min(kept.length - 1, 900)] = (kept[Math.min(kept.length - 1, 900)] ?? 0) ^ 1
          return file.write(kept)
        },
        close: () => file.close().then(() => expect(written).toBeGreaterThan(0)),
      }
    }
    await expect(writeOn(fs)).rejects.toMatchObject({ code: 'EIO' })
    expect(await fs.list('/disk')).toEqual([])
    await expect(writeOn(new MemoryFs(), () => false)).rejects.toMatchObject({ code: 'EIO' })
  })

  /** Cuts the power at the n-th operation, for n = 1, 2, … and answers how often a file of that name was left that is none. */
  async function brokenBackups(write: (fs: MemoryFs) => Promise<void>): Promise<number> {
    let broken = 0
    for (let limit = 1, finished = false; !finished; limit += 1) {
      const fs = new MemoryFs()
      let operations = 0
      fs.fault = (operation) => {
        operations += 1
        if (operations >= limit) throw Object.assign(new Error('power'), { code: 'EIO' })
        return operation === 'write' ? 400 : undefined
      }
      finished = await write(fs).then(
        () => true,
        () => false,
      )
      fs.crash()
      const names = (await fs.list('/disk')).filter((name) => name.endsWith('.brbackup'))
      if (finished) expect(names).toEqual(['a.brbackup'])
      for (const name of names) if (!(await readBackup(fs, `/disk/${name}`, MASTER, NO_FILES))) broken += 1
      // And the next one is written over what is left of it.
      await writeStreamed(fs, '/disk', 'b.brbackup', [whole()], () => Promise.resolve(true))
      expect(limit).toBeLessThan(100)
    }
    return broken
  }

  test('interrupted at any operation, with short writes: a whole backup or none', async () => {
    expect(await brokenBackups(writeOn)).toBe(0)
    // Control: written under its own name from the beginning, it is left half done.
    const careless = async (fs: MemoryFs): Promise<void> => {
      const bytes = whole()
      const file = await fs.create('/disk/a.brbackup')
      await fs.syncDir('/disk')
      for (let at = 0; at < bytes.length;) {
        at += await file.write(bytes.subarray(at))
        await file.sync()
      }
      await file.close()
    }
    expect(await brokenBackups(careless)).toBeGreaterThan(0)
  })
})
