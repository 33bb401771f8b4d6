import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import 'dayjs/locale/zh-cn'
import type { i18n as I18n } from 'i18next'
import { useEffect, useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { pageNonce } from '../page-nonce'
import { AppStoreProvider, useApp } from '../state/app-context'
import type { AppStore } from '../state/app-store'
import { VaultDoor } from '../features/vault'
import { AppFrame } from './app-frame'
import { createAppTheme, tokenVariables } from './theme'
import { useColorScheme } from './use-color-scheme'

export function App({ store, i18n }: { readonly store: AppStore; readonly i18n: I18n }) {
  return (
    <I18nextProvider i18n={i18n}>
      <AppStoreProvider store={store}>
        <ThemedApp i18n={i18n} />
      </AppStoreProvider>
    </I18nextProvider>
  )
}

/** The rooms, or the door before them. */
function Inside() {
  return useApp((state) => state.isInside) ? <AppFrame /> : <VaultDoor />
}

function ThemedApp({ i18n }: { readonly i18n: I18n }) {
  const { language, theme: wanted } = useApp((state) => state.preferences)
  const colorScheme = useColorScheme(wanted)
  const { t } = useTranslation()
  const closeLabel = t('common.close')
  const theme = useMemo(() => createAppTheme(closeLabel), [closeLabel])
  useEffect(() => {
    void i18n.changeLanguage(language)
    document.documentElement.lang = language
  }, [i18n, language])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokenVariables}
      forceColorScheme={colorScheme}
      getStyleNonce={pageNonce}
      deduplicateInlineStyles
    >
      <DatesProvider settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
        <ModalsProvider>
          <Notifications position="bottom-right" limit={3} transitionDuration={0} />
          <Inside />
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
