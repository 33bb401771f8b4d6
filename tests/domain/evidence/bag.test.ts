import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BAG_DECLARATION, bagInfoText, bagPath, manifestText, plainPath } from '#domain/evidence/bag'
import { verifyBag, type BagSource } from '#domain/evidence/verify-bag'

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'fixtures')
const isThere = existsSync(SHARED)
if (!isThere) console.warn('SKIPPED: ../shared/fixtures is not here; the conformance suite of BagIt is not run')

type Files = Readonly<Record<string, string | Buffer>>

const sourceOf = (files: Files): BagSource => ({
  paths: Object.keys(files),
  text: (path) => Promise.resolve(files[path] === undefined ? null : files[path].toString()),
  hash: (path, by) =>
    Promise.resolve(
      createHash(by)
        .update(files[path] ?? '')
        .digest('hex'),
    ),
  size: (path) => Promise.resolve(Buffer.byteLength(files[path] ?? '')),
})

function folder(root: string): Files {
  const files: Record<string, Buffer> = {}
  for (const path of readdirSync(root, { recursive: true }) as string[])
    if (statSync(join(root, path)).isFile())
      files[relative(root, join(root, path)).replaceAll('\\', '/')] = readFileSync(join(root, path))
  return files
}

const codes = async (files: Files): Promise<readonly string[]> => [
  ...new Set((await verifyBag(sourceOf(files))).map(({ code }) => code)),
]

describe.skipIf(!isThere)('the conformance suite', () => {
  const suite = join(SHARED, 'bagit', 'suite', 'v1.0')
  test.each(isThere ? readdirSync(join(suite, 'valid')) : [])('valid: %s', async (name) => {
    expect(await codes(folder(join(suite, 'valid', name)))).toEqual([])
  })
  test.each(isThere ? readdirSync(join(suite, 'invalid')) : [])('invalid: %s', async (name) => {
    expect((await codes(folder(join(suite, 'invalid', name)))).length).toBeGreaterThan(0)
  })
  test('a bag with Chinese names and a per cent sign', async () => {
    expect(await codes(folder(join(SHARED, 'synthetic', 'evidence_bag_cn')))).toEqual([])
  })
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A good bag of two files. */
function aBag(): Record<string, string> {
  const payload = { 'data/原件/01 录音.m4a': '一二三', 'data/目录.txt': '目录' }
  const manifest = manifestText(Object.entries(payload).map(([path, text]) => ({ path, hash: sha256(text) })))
  const info = bagInfoText({
    baggedOn: '2026-11-24',
    payloadBytes: Object.values(payload).reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    payloadFiles: 2,
    description: '证据',
  })
  const tags = { 'bagit.txt': BAG_DECLARATION, 'bag-info.txt': info, 'manifest-sha256.txt': manifest }
  const tagManifest = manifestText(Object.entries(tags).map(([path, text]) => ({ path, hash: sha256(text) })))
  return { ...payload, ...tags, 'tagmanifest-sha256.txt': tagManifest }
}

/** The tag manifest follows, so that only what is meant is wrong. */
function retagged(files: Record<string, string>): Files {
  const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'].filter((path) => files[path] !== undefined)
  return {
    ...files,
    'tagmanifest-sha256.txt': manifestText(tags.map((path) => ({ path, hash: sha256(files[path] ?? '') }))),
  }
}

const manifestWith = (change: (lines: string) => string): Files => {
  const bag = aBag()
  return retagged({ ...bag, 'manifest-sha256.txt': change(bag['manifest-sha256.txt'] ?? '') })
}

const without = (path: string): Files =>
  retagged(Object.fromEntries(Object.entries(aBag()).filter(([name]) => name !== path)))

test('our own bag has no fault', async () => {
  expect(await codes(aBag())).toEqual([])
})

test.each<[string, () => Files, string]>([
  ['a file that is missing', () => without('data/目录.txt'), 'missing'],
  ['a file nobody lists', () => ({ ...aBag(), 'data/extra.txt': 'x' }), 'notListed'],
  ['a changed file', () => ({ ...aBag(), 'data/目录.txt': '目绿' }), 'changed'],
  ['a flipped bit', () => ({ ...aBag(), 'data/目录.txt': '目彔' }), 'changed'],
  [
    'a changed list',
    () => ({ ...aBag(), 'manifest-sha256.txt': `${aBag()['manifest-sha256.txt'] ?? ''}\n` }),
    'changed',
  ],
  ['a changed description', () => ({ ...aBag(), 'bag-info.txt': 'Bagging-Date: 2020-01-01\n' }), 'changed'],
  ['no declaration', () => without('bagit.txt'), 'noDeclaration'],
  [
    'a mark before the declaration',
    () => retagged({ ...aBag(), 'bagit.txt': `\uFEFF${BAG_DECLARATION}` }),
    'badDeclaration',
  ],
  [
    'a blank before the colon',
    () => retagged({ ...aBag(), 'bagit.txt': BAG_DECLARATION.replace(':', ' :') }),
    'badDeclaration',
  ],
  [
    'another encoding',
    () => retagged({ ...aBag(), 'bagit.txt': BAG_DECLARATION.replace('UTF-8', 'GBK') }),
    'badDeclaration',
  ],
  ['a third line', () => retagged({ ...aBag(), 'bagit.txt': `${BAG_DECLARATION}X: 1\n` }), 'badDeclaration'],
  ['no list', () => without('manifest-sha256.txt'), 'noManifest'],
  ['a list of an unknown hash', () => ({ ...aBag(), 'manifest-crc32.txt': '' }), 'unknownHash'],
  ['a line that is none', () => manifestWith((lines) => `${lines}no hash at all\n`), 'badLine'],
  [
    'a file listed twice alike',
    () => manifestWith((lines) => `${lines}${lines.split('\n')[0] ?? ''}\n`),
    'listedTwice',
  ],
  [
    'a file listed twice with another hash',
    () => manifestWith((lines) => `${lines}${'0'.repeat(64)}  data/目录.txt\n`),
    'listedTwice',
  ],
  [
    'a path that climbs out',
    () => manifestWith((lines) => `${lines}${'0'.repeat(64)}  data/../../etc/passwd\n`),
    'unsafePath',
  ],
  ['an absolute path', () => manifestWith((lines) => `${lines}${'0'.repeat(64)}  /etc/passwd\n`), 'unsafePath'],
  ['a path of Windows', () => manifestWith((lines) => `${lines}${'0'.repeat(64)}  C:\\windows\\x\n`), 'unsafePath'],
  [
    'a path of a network',
    () => manifestWith((lines) => `${lines}${'0'.repeat(64)}  \\\\server\\share\n`),
    'unsafePath',
  ],
  ['a path from home', () => manifestWith((lines) => `${lines}${'0'.repeat(64)}  ~/x\n`), 'unsafePath'],
  [
    'a file outside the payload',
    () => manifestWith((lines) => `${lines}${sha256(BAG_DECLARATION)}  bagit.txt\n`),
    'outsidePayload',
  ],
  ['two names alike but for case', () => ({ ...aBag(), 'data/a.txt': 'x', 'data/A.txt': 'x' }), 'caseClash'],
  ['two names alike but for the accent', () => ({ ...aBag(), 'data/\u00e9': 'x', 'data/e\u0301': 'x' }), 'caseClash'],
  ['a wrong count of bytes', () => retagged({ ...aBag(), 'bag-info.txt': 'Payload-Oxum: 9.2\n' }), 'wrongOxum'],
  [
    'files that have to be fetched',
    () => ({ ...aBag(), 'fetch.txt': 'http://example.invalid/x 1 data/x\n' }),
    'incomplete',
  ],
])('%s is refused', async (_, make, code) => {
  expect(await codes(make())).toContain(code)
})

test('control: who only compares what is listed would take an added file', async () => {
  const bag: Record<string, string> = { ...aBag(), 'data/extra.txt': 'x' }
  const listed = (bag['manifest-sha256.txt'] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split('  '))
  expect(listed.every(([hash, path]) => sha256(bag[path ?? ''] ?? '') === hash)).toBe(true)
  expect(await codes(bag)).toContain('notListed')
})

test('only per cent signs and line ends are written otherwise', () => {
  const path = 'data/100% 录音\r\n.txt'
  expect(bagPath(path)).toBe('data/100%25 录音%0D%0A.txt')
  expect(plainPath(bagPath(path))).toBe(path)
})
