import { createStore } from 'zustand/vanilla'

export const keysHelpStore = createStore<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))

export const openKeysHelp = (): void => keysHelpStore.setState({ isOpen: true })
export const closeKeysHelp = (): void => keysHelpStore.setState({ isOpen: false })
