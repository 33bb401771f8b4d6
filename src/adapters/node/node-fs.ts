import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle, FsPort } from '#services/ports'

/** The real disk. Folders are 0700 and files 0600 whatever the umask. */
export const nodeFs: FsPort = {
  async makeDir(path) {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  list: (path) => readdir(path),
  read: (path) => readFile(path),
  async readPart(path, offset, length) {
    const file = await open(path, 'r')
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  },
  sizeOf: async (path) => (await stat(path)).size,
  async create(path): Promise<FileHandle> {
    const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600)
    return {
      write: async (bytes) => (await file.write(bytes)).bytesWritten,
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  realPath: (path) => realpath(path),
  async syncDir(path) {
    // Windows has no handle for a folder; NTFS journals the rename itself.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}
