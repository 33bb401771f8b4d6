import { utilityProcess } from 'electron'
import type { HostChild } from '#contract/host-link'
import type { FromHost, HostStart } from '#contract/host-messages'

/** A host as a utility process. */
export function forkHost(path: string, start: HostStart): HostChild {
  const child = utilityProcess.fork(path, [JSON.stringify(start)], { serviceName: 'case' })
  return {
    send: (message) => child.postMessage(message),
    // `child.kill()` only asks (SIGTERM).
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
    onMessage: (listener) => void child.on('message', (message: FromHost) => listener(message)),
    onExit: (listener) => void child.once('exit', () => listener()),
  }
}
