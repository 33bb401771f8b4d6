import { spotlight } from '@mantine/spotlight'
import type { ParseKeys } from 'i18next'
import type { AppStore } from '../state/app-store'
import type { IconName } from '../ui/icon'
import { openKeysHelp } from './keys-help-state'
import { rooms } from './rooms'
import { goTo } from './router'

/** `mod` is Ctrl (Cmd on a Mac). Written as `mod+shift+z`, `alt+1`, `?`. */
export type Shortcut = string

/** Something the person can do from anywhere: the palette, the keyboard and the buttons run the same object. */
export interface AppAction {
  readonly id: string
  readonly labelKey: ParseKeys
  readonly icon: IconName
  readonly shortcut: Shortcut | null
  /** Works although the caret stands in a field. */
  readonly worksInFields?: boolean
  readonly canRun: () => boolean
  readonly run: () => void
}

const always = () => true

export function actionsFor(store: AppStore): readonly AppAction[] {
  const state = store.getState()
  const ready = state.caseCache.status === 'ready' ? state.caseCache : null
  const roomActions = rooms.map((room): AppAction => ({
    id: `go-${room.id}`,
    labelKey: room.labelKey,
    icon: room.icon,
    shortcut: `alt+${room.shortcut}`,
    worksInFields: true,
    canRun: () => ready !== null,
    run: () => goTo(room.path),
  }))
  const { language, theme } = state.preferences
  return [
    ...roomActions,
    action(
      'add-loan',
      'nav.action.addLoan',
      'plus',
      null,
      () => goTo('loans', 'new'),
      () => ready !== null,
    ),
    action(
      'undo',
      'nav.action.undo',
      'undo',
      'mod+z',
      () => void state.undo(),
      () => ready?.canUndo ?? false,
    ),
    action(
      'redo',
      'nav.action.redo',
      'redo',
      'mod+shift+z',
      () => void state.redo(),
      () => ready?.canRedo ?? false,
    ),
    {
      ...action('hide-numbers', 'nav.action.hideNumbers', 'eyeOff', 'mod+.', () => state.toggleNumbers()),
      worksInFields: true,
    },
    { ...action('lock', 'vault.lock.action', 'lock', 'mod+l', () => state.shutVault()), worksInFields: true },
    action('language', 'nav.action.language', 'document', null, () => {
      void state.savePreferences({ theme, language: language === 'en' ? 'zh-CN' : 'en' })
    }),
    action(
      'start',
      'nav.action.start',
      'start',
      null,
      () => goTo('start'),
      () => ready !== null,
    ),
    { ...action('palette', 'nav.action.palette', 'forward', 'mod+k', () => spotlight.open()), worksInFields: true },
    action('keys', 'nav.action.keys', 'help', '?', openKeysHelp),
  ]
}

const action = (
  id: string,
  labelKey: ParseKeys,
  icon: IconName,
  shortcut: Shortcut | null,
  run: () => void,
  canRun: () => boolean = always,
): AppAction => ({ id, labelKey, icon, shortcut, run, canRun })
