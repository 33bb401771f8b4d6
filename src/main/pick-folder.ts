import { BrowserWindow, dialog } from 'electron'

/** The system's dialog for a folder; null when the person picked none. */
export async function pickFolder(): Promise<string | null> {
  const window = BrowserWindow.getAllWindows()[0]
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
  const picked = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return picked.canceled ? null : (picked.filePaths[0] ?? null)
}
