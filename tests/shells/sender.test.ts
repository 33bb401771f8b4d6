import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))
const { isOurPage } = await import('../../src/main/sender')

const frame = (url: string, parent: unknown = null) => ({ url, parent })

test('only the main frame of our page may call', () => {
  for (const url of ['app://room/index.html', 'app://room/index.html#/loans/1', 'app://room/'])
    expect(isOurPage(frame(url)), url).toBe(true)
  for (const url of ['app://room/index.html', 'app://room/index.html#/x'])
    expect(isOurPage(frame(url, frame('app://room/index.html'))), `${url} in a frame`).toBe(false)
  expect(isOurPage(null)).toBe(false)
})

test.each([
  '',
  'nonsense',
  'about:blank',
  'about:srcdoc',
  'data:text/html,app://room/',
  'blob:app://room/0',
  'javascript:app://room/',
  'file:///app://room/index.html',
  'http://room/index.html',
  'https://app://room/',
  'app:///index.html',
  'app://empty/',
  'app://rooms/index.html',
  'app://room.evil.com/index.html',
  'app://evil.com/app://room/',
  'app://evil.com#app://room/',
  'app://room@evil.com/',
  'app://evil.com\\@room/',
  'app://room:80/index.html',
  'app2://room/index.html',
  'chrome-extension://room/index.html',
  'devtools://devtools/bundled/inspector.html?app://room/',
  'paper://letter/',
  'http://127.0.0.1:5173/',
])('a page at "%s" may not', (url) => {
  expect(isOurPage(frame(url))).toBe(false)
})
