import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { openPack } from '#adapters/node/bag-source'
import { sha256Text } from '#adapters/node/sha256-text'
import { verifyBag } from '#domain/evidence/verify-bag'
import { verifyChainFile } from '#domain/evidence/verify-chain-file'
import { verifyCustody } from '#domain/evidence/verify-custody'
import { random } from '../vault-around'
import { aContact } from '../domain/contact/a-contact'
import { backupHost } from './backup/backup-host'

const MOTHER = '王淑芬'
const RECORDING = Buffer.from(random(900_001))
const SCREENSHOT = Buffer.from(random(40_000))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Host = Awaited<ReturnType<typeof backupHost>>

async function attach(host: Host, name: string, bytes: Buffer): Promise<string> {
  const { uploadId } = await host.good('files.begin', {
    name,
    mediaType: 'audio/mp4',
    sizeBytes: bytes.length,
    fileTime: 1,
    loanId: null,
  })
  for (let offset = 0; offset < bytes.length; offset += 300_000)
    await host.good('files.append', {
      uploadId,
      offset,
      base64: bytes.subarray(offset, offset + 300_000).toString('base64'),
    })
  expect(await host.command('files.finish', { uploadId })).toMatchObject({ ok: true })
  return uploadId
}

async function aHost() {
  const fs = new MemoryFs()
  const host = await backupHost(fs)
  await host.create()
  const recording = await attach(host, '通话 100% 录音.m4a', RECORDING)
  const screenshot = await attach(host, `${MOTHER}的截图.png`, SCREENSHOT)
  const entry = aContact({ reached: 'family', person: MOTHER, said: `问${MOTHER}要钱` })
  expect(await host.command('contacts.save', { entry, parties: [], numbers: [] })).toMatchObject({ ok: true })
  const exhibit = (id: string, attachmentId: string, showsOthers: boolean) =>
    host.command('evidence.saveExhibit', {
      exhibit: {
        id,
        title: id,
        attachmentIds: [attachmentId],
        contactIds: ['contact'],
        source: `=HYPERLINK("x") ${MOTHER}`,
        proves: '来电',
        originalKept: '手机',
        madeOn: null,
        showsOthers,
      },
    })
  await exhibit('one', recording, false)
  await exhibit('two', screenshot, true)
  return { fs, host, recording, exhibit }
}

async function packOf(
  host: Host,
  copy: 'full' | 'share',
  name: string,
  exhibitIds: readonly string[] = ['one', 'two'],
): Promise<string> {
  const { packId } = await host.good('evidence.packBegin', { copy, exhibitIds: [...exhibitIds], language: 'zh-CN' })
  const pieces: Buffer[] = []
  for (;;) {
    const { base64, isLast } = await host.good('evidence.packNext', { packId })
    pieces.push(Buffer.from(base64, 'base64'))
    if (isLast) break
  }
  expect(await host.command('evidence.packFinish', { packId })).toMatchObject({ ok: true })
  const path = join(folder, `${name}.zip`)
  writeFileSync(path, Buffer.concat(pieces))
  return path
}

async function verdict(path: string): Promise<readonly string[]> {
  const opened = await openPack(path)
  if (!opened.ok) return [opened.reason]
  const problems = (await verifyBag(opened.bag)).map(({ code }) => code)
  const chain = verifyChainFile((await opened.bag.text('data/custody.json')) ?? '', sha256Text)
  opened.close()
  return [...problems, ...(chain.state === 'whole' || chain.state === 'linked' ? [] : [`chain ${chain.state}`])]
}

const unzip = (path: string, name: string): string => {
  const out = join(folder, name)
  execFileSync('unzip', ['-q', '-o', path, '-d', out])
  return out
}
const hasUnzip = spawnSync('unzip', ['-v']).status === 0
if (!hasUnzip) console.warn('SKIPPED: unzip is not here; sha256sum is not asked about our pack')

test('a full pack is whole, its originals are byte for byte, and it is remembered in the chain', async () => {
  const { host } = await aHost()
  const path = await packOf(host, 'full', 'full')
  expect(await verdict(path)).toEqual([])
  const { evidencePacks, custody, attachments } = await host.document()
  expect(evidencePacks).toHaveLength(1)
  expect(evidencePacks[0]).toMatchObject({ copy: 'full', exhibitIds: ['one', 'two'], trustedTime: null })
  expect(custody.at(-1)).toMatchObject({ act: 'packed', sha256: evidencePacks[0]?.manifestSha256 })
  expect(verifyCustody(custody, attachments, sha256Text)).toEqual([])
})

test.skipIf(!hasUnzip)('sha256sum accepts our pack, and no longer after one bit', async () => {
  const { host } = await aHost()
  const out = unzip(await packOf(host, 'full', 'sum'), 'sum')
  const check = () => spawnSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: out })
  expect(String(check().stderr)).toBe('')
  expect(check().status).toBe(0)
  expect(await verdict(out)).toEqual([])
  const original = join(out, 'data/原件/01-1 通话 100_ 录音.m4a')
  expect(readFileSync(original).equals(RECORDING)).toBe(true)
  const bytes = readFileSync(original)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(original, bytes)
  expect(check().status).not.toBe(0)
  expect(await verdict(out)).toEqual(['changed'])
  rmSync(original)
  expect(await verdict(out)).toContain('missing')
})

test.skipIf(!hasUnzip)(
  'a chain without an entry, with two exchanged, or with another word is told even when all lists are made anew',
  async () => {
    const { host } = await aHost()
    const out = unzip(await packOf(host, 'full', 'chain'), 'chain')
    const path = join(out, 'data', 'custody.json')
    const file = JSON.parse(readFileSync(path, 'utf8')) as { entries: { name: string }[] }
    const [first, second] = file.entries
    if (!first || !second) throw new Error('no chain')
    const state = (entries: readonly unknown[]) =>
      verifyChainFile(JSON.stringify({ ...file, entries }), sha256Text).state
    expect(state(file.entries)).toBe('whole')
    expect(state([second])).toBe('broken')
    expect(state([second, first])).toBe('broken')
    expect(state([{ ...first, name: '别的' }, second])).toBe('broken')
    expect(verifyChainFile('[]', sha256Text).state).toBe('unreadable')
  },
)

test.skipIf(!hasUnzip)(
  'a copy to share names nobody near the debtor, in no file and no file name, and leaves the screenshot out',
  async () => {
    const { host } = await aHost()
    const path = await packOf(host, 'share', 'share')
    expect(await verdict(path)).toEqual([])
    const out = unzip(path, 'share')
    const names = execFileSync('find', [out, '-type', 'f'], { encoding: 'utf8' })
    expect(names).not.toContain(MOTHER)
    expect(names).toContain('录音.m4a')
    expect(names).not.toContain('.png')
    const sheet = execFileSync('unzip', ['-p', join(out, 'data', '证据目录.xlsx')], { encoding: 'utf8' })
    expect(sheet).toContain('家人甲')
    // Control: the whole copy does name her.
    const full = unzip(await packOf(host, 'full', 'whole'), 'whole')
    const both = (root: string) =>
      ['证据目录.xlsx']
        .map((name) => execFileSync('unzip', ['-p', join(root, 'data', name)], { encoding: 'utf8' }))
        .join() +
      readFileSync(join(root, 'data', 'custody.json'), 'utf8') +
      readFileSync(join(root, 'data', '保管记录.txt'), 'utf8')
    expect(both(full)).toContain(MOTHER)
    expect(both(out)).not.toContain(MOTHER)
    // What begins like a formula is text.
    expect(sheet).not.toMatch(/<f>/)
  },
)

test('a damaged original ends the pack and is named; nothing is remembered', async () => {
  const { fs, host, recording } = await aHost()
  for (const inner of await fs.list('/vault/attachments')) {
    if (inner.length !== 2) continue
    for (const name of await fs.list(`/vault/attachments/${inner}`)) {
      const path = `/vault/attachments/${inner}/${name}`
      const bytes = Uint8Array.from(await fs.read(path))
      if (bytes.length < 500_000) continue
      bytes[400_000] = (bytes[400_000] ?? 0) ^ 1
      await fs.remove(path)
      const file = await fs.create(path)
      await file.write(bytes)
      await file.close()
    }
  }
  const { packId } = await host.good('evidence.packBegin', { copy: 'full', exhibitIds: ['one'], language: 'en' })
  let error: unknown = null
  for (let at = 0; at < 50 && error === null; at += 1) {
    const reply = (await host.client.call('evidence.packNext', { packId })) as {
      ok: boolean
      error?: unknown
      value?: { isLast: boolean }
    }
    if (!reply.ok) error = reply.error
    else if (reply.value?.isLast) break
  }
  expect(error).toMatchObject({ code: 'file_not_here', id: recording })
  expect(await host.command('evidence.packFinish', { packId })).toMatchObject({ ok: false })
  expect((await host.document()).evidencePacks).toEqual([])
})

test('a pack that was dropped, or followed by another, cannot go on', async () => {
  const { host } = await aHost()
  const begin = () => host.good('evidence.packBegin', { copy: 'full', exhibitIds: ['one'], language: 'en' })
  const first = await begin()
  const second = await begin()
  expect(await host.client.call('evidence.packNext', { packId: first.packId })).toMatchObject({ ok: false })
  await host.good('evidence.packNext', { packId: second.packId })
  await host.good('evidence.packDrop', {})
  expect(await host.client.call('evidence.packNext', { packId: second.packId })).toMatchObject({ ok: false })
})

test('what is no pack is refused by name', async () => {
  const text = join(folder, 'text.zip')
  writeFileSync(text, 'no zip')
  expect(await verdict(text)).toEqual(['notAPack'])
  expect(await verdict(join(folder, 'nothing'))).toEqual(['notThere'])
})

test('a file that shows others in one item stays out of a copy to share also where another item names it', async () => {
  const { host, recording, exhibit } = await aHost()
  expect(await exhibit('three', recording, true)).toMatchObject({ ok: true })
  const path = await packOf(host, 'share', 'twice', ['one'])
  expect(readFileSync(path).includes(RECORDING.subarray(0, 64))).toBe(false)
  // Control: the same look finds it where it belongs.
  const full = await packOf(host, 'full', 'twice-full', ['one'])
  expect(readFileSync(full).includes(RECORDING.subarray(0, 64))).toBe(true)
})
