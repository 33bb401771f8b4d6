import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { HostDriver } from './host-driver'

const MIB = 1024 * 1024
const SIZE = 200 * MIB
const PIECE = 384 * 1024

/** The most memory a process ever had, in bytes, as Linux counts it. */
const peakOf = (pid: number): number =>
  1024 * Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)

const canMeasure = existsSync('/proc/self/status')
if (!canMeasure) console.warn('SKIPPED: the memory of another process is read from /proc, which only Linux has')

/** Bytes of no pattern, the same each time, made piece by piece. */
function pieceAt(offset: number): Buffer {
  const length = Math.min(PIECE, SIZE - offset)
  const block = createHash('sha512').update(String(offset)).digest()
  const piece = Buffer.alloc(length)
  for (let at = 0; at < length; at += block.length) block.copy(piece, at)
  return piece
}

test.skipIf(!canMeasure)(
  'a recording of 200 MiB goes in and comes out in the memory of a few pieces',
  { timeout: 180_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'big-'))
    try {
      const host = await HostDriver.opened(dataDir)
      const before = peakOf(host.pid)
      const sent = createHash('sha256')
      const offer = { name: 'a.wav', mediaType: 'audio/wav', sizeBytes: SIZE, fileTime: null, loanId: null }
      const { uploadId } = await host.good<{ uploadId: string }>('files.begin', offer)
      for (let offset = 0; offset < SIZE; offset += PIECE) {
        const piece = pieceAt(offset)
        sent.update(piece)
        await host.good('files.append', { uploadId, offset, base64: piece.toString('base64') })
      }
      const expectedRevision = await host.revision()
      await host.good('files.finish', { expectedRevision, uploadId })
      const { document } = await host.good<{ document: { attachments: { id: string; sha256: string }[] } }>(
        'case.get',
        {},
      )
      const [attachment] = document.attachments
      expect(attachment?.sha256).toBe(sent.digest('hex'))
      const { token } = await host.good<{ token: string }>('files.grant', { attachmentId: attachment?.id })
      const received = createHash('sha256')
      for (let start = 0; start < SIZE; start += MIB) {
        const { base64 } = await host.good<{ base64: string }>('media.piece', { token, start, length: MIB })
        received.update(Buffer.from(base64, 'base64'))
      }
      expect(received.digest('hex')).toBe(attachment?.sha256)
      const grown = peakOf(host.pid) - before
      console.log(`200 MiB in and out: the host grew by ${(grown / MIB).toFixed(0)} MiB at its peak`)
      expect(grown).toBeLessThan(SIZE * 0.75)
      await host.kill()
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  },
)

test.skipIf(!canMeasure)('the same measure sees a process that holds it all (control)', () => {
  const script = `
    const { readFileSync } = require('node:fs')
    const peak = () => Number(/VmHWM:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
    const before = peak()
    const held = Buffer.alloc(${SIZE}, 1)
    console.log(peak() - before + held.length - ${SIZE})
  `
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(Number(stdout)).toBeGreaterThan(SIZE * 0.75)
})
