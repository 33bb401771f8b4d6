import { useTranslation } from 'react-i18next'
import { useApp } from '../state/app-context'
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

function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="8" fill="var(--teal-6)" />
      <rect x="6" y="7.500" width="14" height="2" rx="1" fill="var(--on-teal)" opacity="0.55" />
      <rect x="6" y="11.500" width="14" height="3" rx="1.500" fill="var(--on-teal)" />
      <rect x="6" y="16.500" width="14" height="2" rx="1" fill="var(--on-teal)" opacity="0.55" />
    </svg>
  )
}
