import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { random } from '../vault-around'
import { backupHost } from './backup/backup-host'

const RECORDING = random(300_001)

async function withRecording() {
  const fs = new MemoryFs()
  const host = await backupHost(fs)
  await host.create()
  const offer = { name: '录音.m4a', mediaType: 'audio/mp4', sizeBytes: RECORDING.length, fileTime: 1, loanId: null }
  const { uploadId } = await host.good('files.begin', offer)
  for (let offset = 0; offset < RECORDING.length; offset += 100_000)
    await host.good('files.append', {
      uploadId,
      offset,
      base64: Buffer.from(RECORDING.subarray(offset, offset + 100_000)).toString('base64'),
    })
  expect(await host.command('files.finish', { uploadId })).toMatchObject({ ok: true })
  const folder = '/vault/attachments'
  const inner = (await fs.list(folder)).find((name) => name.length === 2) ?? ''
  const [bin] = await fs.list(`${folder}/${inner}`)
  const state = async () => (await host.good('evidence.verifyFile', { attachmentId: uploadId })).state
  return { fs, host, path: `${folder}/${inner}/${bin ?? ''}`, state, uploadId }
}

async function rewrite(fs: MemoryFs, path: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const bytes = change(Uint8Array.from(await fs.read(path)))
  await fs.remove(path)
  const file = await fs.create(path)
  await file.write(bytes)
  await file.close()
}

test('a file is intact as long as every byte is, and its chain has no fault', async () => {
  const { host, state } = await withRecording()
  expect(await state()).toBe('intact')
  expect(await host.good('evidence.verifyChain', {})).toEqual({ entries: 1, faults: [] })
})

test.each([0.01, 0.3, 0.7, 0.999])('one flipped bit at %s of the file on disk is found', async (at) => {
  const { fs, path, state } = await withRecording()
  await rewrite(fs, path, (bytes) => {
    const place = Math.floor(at * bytes.length)
    bytes[place] = (bytes[place] ?? 0) ^ 1
    return bytes
  })
  expect(await state()).toBe('damaged')
})

test('a file that is gone is told, and one that is cut short or longer is damaged, not gone', async () => {
  const gone = await withRecording()
  await gone.fs.remove(gone.path)
  expect(await gone.state()).toBe('notHere')
  const cut = await withRecording()
  await rewrite(cut.fs, cut.path, (bytes) => bytes.slice(0, -20))
  expect(await cut.state()).toBe('damaged')
  const grown = await withRecording()
  await rewrite(grown.fs, grown.path, (bytes) => Uint8Array.from([...bytes, 0]))
  expect(await grown.state()).toBe('damaged')
})

test('control: that a file is there says nothing of its bytes', async () => {
  const { fs, host, path, state, uploadId } = await withRecording()
  await rewrite(fs, path, (bytes) => bytes.map((byte, at) => (at === 1000 ? byte ^ 1 : byte)))
  expect((await host.good('files.here', {})).ids).toEqual([uploadId])
  expect(await state()).toBe('damaged')
})

test('the hash that is compared is that of the original bytes', async () => {
  const { host } = await withRecording()
  const [file] = (await host.document()).attachments
  expect(file?.sha256).toBe(createHash('sha256').update(RECORDING).digest('hex'))
})

const exhibitOf = (attachmentIds: readonly string[], proves = '') => ({
  id: 'one',
  title: '录音',
  attachmentIds,
  contactIds: [],
  source: '',
  proves,
  originalKept: '',
  madeOn: null,
  showsOthers: false,
})

test('an exhibit whose file was removed can still be written in, and has the file again when it comes back', async () => {
  const { host, uploadId } = await withRecording()
  const save = (attachmentIds: readonly string[], proves = '') =>
    host.command('evidence.saveExhibit', { exhibit: { ...exhibitOf(attachmentIds, proves) } })
  expect(await save([uploadId])).toMatchObject({ ok: true })
  expect(await host.command('files.remove', { attachmentId: uploadId })).toMatchObject({ ok: true })
  expect(await save([uploadId], '来电')).toMatchObject({ ok: true })
  // A file that was never there is refused as before.
  expect(await save([uploadId, 'unknown'])).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  const { custody, attachments, exhibits } = await host.document()
  expect(custody.map(({ act }) => act)).toEqual(['taken', 'removed'])
  expect(attachments).toEqual([])
  expect(exhibits[0]).toMatchObject({ attachmentIds: [uploadId], proves: '来电' })
})
