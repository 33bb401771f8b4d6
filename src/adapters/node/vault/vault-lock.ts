import { createHash, randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, readdir, realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Longest socket path every system accepts (104 bytes on macOS, 108 on Linux), with room for the name. */
const MAX_FOLDER_BYTES = 80
const NAME = /^lock-[0-9a-f]{12}$/
const ATTEMPTS = 20

export type Lock =
  | { readonly held: true; release(): Promise<void> }
  /** Another process holds the vault; it has been asked to come forward. */
  | { readonly held: false }

/**
 * One writer: a listening socket (a named pipe on Windows) that the kernel frees when its process dies, so a crash leaves
 * nothing behind that anyone obeys.
 *
 * Every starter listens on a socket of its own name and only then looks for others that are alive. Of two starters at
 * least the later to listen sees the other, so two never both hold the vault; who sees another draws back and tries
 * again after a random pause. A name is never used twice, so removing a dead one can never remove a live one.
 */
export async function acquireVaultLock(vault: string, onAskedForward: () => void): Promise<Lock> {
  if (process.platform === 'win32') return acquirePipe(vault, onAskedForward)
  const folder = await lockFolder(await realpath(vault))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if ((await alive(await socketsIn(folder), 'forward')).length > 0) return { held: false }
    const own = join(folder, `lock-${randomBytes(6).toString('hex')}`)
    const server = await listen(own, onAskedForward)
    await chmod(own, 0o600)
    const others = (await socketsIn(folder)).filter((path) => path !== own)
    if ((await alive(others, '')).length === 0) {
      await Promise.all(others.map((path) => rm(path, { force: true })))
      return { held: true, release: () => close(server) }
    }
    await close(server)
    await pause(Math.random() * 20 * (attempt + 1))
  }
  return { held: false }
}

/** On Windows the pipe's name itself can be taken only once, and never outlives its process. */
async function acquirePipe(vault: string, onAskedForward: () => void): Promise<Lock> {
  const path = `\\\\.\\pipe\\breathing-room-${shortHash(vault.toLowerCase())}`
  try {
    const server = await listen(path, onAskedForward)
    return { held: true, release: () => close(server) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    await alive([path], 'forward')
    return { held: false }
  }
}

/** The vault itself; where its path is too long or its disk knows no sockets, a folder of this user's own by its hash. */
async function lockFolder(vault: string): Promise<string> {
  if (Buffer.byteLength(vault) <= MAX_FOLDER_BYTES && (await takesSockets(vault))) return vault
  // Not `tmpdir()`: two processes with different TMPDIR must meet.
  const folder = join('/tmp', `breathing-room-${process.getuid?.() ?? 0}-${shortHash(vault)}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = await lstat(folder)
  if (uid !== process.getuid?.() || (mode & 0o77) !== 0) throw new Error(`${folder} belongs to someone else`)
  return folder
}

async function takesSockets(folder: string): Promise<boolean> {
  try {
    await close(await listen(join(folder, `probe-${randomBytes(6).toString('hex')}`), () => undefined))
    return true
  } catch {
    return false
  }
}

const socketsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => NAME.test(name)).map((name) => join(folder, name))

async function alive(paths: readonly string[], message: string): Promise<readonly string[]> {
  const answers = await Promise.all(paths.map((path) => isAnswered(path, message)))
  return paths.filter((_path, index) => answers[index])
}

function listen(path: string, onAskedForward: () => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.once('data', onAskedForward)
      socket.end()
    })
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })
}

/** Whether someone listens; a listener is told the message. */
function isAnswered(path: string, message: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.setTimeout(1000, () => {
      socket.destroy()
      // Someone listens but is too busy to answer: alive.
      resolve(true)
    })
    socket.once('connect', () => socket.end(message, () => resolve(true)))
    // Refused or gone means dead; anything else (a full queue, say) is someone.
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'))
    socket.resume()
  })
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)

/** Closing removes the socket's path as well. */
const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
