import { fork, type ChildProcess } from 'node:child_process'
import { HostLink, type HostEvents } from '#contract/host-link'
import type { FromHost, HostStart, ToHost } from '#contract/host-messages'
import type { Dispatch } from '#services/dispatch'

export interface HostProcess {
  readonly dispatch: Dispatch
  end(): Promise<void>
}

/** Starts the host beside this process. Resolves to null when another process already has the case open. */
export async function startHostProcess(
  path: string,
  start: HostStart,
  events: HostEvents & { onEnd(): void },
): Promise<HostProcess | null> {
  const child = fork(path, [JSON.stringify(start)], { serialization: 'advanced' })
  const send = (message: ToHost): void => {
    if (child.connected) child.send(message)
  }
  const link = new HostLink(send, events)
  child.on('message', (message) => link.receive(message as FromHost))
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      link.end()
      reject(new Error('the host ended'))
      events.onEnd()
    })
  })
  ended.catch(() => undefined)
  if (!(await Promise.race([link.opened, ended]))) {
    child.removeAllListeners('exit')
    child.kill()
    return null
  }
  return { dispatch: link.call, end: () => endOf(child, send) }
}

function endOf(child: ChildProcess, send: (message: ToHost) => void): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) {
      resolve()
      return
    }
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    send({ type: 'end' })
    setTimeout(() => child.kill('SIGKILL'), 3000).unref()
  })
}
