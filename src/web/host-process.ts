import { fork } from 'node:child_process'
import type { HostChild } from '#contract/host-link'
import type { FromHost, HostStart } from '#contract/host-messages'

/** A host beside this process. */
export function forkHost(path: string, start: HostStart): HostChild {
  const child = fork(path, [JSON.stringify(start)], { serialization: 'advanced' })
  return {
    send: (message) => {
      // One that is dying no longer hears; its exit says so.
      if (child.connected) child.send(message, () => undefined)
    },
    kill: () => void child.kill('SIGKILL'),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromHost)),
    onExit: (listener) => {
      let isOver = false
      const end = (): void => {
        if (!isOver) listener()
        isOver = true
      }
      child.once('exit', end)
      child.once('error', end)
    },
  }
}
