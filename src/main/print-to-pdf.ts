import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'

/**
 * A letter's PDF by Electron itself: a hidden sandboxed window without scripts or network, in a session of its own that
 * lives in memory and knows one page.
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const paper = session.fromPartition(`paper-${randomUUID()}`)
  paper.protocol.handle('paper', () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
  paper.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith('paper:') }))
  paper.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: paper, sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  })
  try {
    await window.loadURL('paper://letter/')
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
  } finally {
    window.destroy()
  }
}
