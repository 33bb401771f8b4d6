import { useTranslation } from 'react-i18next'
import { useApp } from '../state/app-context'
import { BrandMark } from '../ui/brand-mark'
import { Icon } from '../ui/icon'
import { rooms } from './rooms'
import { hrefOf, useRoute } from './router'

export function AppNav() {
  const { t } = useTranslation()
  const route = useRoute()
  const hasStarted = useApp(
    (state) => state.caseCache.status === 'ready' && state.caseCache.document.settings.hasStarted,
  )
  const here = route[0] ?? (hasStarted ? rooms[0]?.path : undefined)
  return (
    <nav className="app-nav" aria-label={t('nav.rooms')}>
      <a className="brand" href={hrefOf('start')}>
        <BrandMark />
        {t('common.appName')}
      </a>
      <ul>
        {rooms.map((room) => (
          <li key={room.id}>
            {room.startsGroup === true ? <hr className="nav-rule" /> : null}
            <a
              className="nav-link"
              href={hrefOf(room.path)}
              aria-current={room.path === here ? 'page' : undefined}
              aria-keyshortcuts={`Alt+${room.shortcut}`}
            >
              <Icon name={room.icon} />
              {t(room.labelKey)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
