import { contextBridge, ipcRenderer } from 'electron'

// The whole bridge: a call, and what the shell tells unasked. The page never sees ipcRenderer or its events.
contextBridge.exposeInMainWorld('bridge', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('rpc', name, input),
  onEvent: (listener: (event: unknown) => void): void => {
    ipcRenderer.on('event', (_ipc, event: unknown) => listener(event))
  },
})
