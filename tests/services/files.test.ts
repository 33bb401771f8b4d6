import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import type { Reply } from '#contract/errors'
import type { Output } from '#contract/procedures'
import { aLoan } from '../domain/loan/a-loan'
import { random } from '../vault-around'
import { backupHost, byPassword, OTHER, PASSWORD } from './backup/backup-host'

type Host = Awaited<ReturnType<typeof backupHost>>

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function withLoan(fs = new MemoryFs()) {
  const host = await backupHost(fs)
  await host.create()
  await host.command('ledger.saveLoan', { loan: aLoan(), parties: [] })
  return { fs, host }
}

const offer = (bytes: Uint8Array, name = '录音.wav', mediaType = 'audio/wav') => ({
  name,
  mediaType,
  sizeBytes: bytes.length,
  fileTime: 1_700_000_000_000,
  loanId: 'loan',
})

async function sent(host: Host, bytes: Uint8Array, name?: string, mediaType?: string): Promise<string> {
  const { uploadId } = await host.good('files.begin', offer(bytes, name, mediaType))
  for (let offset = 0; offset < bytes.length; offset += 300_000) {
    const base64 = Buffer.from(bytes.subarray(offset, offset + 300_000)).toString('base64')
    await host.good('files.append', { uploadId, offset, base64 })
  }
  return uploadId
}

async function added(host: Host, bytes: Uint8Array, name?: string, mediaType?: string): Promise<string> {
  const uploadId = await sent(host, bytes, name, mediaType)
  const reply = await host.command('files.finish', { uploadId, sha256: sha256(bytes) })
  expect(reply).toMatchObject({ ok: true })
  return uploadId
}

async function read(host: Host, attachmentId: string): Promise<Uint8Array | null> {
  const { token } = await host.good('files.grant', { attachmentId })
  const { found } = await host.good('media.look', { token })
  const parts: Uint8Array[] = []
  for (let start = 0; start < (found?.sizeBytes ?? 0); start += 1_048_576) {
    const { base64 } = await host.good('media.piece', { token, start, length: 1_048_576 })
    if (base64 === null) return null
    parts.push(Buffer.from(base64, 'base64'))
  }
  return Buffer.concat(parts)
}

const code = (reply: Reply<unknown>): unknown => (reply.ok ? 'ok' : reply.error)

async function binsOn(fs: MemoryFs): Promise<string[]> {
  const folders = (await fs.list('/vault/attachments')).filter((name) => name.length === 2)
  const names = await Promise.all(folders.map((name) => fs.list(`/vault/attachments/${name}`)))
  return names.flat()
}

test('a file is there with the same bytes after the power failed and the vault was opened anew', async () => {
  const { fs, host } = await withLoan()
  const bytes = random(1_500_000)
  const id = await added(host, bytes)
  fs.crash()
  const again = await backupHost(fs)
  await again.open()
  const { attachments } = await again.document()
  expect(attachments).toMatchObject([
    { id, loanId: 'loan', name: '录音.wav', mediaType: 'audio/wav', sizeBytes: 1_500_000, sha256: sha256(bytes) },
  ])
  expect(await again.good('files.here', {})).toEqual({ ids: [id] })
  expect(sha256((await read(again, id)) ?? new Uint8Array(0))).toBe(sha256(bytes))
})

test('the keys of files never reach the page, nor does an export carry them', async () => {
  const { host } = await withLoan()
  await added(host, random(10))
  const answers = [await host.good('case.get', {}), await host.good('case.export', {})]
  expect(JSON.stringify(answers)).not.toMatch(/"(key|file)"/)
})

test('removing can be taken back; renewed keys and another password leave the bytes as they are', async () => {
  const { fs, host } = await withLoan()
  const bytes = random(200_000)
  const id = await added(host, bytes)
  await host.command('files.remove', { attachmentId: id })
  expect((await host.document()).attachments).toEqual([])
  await host.command('case.undo', {})
  const before = await binsOn(fs)
  await host.good('vault.renewKeys', { key: byPassword(PASSWORD), password: OTHER })
  expect(await binsOn(fs)).toEqual(before)
  fs.crash()
  const again = await backupHost(fs)
  await again.open(OTHER)
  expect(sha256((await read(again, id)) ?? new Uint8Array(0))).toBe(sha256(bytes))
})

test('a wipe destroys the bytes, the addresses and what was on its way', async () => {
  const { fs, host } = await withLoan()
  const id = await added(host, random(100))
  const { token } = await host.good('files.grant', { attachmentId: id })
  const { uploadId } = await host.good('files.begin', offer(random(10)))
  await host.command('case.wipe', {})
  expect(await binsOn(fs)).toEqual([])
  expect(await fs.list('/vault/attachments')).toEqual([])
  expect(await host.good('media.look', { token })).toEqual({ found: null })
  expect(code(await host.client.call('files.append', { uploadId, offset: 0, base64: 'AAAA' }))).toMatchObject({
    reason: 'gone',
  })
})

test('the same bytes for the same loan are not stored twice', async () => {
  const { fs, host } = await withLoan()
  const bytes = random(5000)
  const id = await added(host, bytes)
  const uploadId = await sent(host, bytes, 'another name.wav')
  expect(code(await host.command('files.finish', { uploadId }))).toEqual({ code: 'duplicate_file', id })
  expect(await binsOn(fs)).toHaveLength(1)
  expect((await host.document()).attachments).toHaveLength(1)
})

test('pieces out of order, other sizes, other bytes and files too large are refused in words', async () => {
  const { fs, host } = await withLoan()
  const { uploadId } = await host.good('files.begin', offer(random(6)))
  const append = async (offset: number, base64: string) =>
    code(await host.client.call('files.append', { uploadId, offset, base64 }))
  expect(await append(3, 'AAAA')).toEqual({ code: 'upload_refused', reason: 'order' })
  expect(await append(0, 'AAAA')).toBe('ok')
  expect(await append(0, 'AAAA')).toEqual({ code: 'upload_refused', reason: 'order' })
  expect(await append(3, 'AAAAAAAA')).toEqual({ code: 'upload_refused', reason: 'size' })
  expect(await append(3, 'AAAA')).toEqual({ code: 'upload_refused', reason: 'gone' })
  const short = await sent(host, random(6))
  const { uploadId: cut } = await host.good('files.begin', offer(random(6)))
  expect(code(await host.command('files.finish', { uploadId: cut }))).toMatchObject({ reason: 'size' })
  expect(code(await host.command('files.finish', { uploadId: short, sha256: '0'.repeat(64) }))).toMatchObject({
    reason: 'hash',
  })
  const large = { ...offer(random(1)), sizeBytes: 4 * 1024 ** 3 + 1 }
  expect(code(await host.client.call('files.begin', large))).toMatchObject({ code: 'file_too_large' })
  expect(code(await host.client.call('files.begin', { ...offer(random(1)), loanId: 'none' }))).toMatchObject({
    code: 'not_found',
  })
  for (let count = 0; count < 8; count += 1) await host.good('files.begin', offer(random(6)))
  expect(code(await host.client.call('files.begin', offer(random(6))))).toMatchObject({ reason: 'tooMany' })
  expect((await host.document()).attachments).toEqual([])
  expect(await binsOn(fs)).toEqual([])
})

test('a conflict can be ended by the same call with the present revision', async () => {
  const { fs, host } = await withLoan()
  const uploadId = await sent(host, random(100))
  const stale = (await host.document()).revision
  await host.save(7)
  expect(code(await host.client.call('files.finish', { uploadId, expectedRevision: stale }))).toMatchObject({
    code: 'conflict',
  })
  expect(await host.command('files.finish', { uploadId })).toMatchObject({ ok: true })
  expect(await binsOn(fs)).toHaveLength(1)
})

test('a full disk refuses the file, leaves no part of it, and everything else can still be saved', async () => {
  const { fs, host } = await withLoan()
  const { uploadId } = await host.good('files.begin', offer(random(200_000)))
  fs.fault = (operation, path) => {
    if (operation === 'write' && path.includes('/attachments/')) throw Object.assign(new Error(), { code: 'ENOSPC' })
    return undefined
  }
  const base64 = Buffer.from(random(200_000)).toString('base64')
  expect(code(await host.client.call('files.append', { uploadId, offset: 0, base64 }))).toEqual({
    code: 'storage_full',
  })
  expect(await fs.list('/vault/attachments')).toEqual([])
  fs.fault = () => undefined
  expect(await host.save(8)).toMatchObject({ ok: true })
})

test('what was half written is gone at the next start', async () => {
  const { fs, host } = await withLoan()
  await host.good('files.begin', offer(random(6)))
  expect(await fs.list('/vault/attachments')).toHaveLength(1)
  await (await backupHost(fs)).open()
  expect(await fs.list('/vault/attachments')).toEqual([])
})

test('a case from elsewhere names files that are not here, or other ones by the same id: never an error', async () => {
  const { host } = await withLoan()
  const id = await added(host, random(100))
  const { text } = await host.good('case.export', {})
  const { host: other } = await withLoan()
  expect(await other.command('case.import', { text })).toMatchObject({ ok: true })
  expect((await other.document()).attachments).toHaveLength(1)
  expect(await other.good('files.here', {})).toEqual({ ids: [] })
  expect(code(await other.client.call('files.grant', { attachmentId: id }))).toEqual({ code: 'file_not_here', id })
  const forged = text.replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`)
  await host.command('case.import', { text: forged })
  expect(await host.good('files.here', {})).toEqual({ ids: [] })
})

const HOSTILE = [
  '../../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\System32\\x.dll',
  '\\\\server\\share\\x',
  'CON',
  'nul.txt',
  'x\u0000.png',
  'trailing. ',
  'gpj.\u202eexe',
  'é.png',
  'e\u0301.png',
  '__proto__',
  '录'.repeat(300),
  '\ud800.png',
  '',
]

test('names are text to show: on disk everything has a random name inside the folder', async () => {
  const { fs, host } = await withLoan()
  const touched = new Set<string>()
  fs.fault = (operation, path) => {
    if (['create', 'rename', 'remove', 'makeDir'].includes(operation)) touched.add(path)
    return undefined
  }
  for (const name of HOSTILE) await added(host, random(20), name, '')
  for (const path of touched)
    expect(path).toMatch(
      /^\/vault(\/(attachments(\/[0-9a-f]{2})?|case|drafts|backups|quarantine))?(\/[0-9a-f]{32}(\.part|\.bin))?(\/\d{10}\.vault(\.part)?)?$/,
    )
  expect(await binsOn(fs)).toHaveLength(HOSTILE.length)
  for (const name of await binsOn(fs)) expect(name).toMatch(/^[0-9a-f]{32}\.bin$/)
  const { attachments } = await host.document()
  expect(attachments.slice(0, 3).map(({ name }) => name)).toEqual(HOSTILE.slice(0, 3))
  for (const { name } of attachments) expect(name.length).toBeLessThanOrEqual(200)
})

test('200 addresses live at a time, each 256 random bits; a token nobody gave leads nowhere', async () => {
  const { host } = await withLoan()
  const id = await added(host, random(10))
  const tokens: string[] = []
  for (let run = 0; run < 201; run += 1) tokens.push((await host.good('files.grant', { attachmentId: id })).token)
  expect(new Set(tokens).size).toBe(201)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  const looked = async (token = ''): Promise<Output<'media.look'>> => host.good('media.look', { token })
  expect(await looked(tokens[0])).toEqual({ found: null })
  expect(await looked(tokens[1])).toMatchObject({ found: { sizeBytes: 10 } })
  expect(await looked('A'.repeat(43))).toEqual({ found: null })
})
