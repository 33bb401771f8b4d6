import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import type { FsPort } from '#services/ports'
import { sealedGenerations } from '../vault-around'

const OPERATIONS = ['create', 'write', 'sync', 'close', 'read', 'rename', 'syncDir', 'remove', 'list', 'readPart']

interface Saver {
  open(): Promise<unknown>
  save(text: string): Promise<void>
}

/** Saves until the nth operation of a kind fails, then cuts the power; answers whether the last acknowledged save is there. */
async function losesAfter(operation: string, nth: number, make: (fs: FsPort) => Saver): Promise<boolean> {
  const disk = new MemoryFs()
  let seen = 0
  const saver = make(disk)
  await saver.open()
  disk.fault = (name) => {
    if (name !== operation) return undefined
    seen += 1
    if (seen === nth) throw Object.assign(new Error('fault'), { code: nth % 2 ? 'EIO' : 'ENOSPC' })
    return name === 'write' ? 7 : undefined
  }
  let acknowledged = ''
  for (let n = 1; n <= 14; n += 1) {
    try {
      await saver.save(`document ${n}`)
      acknowledged = `document ${n}`
    } catch {
      break
    }
  }
  disk.crash()
  const opened = (await sealedGenerations(disk).open()) as { text?: string }
  // A save that failed after its rename may be there too: newer than acknowledged is no loss.
  const number = (text: string | undefined): number => Number(text?.split(' ')[1] ?? 0)
  return number(opened.text) < number(acknowledged)
}

test('no acknowledged save is lost when any operation fails and the power goes', async () => {
  for (const operation of OPERATIONS)
    for (let nth = 1; nth <= 20; nth += 1)
      expect(await losesAfter(operation, nth, (fs) => sealedGenerations(fs)), `${operation} ${nth}`).toBe(false)
})

test('the same faults catch a writer that does not sync (control)', async () => {
  const careless = (fs: FsPort): Saver => {
    const skipping: FsPort = new Proxy(fs, {
      get: (target, name) =>
        name === 'syncDir'
          ? () => Promise.resolve()
          : (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target),
    })
    return sealedGenerations(skipping)
  }
  expect(await losesAfter('create', 5, careless)).toBe(true)
})
