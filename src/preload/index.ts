import { contextBridge, ipcRenderer } from 'electron'

// The whole bridge: one function. The page never sees ipcRenderer.
contextBridge.exposeInMainWorld('bridge', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('rpc', name, input),
})
