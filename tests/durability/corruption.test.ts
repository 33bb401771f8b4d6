import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { ok } from '#domain/result'
import { fen } from '#domain/money/fen'
import { CaseStore } from '#services/document/case-store'
import { plainCodec } from '#adapters/node/vault/plain-codec'
import { sealedGenerations } from '../vault-around'
import { seeded } from './power-lab'

const ROUNDS = 10_000
const SAVES = 5

type Files = ReadonlyMap<string, Uint8Array>

/** A vault after some saves: the revision of each is the cash in it, so that a mixture would show. */
async function someVault(): Promise<Files> {
  const fs = new MemoryFs()
  const store = await CaseStore.open(sealedGenerations(fs))
  for (let n = 1; n <= SAVES; n += 1)
    await store.change(
      n - 1,
      (document) => ok({ ...document, budget: { ...document.budget, cashNowFen: fen(n) } }),
      'undoable',
    )
  const names = await fs.list('/vault/case')
  return new Map(
    await Promise.all(
      names.map(async (name) => [`/vault/case/${name}`, await fs.read(`/vault/case/${name}`)] as const),
    ),
  )
}

/** One thing that happens to files on bad disks and in bad hands. */
function damaged(files: Files, chance: () => number): Files {
  const names = [...files.keys()]
  const at = Math.floor(chance() * names.length)
  const name = names[at] ?? ''
  const bytes = files.get(name) ?? new Uint8Array()
  const place = Math.floor(chance() * bytes.length)
  const changed = new Map(files)
  switch (Math.floor(chance() * 6)) {
    case 0:
      return changed.set(name, bytes.with(place, (bytes[place] ?? 0) ^ (1 << Math.floor(chance() * 8))))
    case 1:
      return changed.set(name, bytes.slice(0, place))
    case 2:
      return changed.set(name, bytes.slice().fill(0, place))
    case 3: {
      // Two files change places.
      const other = names[(at + 1 + Math.floor(chance() * (names.length - 1))) % names.length] ?? ''
      return changed.set(name, files.get(other) ?? bytes).set(other, bytes)
    }
    case 4: {
      // The beginning of one with the end of another.
      const other = files.get(names[(at + 1) % names.length] ?? '') ?? bytes
      return changed.set(name, Uint8Array.from([...bytes.slice(0, place), ...other.slice(place)]))
    }
    default:
      return changed.set(name, Uint8Array.from([...bytes, ...bytes.slice(0, 1 + place)]))
  }
}

interface Found {
  readonly silent: number
  readonly wrong: number
  readonly lost: number
}

/** How often something was damaged and nothing said so, something false came out, or more was lost than was damaged. */
async function among(
  rounds: number,
  reopen: (fs: MemoryFs) => Promise<{ revision: number; cash: number; isTold: boolean }>,
  files: Files,
): Promise<Found> {
  const chance = seeded(7)
  const found = { silent: 0, wrong: 0, lost: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const changed = damaged(files, chance)
    const touched = [...changed].filter(
      ([name, bytes]) => Buffer.compare(bytes, files.get(name) ?? new Uint8Array()) !== 0,
    )
    const newestTouched = touched.some(([name]) => name.endsWith(`${SAVES}.vault`))
    const { revision, cash, isTold } = await reopen(MemoryFs.holding(changed))
    if (cash !== revision) found.wrong += 1
    if (newestTouched && !isTold) found.silent += 1
    // At most two files are touched: one of the three newest is whole.
    if (revision < SAVES - 2) found.lost += 1
  }
  return found
}

const reopenSealed = async (fs: MemoryFs) => {
  const { document, opened } = (await CaseStore.open(sealedGenerations(fs))).get()
  return { revision: document.revision, cash: document.budget.cashNowFen, isTold: opened.state === 'recovered' }
}

test(
  `${ROUNDS} random corruptions, truncations, zeroes, exchanged and glued files: each is told, nothing false comes out`,
  { timeout: 120_000 },
  async () => {
    const found = await among(ROUNDS, reopenSealed, await someVault())
    console.log(`${ROUNDS} corruptions:`, found)
    expect(found).toEqual({ silent: 0, wrong: 0, lost: 0 })
  },
)

test('the same corruptions get past a reader that trusts what looks like JSON (control)', async () => {
  const texts = Array.from(
    { length: SAVES },
    (_one, n) => [`/vault/case/000000000${n + 1}.vault`, Buffer.from(`{"revision":${n + 1},"cash":${n + 1}}`)] as const,
  )
  const trusting = async (fs: MemoryFs) => {
    for (const name of [...(await fs.list('/vault/case'))].sort().reverse())
      try {
        const { revision, cash } = JSON.parse(Buffer.from(await fs.read(`/vault/case/${name}`)).toString()) as {
          revision: number
          cash: number
        }
        return { revision, cash, isTold: false }
      } catch {
        continue
      }
    return { revision: 0, cash: 0, isTold: true }
  }
  const found = await among(ROUNDS, trusting, new Map(texts))
  expect(found.silent).toBeGreaterThan(0)
  expect(found.wrong).toBeGreaterThan(0)
})

test('a check sum without a key lets exchanged files pass as what they are not (control)', () => {
  const [one, two] = [1, 2].map((n) => plainCodec.encode(`text ${n}`, n, 0))
  expect(plainCodec.decode(one ?? new Uint8Array(), 2)).toMatchObject({ kind: 'whole', text: 'text 1' })
  expect(plainCodec.decode(two ?? new Uint8Array(), 1)).toMatchObject({ kind: 'whole', text: 'text 2' })
})
