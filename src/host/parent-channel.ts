import type { FromHost, ToHost } from '#contract/host-messages'

/** The message channel to the shell: Electron's `process.parentPort` or the IPC of `child_process.fork`. */
export interface ParentChannel {
  post(message: FromHost): void
  listen(onMessage: (message: ToHost) => void): void
}

interface ElectronParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

export function parentChannel(): ParentChannel {
  const port = (process as unknown as { parentPort?: ElectronParentPort }).parentPort
  if (port)
    return {
      post: (message) => port.postMessage(message),
      listen: (onMessage) => port.on('message', ({ data }) => onMessage(data as ToHost)),
    }
  return {
    post: (message) => void process.send?.(message),
    listen: (onMessage) => void process.on('message', (message) => onMessage(message as ToHost)),
  }
}
