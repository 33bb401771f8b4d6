import { BrowserWindow, nativeTheme, type Rectangle } from 'electron'
import { readBounds, saveBounds } from './preferences'

const SMALLEST = { width: 960, height: 640 }

/** The one window: sandboxed, isolated, without Node, with a neutral title. */
export function createWindow(preload: string): BrowserWindow {
  const bounds: Partial<Rectangle> = readBounds() ?? { width: 1280, height: 860 }
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: '缓一缓',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141d1b' : '#f7f4ee',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => saveBounds(window.getNormalBounds()))
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}
