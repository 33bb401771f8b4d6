import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { random } from '../../vault-around'
import { aLoan } from '../../domain/loan/a-loan'
import { backedUp, backupHost, byPassword, newestBackup, OTHER, START } from './backup-host'

type Host = Awaited<ReturnType<typeof backupHost>>

/** More than two chunks, and not a whole number of them. */
const RECORDING = random(200_001)

async function attach(host: Host, bytes: Uint8Array): Promise<string> {
  await host.command('ledger.saveLoan', { loan: aLoan(), parties: [] })
  const offer = {
    name: '通话录音.wav',
    mediaType: 'audio/wav',
    sizeBytes: bytes.length,
    fileTime: null,
    loanId: 'loan',
  }
  const { uploadId } = await host.good('files.begin', offer)
  for (let offset = 0; offset < bytes.length; offset += 100_000)
    await host.good('files.append', {
      uploadId,
      offset,
      base64: Buffer.from(bytes.subarray(offset, offset + 100_000)).toString('base64'),
    })
  expect(await host.command('files.finish', { uploadId })).toMatchObject({ ok: true })
  return (await host.document()).attachments[0]?.id ?? ''
}

async function bytesOf(host: Host, attachmentId: string): Promise<Buffer | null> {
  const { token } = await host.good('files.grant', { attachmentId })
  const { base64 } = await host.good('media.piece', { token, start: 0, length: RECORDING.length })
  return base64 === null ? null : Buffer.from(base64, 'base64')
}

const isRecording = (bytes: Buffer | null): boolean => bytes !== null && Buffer.compare(bytes, RECORDING) === 0

async function backedUpWithARecording() {
  const { fs, host } = await backedUp()
  const id = await attach(host, RECORDING)
  expect(isRecording(await bytesOf(host, id))).toBe(true)
  host.time.instantMs += 60_000
  await host.good('backups.make', {})
  return { id, backup: await newestBackup(fs) }
}

test('a backup carries attachments to a new computer, whole', async () => {
  const { id, backup } = await backedUpWithARecording()
  const elsewhere = await backupHost(new MemoryFs(), START)
  await elsewhere.pick(backup)
  const place = { in: 'picked' } as const
  expect(await elsewhere.good('backups.look', { place, key: byPassword() })).toMatchObject({
    backup: { files: 1, missing: 0 },
  })
  await elsewhere.good('backups.takeOver', { place, key: byPassword(), use: 'backup' })
  expect(await elsewhere.good('files.here', {})).toEqual({ ids: [id] })
  expect(isRecording(await bytesOf(elsewhere, id))).toBe(true)
})

test('restored into another vault, with other keys, they open there', async () => {
  const { id, backup } = await backedUpWithARecording()
  const other = await backupHost(new MemoryFs(), START)
  await other.create(OTHER)
  await other.save(7)
  await other.pick(backup)
  const restored = await other.command('backups.restore', { place: { in: 'picked' }, key: byPassword() })
  expect(restored).toMatchObject({ ok: true })
  expect(isRecording(await bytesOf(other, id))).toBe(true)
})

test('one byte of the recording turned in the backup, and the backup is refused (control of the two above)', async () => {
  const { backup } = await backedUpWithARecording()
  const place = { in: 'picked' } as const
  const elsewhere = await backupHost(new MemoryFs(), START)
  await elsewhere.pick(Uint8Array.from(backup).with(backup.length - 1000, (backup[backup.length - 1000] ?? 0) ^ 1))
  expect(await elsewhere.client.call('backups.look', { place, key: byPassword() })).toMatchObject({ ok: false })
})
