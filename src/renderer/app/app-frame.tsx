import { Loader } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StartPage } from '../features/first-run'
import { useApp, useAppStore } from '../state/app-context'
import { actionsFor } from './actions'
import { AppBar } from './app-bar'
import { AppNav } from './app-nav'
import { FailurePage } from './failure-page'
import { KeysHelp } from './keys-help'
import { Palette } from './palette'
import { PathProgress } from './path-progress'
import { listenForQuickHide } from './quick-hide'
import { roomAt, rooms } from './rooms'
import { goTo, useRoute } from './router'
import { listenForShortcuts } from './shortcuts'
import { StorageBanner } from './storage-banner'

/** Navigation, bar, banners and the room the hash names. */
export function AppFrame() {
  const { t } = useTranslation()
  const store = useAppStore()
  const status = useApp((state) => state.caseCache.status)
  // Damage is told once, before anything else; the banner leads back to it.
  const hasDamage = useApp(
    ({ caseCache }) =>
      caseCache.status === 'ready' && ['recovered', 'unreadable', 'newer'].includes(caseCache.opened.state),
  )
  useEffect(() => {
    if (hasDamage) goTo('recovered')
  }, [hasDamage])
  useEffect(() => listenForShortcuts(() => actionsFor(store)), [store])
  useEffect(() => listenForQuickHide(() => store.getState().shutVault()), [store])
  return (
    <>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          // The hash is the route: move the focus without touching it.
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('nav.skip')}
      </a>
      <div className="app">
        <AppNav />
        <div>
          <AppBar />
          <StorageBanner />
          <Content>{status === 'ready' ? <RoomView /> : status === 'failed' ? <FailurePage /> : <Loading />}</Content>
        </div>
      </div>
      <Palette />
      <KeysHelp />
    </>
  )
}

function Content({ children }: { readonly children: ReactNode }) {
  const path = useRoute().join('/')
  const ref = useRef<HTMLElement>(null)
  const lastPath = useRef(path)
  useEffect(() => {
    if (lastPath.current === path) return
    lastPath.current = path
    window.scrollTo(0, 0)
    ref.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <main id="content" className="app-main" tabIndex={-1} ref={ref}>
      {children}
    </main>
  )
}

function RoomView() {
  const route = useRoute()
  const hasStarted = useApp(
    (state) => state.caseCache.status === 'ready' && state.caseCache.document.settings.hasStarted,
  )
  const room = roomAt(route[0])
  if (!room) return hasStarted && route[0] !== 'start' ? <DefaultRoom /> : <StartPage />
  const Component = room.component
  return (
    <>
      {room.isAsidePath === true ? null : <PathProgress />}
      <Component rest={route.slice(1)} />
    </>
  )
}

function DefaultRoom() {
  const Component = rooms[0]?.component
  return Component ? (
    <>
      <PathProgress />
      <Component rest={[]} />
    </>
  ) : null
}

function Loading() {
  const { t } = useTranslation()
  return (
    <div className="empty" role="status">
      <Loader size="sm" aria-hidden="true" />
      <p>{t('common.loading')}</p>
    </div>
  )
}
