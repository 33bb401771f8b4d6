import { utilityProcess } from 'electron'
import { HostLink, type HostEvents } from '#contract/host-link'
import type { FromHost, HostStart } from '#contract/host-messages'
import type { Reply } from '#contract/errors'

export interface Host {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  end(): void
}

/** Starts the host as a utility process. Resolves to null when another process already has the case open. */
export async function startHost(
  path: string,
  start: HostStart,
  events: HostEvents & { onEnd(): void },
): Promise<Host | null> {
  const child = utilityProcess.fork(path, [JSON.stringify(start)], { serviceName: 'case' })
  const link = new HostLink((message) => child.postMessage(message), events)
  child.on('message', (message: FromHost) => link.receive(message))
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', () => {
      link.end()
      reject(new Error('the host ended'))
      events.onEnd()
    })
  })
  ended.catch(() => undefined)
  if (!(await Promise.race([link.opened, ended]))) {
    child.kill()
    return null
  }
  return { call: link.call, end: () => child.postMessage({ type: 'end' }) }
}
