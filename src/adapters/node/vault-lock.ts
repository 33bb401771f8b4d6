import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Longest socket path every system accepts (104 bytes on macOS, 108 on Linux). */
const MAX_SOCKET_PATH = 100

export type Lock =
  | { readonly held: true; release(): Promise<void> }
  /** Another process holds the vault; it has been asked to come forward. */
  | { readonly held: false }

/**
 * One writer: a listening socket (a named pipe on Windows) that the kernel frees when its process dies, so a crash leaves
 * no lock behind. A path left by a dead process is found by connecting to it. Who connects to a live one asks it to come
 * forward.
 */
export async function acquireVaultLock(vault: string, onAskedForward: () => void): Promise<Lock> {
  const path = await lockPath(vault)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const server = await listen(path, onAskedForward)
    if (server) return { held: true, release: () => release(server, path) }
    if (await askForward(path)) return { held: false }
    if (process.platform === 'win32') continue
    // Dead, or just taken over by another starter: moved aside first, so that a live socket is never deleted.
    const aside = `${path}.${randomBytes(4).toString('hex')}`
    try {
      await rename(path, aside)
    } catch {
      continue
    }
    if (await askForward(aside)) {
      await rename(aside, path)
      return { held: false }
    }
    await rm(aside, { force: true })
  }
  return { held: false }
}

async function lockPath(vault: string): Promise<string> {
  const hash = createHash('sha256').update(vault).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\breathing-room-${hash}`
  const inVault = join(vault, 'lock')
  if (Buffer.byteLength(inVault) <= MAX_SOCKET_PATH - 10) return inVault
  const folder = join(tmpdir(), `breathing-room-${process.getuid?.() ?? 0}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return join(folder, hash)
}

function listen(path: string, onAskedForward: () => void): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.end()
      onAskedForward()
    })
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    )
    server.listen(path, () => {
      const ready = process.platform === 'win32' ? Promise.resolve() : chmod(path, 0o600)
      ready.then(() => resolve(server), reject)
    })
  })
}

function askForward(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.setTimeout(1000, () => {
      socket.destroy()
      // Someone listens but is too busy to answer: alive.
      resolve(true)
    })
    socket.once('connect', () => {
      socket.end()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

const release = (server: Server, path: string): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      void (process.platform === 'win32' ? Promise.resolve() : rm(path, { force: true })).then(resolve)
    })
  })
