import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** How often words stand in a process's memory, as UTF-8 and as UTF-16, by reading all of it. Needs the right to (root, or its parent). */
export function findInMemory(pid: number, words: readonly string[]): Readonly<Record<string, number>> {
  const found = Object.fromEntries(words.map((word) => [word, 0]))
  const forms = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ])
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const [, from = '', to = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? []
    if (!rights.startsWith('r') || line.includes('[vvar') || line.includes('[vsyscall')) continue
    const length = Number.parseInt(to, 16) - Number.parseInt(from, 16)
    if (!(length > 0 && length < 2_000_000_000)) continue
    const region = Buffer.alloc(length)
    try {
      const count = readSync(memory, region, 0, length, Number.parseInt(from, 16))
      for (const { word, bytes } of forms)
        for (let at = region.indexOf(bytes); at >= 0 && at < count; at = region.indexOf(bytes, at + 1))
          found[word] = (found[word] ?? 0) + 1
    } catch {
      // Reserved address space holds nothing.
    }
  }
  closeSync(memory)
  return found
}
