import { describe, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { layoutOf, MAGIC } from '#adapters/node/backup/backup-layout'
import { backupCodec, backupMac, ONLY_GENERATION, readBackup } from '#adapters/node/backup/read-backup'
import { encodeBackup, writeBackup } from '#adapters/node/backup/write-backup'
import { encodeHeader, parseHeader, type Header } from '#adapters/node/vault/header'
import { wrapKey } from '#adapters/node/vault/slots'
import { random } from '../../vault-around'

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

const whole = (): Uint8Array => encodeBackup({ header: aHeader(), master: MASTER }, TEXT, 77, random)

async function onDisk(bytes: Uint8Array): Promise<MemoryFs> {
  const fs = new MemoryFs()
  await (await fs.create(PATH)).write(bytes)
  return fs
}

const read = async (bytes: Uint8Array) => readBackup(await onDisk(bytes), PATH, MASTER)

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
    expect(await readBackup(await onDisk(whole()), PATH, new Uint8Array(32).fill(8))).toBeNull()
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
    const other = encodeBackup(
      { header: aHeader(), master: MASTER },
      TEXT.replace('everything', 'whatsoever'),
      77,
      random,
    )
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
      expect(await readBackup(fs, PATH, MASTER)).toBeNull()
    }
    expect(largest).toBeLessThanOrEqual(bytes.length)
    // Control: whoever believes the lie asks for as much as it says.
    expect(Math.max(...lies.map((each) => each.readUInt32BE(MAGIC.length)))).toBe(2 ** 32 - 1)
  })

  test('has a place for files, each found by its id and all under the trailer', async () => {
    const bytes = Buffer.from(whole())
    const file = (fill: number, size: number): Buffer => {
      const head = Buffer.alloc(24, fill)
      head.writeBigUInt64BE(BigInt(size), 16)
      return Buffer.concat([head, Buffer.alloc(size, fill)])
    }
    const count = Buffer.alloc(4)
    count.writeUInt32BE(2)
    const body = Buffer.concat([bytes.subarray(0, bytes.length - 36), count, file(1, 3_000_000), file(2, 0)])
    const withFiles = Buffer.concat([body, backupMac(MASTER, 'AAAAAAAAAAAAAAAAAAAAAA').update(body).digest()])
    expect(await read(withFiles)).toMatchObject({ text: TEXT })
    const found = await layoutOf(await onDisk(withFiles), PATH)
    expect(found.kind === 'backup' ? found.layout.files.map(({ bytes: size }) => size) : []).toEqual([3_000_000, 0])
    const changed = Buffer.from(withFiles)
    changed[withFiles.length - 1_000_000] = 7
    expect(await read(changed)).toBeNull()
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
    writeBackup(fs, '/disk', 'a.brbackup', whole(), MASTER, isRight)

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
      for (const name of names) if (!(await readBackup(fs, `/disk/${name}`, MASTER))) broken += 1
      // And the next one is written over what is left of it.
      await writeBackup(fs, '/disk', 'b.brbackup', whole(), MASTER, () => true)
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
