import type { AppAction, Shortcut } from './actions'

interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Whether a key press is the shortcut. Digits go by their place on the keyboard, so Alt does not change them. */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const isSymbol = key.length === 1 && !/[a-z0-9]/.test(key)
  const wants = (name: string) => parts.includes(name)
  if (wants('mod') !== (press.ctrlKey || press.metaKey) || wants('alt') !== press.altKey) return false
  if (!isSymbol && wants('shift') !== press.shiftKey) return false
  return press.key.toLowerCase() === key || (/^\d$/.test(key) && press.code === `Digit${key}`)
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Runs the action whose shortcut is pressed. In a field, typing and its own undo come first. */
export function listenForShortcuts(actions: () => readonly AppAction[]): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const inField = isField(event.target)
    const found = actions().find(
      ({ shortcut, worksInFields }) =>
        shortcut !== null && matchesShortcut(shortcut, event) && (!inField || worksInFields === true),
    )
    if (!found) return
    event.preventDefault()
    if (found.canRun()) found.run()
  }
  document.addEventListener('keydown', listener)
  return () => document.removeEventListener('keydown', listener)
}

/** A shortcut as keys to press, for `<kbd>`. */
export const shortcutText = (shortcut: Shortcut): string =>
  shortcut
    .split('+')
    .map((part) => (part === 'mod' ? 'Ctrl' : part.length === 1 ? part.toUpperCase() : capital(part)))
    .join(' ')

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
