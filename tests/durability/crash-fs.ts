import { MemoryFs } from '#adapters/memory/memory-fs'
import type { FileHandle, FsPort } from '#services/ports'

/** The bytes of a file: all that was written, and how much of it the disk has promised to keep. */
interface Inode {
  readonly bytes: Uint8Array
  readonly synced: Uint8Array
}

/** A change of names that the disk has not yet promised to keep. `folders` are those whose fsync makes it safe. */
interface NameChange {
  readonly folders: readonly string[]
  readonly apply: (names: Map<string, Ref>) => void
}

interface Ref {
  inode: Inode
}

/** What may be left of one file's unsynced bytes. */
type Remains = 'synced' | 'all' | 'torn' | 'zeroes'
const REMAINS: readonly Remains[] = ['synced', 'all', 'torn', 'zeroes']

export type Fault = (operation: string, path: string) => number | undefined

/**
 * A disk that can say, at any moment, what a power cut may leave of it: of the names that changed since the folder was
 * synced any first few, or any choice of them; of a file's bytes since it was synced all, none, a torn part, or a tail of
 * zeroes. That is what POSIX allows, and no more: a rename is whole or not at all.
 */
export class CrashFs implements FsPort {
  #live = new Map<string, Ref>()
  #durable = new Map<string, Ref>()
  #pending: NameChange[] = []
  /** Called before each operation; throws to fail it, or answers how many bytes a write takes. */
  fault: Fault = () => undefined
  /** Called after each operation, with the disk as it then is. */
  watch: (operation: string) => void = () => undefined
  /** Descriptors synced again after a failed sync: there must be none. */
  syncedAgain = 0
  operations = 0

  makeDir(path: string): Promise<void> {
    return this.#run('makeDir', path, () => undefined)
  }

  list(path: string): Promise<readonly string[]> {
    const inside = (file: string): boolean => file.startsWith(`${path}/`) && !file.slice(path.length + 1).includes('/')
    return this.#run('list', path, () =>
      [...this.#live.keys()].filter(inside).map((file) => file.slice(path.length + 1)),
    )
  }

  read(path: string): Promise<Uint8Array> {
    return this.#run('read', path, () => this.#ref(path).inode.bytes.slice())
  }

  readPart(path: string, offset: number, length: number): Promise<Uint8Array> {
    return this.#run('readPart', path, () => this.#ref(path).inode.bytes.slice(offset, offset + length))
  }

  sizeOf(path: string): Promise<number> {
    return this.#run('sizeOf', path, () => this.#ref(path).inode.bytes.length)
  }

  create(path: string): Promise<FileHandle> {
    return this.#run('create', path, () => {
      if (this.#live.has(path)) throw coded('EEXIST')
      const ref: Ref = { inode: { bytes: new Uint8Array(), synced: new Uint8Array() } }
      this.#change([folderOf(path)], (names) => names.set(path, ref))
      let hasFailed = false
      return {
        write: (bytes) =>
          this.#run('write', path, (limit) => {
            const taken = Math.min(bytes.length, limit ?? bytes.length)
            const longer = new Uint8Array(ref.inode.bytes.length + taken)
            longer.set(ref.inode.bytes)
            longer.set(bytes.subarray(0, taken), ref.inode.bytes.length)
            ref.inode = { ...ref.inode, bytes: longer }
            return taken
          }),
        sync: async () => {
          if (hasFailed) this.syncedAgain += 1
          hasFailed = true
          await this.#run('sync', path, () => void (ref.inode = { bytes: ref.inode.bytes, synced: ref.inode.bytes }))
          hasFailed = false
        },
        close: () => this.#run('close', path, () => undefined),
      }
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.#run('rename', from, () => {
      const ref = this.#ref(from)
      this.#change([folderOf(from), folderOf(to)], (names) => {
        names.set(to, ref)
        names.delete(from)
      })
    })
  }

  remove(path: string): Promise<void> {
    return this.#run('remove', path, () => this.#change([folderOf(path)], (names) => names.delete(path)))
  }

  realPath(path: string): Promise<string> {
    return this.#run('realPath', path, () => path)
  }

  syncDir(path: string): Promise<void> {
    return this.#run('syncDir', path, () => {
      // A journal keeps the order of changes: what came before a change that is now safe is safe too.
      const last = this.#pending.findLastIndex(({ folders }) => folders.includes(path))
      for (const { apply } of this.#pending.splice(0, last + 1)) apply(this.#durable)
    })
  }

  /** Everything as it is, promised or not: a disk of its own. */
  whole(): MemoryFs {
    return diskOf(this.#live, () => 'all', 0)
  }

  /** Disks a power cut may leave at this moment; `chance` gives numbers from 0 up to 1. */
  afterPowerCut(chance: () => number, samples: number): MemoryFs[] {
    const states: MemoryFs[] = []
    // In order: the first few changes of names, each with every kind of remains for all files at once.
    for (let kept = 0; kept <= this.#pending.length; kept += 1) {
      const names = this.#namesAfter((index) => index < kept)
      for (const remains of REMAINS) states.push(diskOf(names, () => remains, chance()))
    }
    // Out of order: any choice of changes, each file with remains of its own.
    for (let sample = 0; sample < samples; sample += 1) {
      const names = this.#namesAfter(() => chance() < 0.5)
      states.push(diskOf(names, () => REMAINS[Math.floor(chance() * 4)] ?? 'torn', chance()))
    }
    return states
  }

  #namesAfter(keeps: (index: number) => boolean): Map<string, Ref> {
    const names = new Map(this.#durable)
    this.#pending.forEach(({ apply }, index) => {
      if (keeps(index)) apply(names)
    })
    return names
  }

  #change(folders: readonly string[], apply: NameChange['apply']): void {
    apply(this.#live)
    this.#pending.push({ folders, apply })
  }

  #ref(path: string): Ref {
    const ref = this.#live.get(path)
    if (!ref) throw coded('ENOENT')
    return ref
  }

  async #run<T>(operation: string, path: string, work: (limit: number | undefined) => T): Promise<T> {
    this.operations += 1
    const limit = this.fault(operation, path)
    const done = work(limit)
    this.watch(operation)
    return Promise.resolve(done)
  }
}

/** A disk after the cut: what is there now is all there is, and it is safe. */
function diskOf(names: ReadonlyMap<string, Ref>, remainsOf: () => Remains, where: number): MemoryFs {
  const files = new Map<string, Uint8Array>()
  for (const [path, { inode }] of names) files.set(path, left(inode, remainsOf(), where))
  return MemoryFs.holding(files)
}

function left({ bytes, synced }: Inode, remains: Remains, where: number): Uint8Array {
  if (bytes === synced || remains === 'all') return bytes
  if (remains === 'synced') return synced
  const cut = synced.length + Math.floor(where * (bytes.length - synced.length))
  if (remains === 'torn') return bytes.slice(0, cut)
  const tail = bytes.slice()
  tail.fill(0, cut)
  return tail
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

const coded = (code: string): Error => Object.assign(new Error(code), { code })
