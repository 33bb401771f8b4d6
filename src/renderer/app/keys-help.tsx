import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useAppStore } from '../state/app-context'
import { actionsFor } from './actions'
import { closeKeysHelp, keysHelpStore } from './keys-help-state'
import { shortcutText } from './shortcuts'

/** `?`: the keys, read from the same table that runs them. */
export function KeysHelp() {
  const { t } = useTranslation()
  const store = useAppStore()
  const isOpen = useStore(keysHelpStore, (state) => state.isOpen)
  const rows = actionsFor(store).flatMap((action) =>
    action.shortcut === null ? [] : [{ id: action.id, label: t(action.labelKey), keys: shortcutText(action.shortcut) }],
  )
  const tableKeys = [
    { id: 'edit', label: t('nav.keys.edit'), keys: 'Enter' },
    { id: 'next', label: t('nav.keys.next'), keys: 'Tab' },
    { id: 'cancel', label: t('nav.keys.cancel'), keys: 'Esc' },
  ]
  return (
    <Modal
      opened={isOpen}
      onClose={closeKeysHelp}
      title={t('nav.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('nav.keys.what')}</th>
            <th scope="col">{t('nav.keys.press')}</th>
          </tr>
        </thead>
        <tbody>
          {[...rows, ...tableKeys].map((row) => (
            <tr key={row.id}>
              <td>{row.label}</td>
              <td>
                <kbd>{row.keys}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
