import type { FileHandle, FsPort } from '#services/ports'

/** Called before each operation; throws to fail it, or answers how many bytes a write takes. */
export type Fault = (operation: string, path: string) => number | undefined

/**
 * A disk in memory with a power switch: what was synced survives `crash()`, the rest is lost. A file's bytes need `sync`
 * on the file, its name needs `syncDir` on the folder, as POSIX promises and no more.
 */
export class MemoryFs implements FsPort {
  #live = new Map<string, { bytes: Uint8Array; synced: Uint8Array }>()
  #durable = new Map<string, { bytes: Uint8Array; synced: Uint8Array }>()
  fault: Fault = () => undefined

  /** A disk on which these files are safe. */
  static holding(files: ReadonlyMap<string, Uint8Array>): MemoryFs {
    const disk = new MemoryFs()
    for (const [path, bytes] of files) {
      const file = { bytes, synced: bytes }
      disk.#live.set(path, file)
      disk.#durable.set(path, file)
    }
    return disk
  }

  /** The power fails: only synced bytes under synced names are left. */
  crash(): void {
    this.fault = () => undefined
    this.#live = new Map([...this.#durable].map(([path, { synced }]) => [path, { bytes: synced, synced }]))
  }

  makeDir(path: string): Promise<void> {
    return this.#run('makeDir', path, () => undefined)
  }

  list(path: string): Promise<readonly string[]> {
    const inside = (file: string): boolean => file.startsWith(`${path}/`)
    return this.#run('list', path, () => {
      const names = [...this.#live.keys()].filter(inside).map((file) => file.slice(path.length + 1).split('/')[0] ?? '')
      return [...new Set(names)]
    })
  }

  read(path: string): Promise<Uint8Array> {
    return this.#run('read', path, () => this.#file(path).bytes.slice())
  }

  readPart(path: string, offset: number, length: number): Promise<Uint8Array> {
    return this.#run('readPart', path, () => this.#file(path).bytes.slice(offset, offset + length))
  }

  sizeOf(path: string): Promise<number> {
    return this.#run('sizeOf', path, () => this.#file(path).bytes.length)
  }

  create(path: string): Promise<FileHandle> {
    return this.#run('create', path, () => {
      if (this.#live.has(path)) throw coded('EEXIST')
      const file = { bytes: new Uint8Array(), synced: new Uint8Array() }
      this.#live.set(path, file)
      return {
        write: (bytes) =>
          this.#run('write', path, (limit) => {
            const taken = Math.min(bytes.length, limit ?? bytes.length)
            const longer = new Uint8Array(file.bytes.length + taken)
            longer.set(file.bytes)
            longer.set(bytes.subarray(0, taken), file.bytes.length)
            file.bytes = longer
            return taken
          }),
        sync: () => this.#run('sync', path, () => void (file.synced = file.bytes)),
        close: () => this.#run('close', path, () => undefined),
      }
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.#run('rename', from, () => {
      this.#live.set(to, this.#file(from))
      this.#live.delete(from)
    })
  }

  remove(path: string): Promise<void> {
    return this.#run('remove', path, () => void this.#live.delete(path))
  }

  realPath(path: string): Promise<string> {
    return this.#run('realPath', path, () => path)
  }

  syncDir(path: string): Promise<void> {
    return this.#run('syncDir', path, () => {
      for (const name of this.#durable.keys())
        if (name.startsWith(`${path}/`) && !this.#live.has(name)) this.#durable.delete(name)
      for (const [name, file] of this.#live) if (name.startsWith(`${path}/`)) this.#durable.set(name, file)
    })
  }

  #file(path: string): { bytes: Uint8Array; synced: Uint8Array } {
    const file = this.#live.get(path)
    if (!file) throw coded('ENOENT')
    return file
  }

  async #run<T>(operation: string, path: string, work: (limit: number | undefined) => T): Promise<T> {
    const limit = this.fault(operation, path)
    return Promise.resolve(work(limit))
  }
}

const coded = (code: string): Error => Object.assign(new Error(code), { code })
