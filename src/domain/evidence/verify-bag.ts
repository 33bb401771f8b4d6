import { HASHES, manifestEntries, type HashName } from './bag'

/** What is wrong with a bag, and where. */
export interface BagProblem {
  readonly code:
    | 'noDeclaration'
    | 'badDeclaration'
    | 'noManifest'
    | 'unknownHash'
    | 'badLine'
    | 'listedTwice'
    | 'unsafePath'
    | 'outsidePayload'
    | 'missing'
    | 'notListed'
    | 'changed'
    | 'caseClash'
    | 'wrongOxum'
    | 'incomplete'
    | 'unreadable'
  readonly path: string
}

/** The files of a bag as they lie on a disk or in a zip, by their paths from the bag's folder, with `/` between names. */
export interface BagSource {
  readonly paths: readonly string[]
  text(path: string): Promise<string | null>
  /** Lower-case hexadecimal; null when it cannot be read. */
  hash(path: string, by: HashName): Promise<string | null>
  size(path: string): Promise<number>
}

/** Checks a bag from its declaration to the last byte. Empty: it is whole, and nothing was added, taken away or changed. */
export async function verifyBag(bag: BagSource): Promise<readonly BagProblem[]> {
  const problems: BagProblem[] = []
  const say = (code: BagProblem['code'], path: string): void => void problems.push({ code, path })
  const there = new Set(bag.paths)
  for (const path of bag.paths) if (!isSafe(path)) say('unsafePath', path)
  for (const [, same] of byFolded(bag.paths)) if (same.length > 1) say('caseClash', same.join(' | '))
  await declaration(bag, there, say)
  if (there.has('fetch.txt')) say('incomplete', 'fetch.txt')
  const payload = bag.paths.filter((path) => path.startsWith('data/'))
  const manifests = bag.paths.filter((path) => /^manifest-[a-z0-9-]+\.txt$/.test(path))
  if (manifests.length === 0) say('noManifest', '')
  for (const manifest of manifests) {
    const listed = await checkManifest(bag, there, manifest, true, say)
    if (listed) for (const path of payload) if (!listed.has(path)) say('notListed', path)
  }
  for (const manifest of bag.paths.filter((path) => /^tagmanifest-[a-z0-9-]+\.txt$/.test(path)))
    await checkManifest(bag, there, manifest, false, say)
  await oxum(bag, there, payload, say)
  return problems
}

type Say = (code: BagProblem['code'], path: string) => void

async function declaration(bag: BagSource, there: ReadonlySet<string>, say: Say): Promise<void> {
  if (!there.has('bagit.txt')) {
    say('noDeclaration', 'bagit.txt')
    return
  }
  const text = (await bag.text('bagit.txt')) ?? ''
  if (!/^BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(text))
    say('badDeclaration', 'bagit.txt')
}

/** The paths a manifest lists; null when it is of a hash nobody here knows. */
async function checkManifest(
  bag: BagSource,
  there: ReadonlySet<string>,
  manifest: string,
  isPayload: boolean,
  say: Say,
): Promise<ReadonlySet<string> | null> {
  const name = /-([a-z0-9-]+)\.txt$/.exec(manifest)?.[1]
  const by = HASHES.find((known) => known === name)
  if (!by) {
    say('unknownHash', manifest)
    return null
  }
  const text = await bag.text(manifest)
  if (text === null) {
    say('unreadable', manifest)
    return null
  }
  const listed = new Set<string>()
  for (const entry of manifestEntries(text)) {
    if (!entry) say('badLine', manifest)
    else if (listed.has(entry.path)) say('listedTwice', entry.path)
    else {
      listed.add(entry.path)
      if (!isSafe(entry.path)) say('unsafePath', entry.path)
      else if (isPayload !== entry.path.startsWith('data/') || entry.path.startsWith('tagmanifest-'))
        say('outsidePayload', entry.path)
      else if (!there.has(entry.path)) say('missing', entry.path)
      else {
        const hash = await bag.hash(entry.path, by)
        if (hash === null) say('unreadable', entry.path)
        else if (hash !== entry.hash) say('changed', entry.path)
      }
    }
  }
  return listed
}

async function oxum(bag: BagSource, there: ReadonlySet<string>, payload: readonly string[], say: Say): Promise<void> {
  const info = there.has('bag-info.txt') ? await bag.text('bag-info.txt') : null
  const said = info === null ? null : /^Payload-Oxum[ \t]*:[ \t]*(\d+)\.(\d+)[ \t]*$/im.exec(info)
  if (!said) return
  let bytes = 0
  for (const path of payload) bytes += await bag.size(path)
  if (bytes !== Number(said[1]) || payload.length !== Number(said[2])) say('wrongOxum', 'bag-info.txt')
}

/** A relative path of plain names, the same on every system: nothing that leads out of the bag, on Windows either. */
function isSafe(path: string): boolean {
  if (path === '' || /^[/~]|\\|^[A-Za-z]:|[\u0000-\u001f]/.test(path.replace(/[\r\n]/g, ''))) return false
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')
}

/** Paths that some disks take for one: alike but for case or for how accents are written. */
function byFolded(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const folded = path.normalize('NFC').toLowerCase()
    groups.set(folded, [...(groups.get(folded) ?? []), path])
  }
  return groups
}
